import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Table } from '../../web/table-models.js'
import { certificateBatchWords } from './certificate-batch.words.js'
import type { Refusal } from '../certificate-issue/certificate-sift.js'

const known = (key: string): boolean => Object.hasOwn(certificateBatchWords, key)
const byBody = new Set([
  'body-missing',
  'body-not-licensed',
  'prefix-missing',
  'prefix-wrong',
  'level-not-numbered',
  'pattern-wrong',
])

/** Why somebody has no certificate, in a sentence, and what to do about it. */
export function refusalText(
  t: Translate,
  { code, details = {} }: Pick<Refusal, 'code' | 'details'>,
): { reason: string; mend: string } {
  const field = known(`field-${details['field']}`) ? details['field'] : 'other'
  const key = known(`refusal-${code}`) ? `refusal-${code}` : byBody.has(code) ? code : 'refusal-other'
  return {
    reason: t(`certificateBatches.${key}`, { ...details, field: t(`certificateBatches.field-${field}`) }),
    mend: t(`certificateBatches.${known(`mend-${code}`) ? `mend-${code}` : 'mend-other'}`),
  }
}

export function refusalTable(t: Translate, refusals: readonly Refusal[], opensPeople: boolean, caption: string): Table {
  return {
    caption,
    columns: ['holder', 'reason', 'mend'].map((key) => ({ label: t(`certificateBatches.${key}`) })),
    rows: refusals.map((refusal) => {
      const { reason, mend } = refusalText(t, refusal)
      return {
        cells: [
          {
            text: refusal.personName ?? refusal.lineId,
            ...(opensPeople && refusal.personId && { href: paths.people.show(refusal.personId) }),
          },
          { text: reason },
          { text: mend, full: true },
        ],
      }
    }),
  }
}
