import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Check } from '../../web/story-models.js'
import { listed } from '../enrolments/listing.view.js'
import type { Finding } from './finding.rules.js'

/** Each finding as a sentence with its clause; what needs a look has the warning sign, never a colour alone. */
export function findingChecks(t: Translate, findings: readonly Finding[]): Check[] {
  return findings.map(({ key, ok, params, clause, link, names = [] }) => {
    const reason = 'reason' in params && !ok ? t(`runReviews.reason-${params['reason']}`) : ''
    const kind = ok ? 'good' : key === 'overlap' && !link ? 'elsewhere' : 'look'
    const text = t(`runReviews.${key}-${kind}`, {
      ...params,
      reason,
      names: namesOf(t, names, Number(params['people'])),
    })
    const end = `${link ? t('runReviews.overlapEnd', params) : ''}${clause ? t('runReviews.clause', { clause }) : ''}`
    return {
      state: ok ? 'good' : 'wait',
      text,
      ...(link && { link: { text: link.title, href: paths.courseRuns.show(link.id) } }),
      ...(end && { end }),
    }
  })
}

const namesOf = (t: Translate, names: readonly string[], people: number): string =>
  people > names.length ? t('runReviews.andOthers', { names: listed(t, names) }) : listed(t, names)

export const toLookAt = (findings: readonly Finding[]): number => findings.filter(({ ok }) => !ok).length
