import { paths } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Action, TagKind } from '../../web/link-models.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import type { JudgedEvent } from '../marking/marking.queries.js'
import { measuredText } from '../judging/measure.rules.js'
import { standings } from '../rankings/ranking.rules.js'
import type { ResultRecord } from '../results/result.model.js'
import { correctionKinds, type CorrectionRecord } from './correction.model.js'

const kinds: Record<CorrectionRecord['state'], TagKind> = { proposed: 'wait', signed: 'good', dropped: 'neutral' }

function whatOf(t: Translate, { kind, judgeName, aspect }: CorrectionRecord): string {
  if (kind !== 'mark') return t(`corrections.kind-${kind}`)
  return [judgeName, aspect === 'TIME' ? t('marking.timeTitle') : aspect].filter(Boolean).join(' ')
}
const valueOf = (t: Translate, { kind, aspect }: CorrectionRecord, value: string): string => {
  if (kind === 'standing') return t(`marking.standing-${value}`)
  if (kind === 'theory') return value === '' ? '—' : (Number(value) / 100).toFixed(2)
  return Number(value) > 3 || aspect === 'TIME' ? measuredText(Number(value)) : value
}

/** Each correction with its two signatures and who moves by it; the codes are names once everybody is ranked. */
export function correctionBlocks(
  t: Translate,
  corrections: readonly CorrectionRecord[],
  rows: readonly ResultRecord[],
  signer?: Actor,
): Block[] {
  const nameOf = (code: string): string => rows.find((row) => row.code === code)?.name ?? code
  const rank = (value: number | null | undefined): string =>
    typeof value === 'number' ? String(value) : t('corrections.noRank')
  return corrections.map((one): Block => {
    const id = String(one._id)
    const actions: Action[] =
      one.state === 'proposed' && signer && signer.id !== one.byId
        ? [
            {
              text: t('corrections.sign'),
              href: paths.results.sign(id),
              post: true,
              fields: { agreed: 'yes' },
              style: 'primary',
            },
            {
              text: t('corrections.drop'),
              href: paths.results.sign(id),
              post: true,
              fields: { agreed: 'no' },
              style: 'outline',
            },
          ]
        : []
    return {
      title: `${t('corrections.what')} · ${nameOf(one.code)}`,
      actions,
      facts: [
        { label: t('competitions.state'), tag: { kind: kinds[one.state], text: t(`corrections.state-${one.state}`) } },
        {
          label: t('corrections.what'),
          value: t('corrections.fromTo', {
            what: whatOf(t, one),
            from: valueOf(t, one, one.from),
            to: valueOf(t, one, one.to),
          }),
        },
        { label: t('corrections.reason'), value: one.reason },
        {
          label: t('corrections.moves'),
          value:
            one.moves.length === 0
              ? t('corrections.noMoves')
              : one.moves
                  .map(({ code, from, to }) =>
                    t('corrections.move', { code: nameOf(code), from: rank(from), to: rank(to) }),
                  )
                  .join('；'),
        },
        { label: t('corrections.by'), value: `${one.byName} ${formatInstant(one.at)}` },
        ...(one.signedByName && one.signedAt
          ? [{ label: t('corrections.signedBy'), value: `${one.signedByName} ${formatInstant(one.signedAt)}` }]
          : []),
      ],
    }
  })
}

export interface CorrectionShown {
  event: JudgedEvent
  codes: readonly string[]
  judges: readonly { accountId: string; name: string }[]
  corrections: readonly CorrectionRecord[]
  open: boolean
}

/** The chief judge's page after the lock; contestants are known by their codes. */
export function correctionPage(
  t: Translate,
  { event, codes, judges, corrections, open }: CorrectionShown,
  values: Values = {},
  errors: Errors = {},
): BlocksPage {
  const choose = { value: '', label: t('frame.choose') }
  const form = {
    action: paths.results.correct(event.id),
    submit: t('corrections.propose'),
    back: { text: t('competitions.keep'), href: paths.judging.event(event.id) },
    sections: [
      {
        fields: fill(
          [
            {
              name: 'code',
              label: t('corrections.code'),
              kind: 'select',
              width: 8,
              options: [choose, ...codes.map((value) => ({ value, label: value }))],
            },
            {
              name: 'kind',
              label: t('corrections.kind'),
              kind: 'radios',
              options: correctionKinds.map((value) => ({ value, label: t(`corrections.kind-${value}`) })),
            },
            {
              name: 'judgeId',
              label: t('corrections.judge'),
              kind: 'select',
              width: 8,
              optional: true,
              options: [choose, ...judges.map(({ accountId, name }) => ({ value: accountId, label: name }))],
            },
            {
              name: 'aspect',
              label: t('corrections.aspect'),
              kind: 'select',
              width: 18,
              optional: true,
              options: [
                choose,
                ...event.aspects.map(({ code, text }) => ({
                  value: code,
                  label: code === 'TIME' ? t('marking.timeTitle') : `${code} ${text}`,
                })),
              ],
            },
            {
              name: 'value',
              label: t('corrections.value'),
              kind: 'text',
              width: 8,
              optional: true,
              hint: t('corrections.valueHint'),
              autocomplete: 'off',
            },
            {
              name: 'standing',
              label: t('corrections.standing'),
              kind: 'select',
              width: 8,
              optional: true,
              options: [choose, ...standings.map((value) => ({ value, label: t(`marking.standing-${value}`) }))],
            },
            { name: 'reason', label: t('corrections.reason'), kind: 'textarea', rows: 3, maxlength: 300 },
          ],
          values,
          errors,
        ),
      },
    ],
  }
  const shown = correctionBlocks(t, corrections, [])
  return {
    layout: 'staff',
    width: 'form',
    title: t('corrections.title'),
    lead: t('corrections.lead'),
    meta: event.title,
    problems: problemsOf(errors),
    crumbs: [
      { text: t('assignments.myDuties'), href: paths.duties.list() },
      { text: event.title, href: paths.judging.event(event.id) },
      { text: t('corrections.title'), href: '' },
    ],
    blocks: [
      ...(open ? [{ form }] : [{ note: { text: t('corrections.not-open') } }]),
      ...(shown.length > 0 ? shown : [{ text: t('corrections.none') }]),
    ],
  }
}
