import { paths } from '../../paths.js'
import { parseFraction, printed } from '../../shared/fraction.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { BlocksPage, Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import type { Cell } from '../../web/table-models.js'
import { eventCrumbs, eventTabs, eventTag } from '../events/event-tabs.view.js'
import type { EventRecord } from '../events/event.model.js'
import type { AwardRecord } from './award.model.js'

export function promotionText(
  t: Translate,
  { promotion, promotionTo, promotionNote, noPromotion }: AwardRecord,
): string {
  if (promotion === 'none') return t(`awards.none-${noPromotion ?? 'no-table'}`)
  return t(`awards.promotion-${promotion}`, {
    level: promotionTo ? levelPrinted(promotionTo as Level, t.lang) : '',
    note: promotionNote ?? '',
  })
}

export function awardsPage(t: Translate, event: EventRecord, awards: readonly AwardRecord[], actor: Actor): BlocksPage {
  const id = String(event._id)
  const office = may(actor, 'competition.result')
  const cells = (award: AwardRecord): Cell[] => [
    { text: award.personName, sub: award.organisationName ?? t('contestResults.alone') },
    { text: award.rank ? String(award.rank) : '—', n: true },
    { text: award.total ? printed(parseFraction(award.total)) : '—', n: true },
    award.prize
      ? { tag: { kind: 'good', text: t(`awards.prize-${award.prize}`) } }
      : { text: t(`awards.no-${award.noPrize ?? 'not-ranked'}`) },
    {
      text: promotionText(t, award),
      full: true,
      ...(office &&
        award.promotion === 'proposed' && {
          actions: [
            { text: t('awards.decide'), href: paths.awards.promotion(String(award._id)), style: 'link' as const },
          ],
        }),
    },
  ]
  const columns = [
    { label: t('awards.contestant') },
    { label: t('awards.rank'), n: true },
    { label: t('awards.total'), n: true },
    { label: t('awards.prize') },
    { label: t('awards.promotion') },
  ]
  const [first] = awards
  return {
    layout: 'staff',
    title: event.title,
    tag: eventTag(t, event.state),
    meta: t('awards.title'),
    lead: t('awards.lead'),
    crumbs: eventCrumbs(t, event, t('awards.title')),
    ...eventTabs(t, id, 'awards', actor),
    blocks: first
      ? [
          { table: { caption: t('awards.caption'), columns, rows: awards.map((award) => ({ cells: cells(award) })) } },
          {
            facts: [
              decidedBy(t, 'table', first.prizeClause, first.prizeTableId),
              decidedBy(t, 'promotionTable', first.promotionClause, first.promotionTableId),
            ],
          },
        ]
      : [{ empty: { title: t('awards.none') } }],
  }
}

/** The clause of the table that decided, leading to that row as it was and is. */
const decidedBy = (
  t: Translate,
  label: 'table' | 'promotionTable',
  clause: string | null | undefined,
  tableId: string | null | undefined,
): Fact => ({
  label: t(`awards.${label}`),
  value: clause ?? t('awards.noTable'),
  ...(tableId && { href: paths.awardTables.show(tableId) }),
})

export function promotionPage(
  t: Translate,
  event: EventRecord,
  award: AwardRecord,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  return {
    layout: 'staff',
    width: 'form',
    title: t('awards.decideTitle', { name: award.personName }),
    lead: [promotionText(t, award), award.promotionClause].filter(Boolean).join(t('awards.by')),
    meta: event.title,
    crumbs: eventCrumbs(t, event, t('awards.title')),
    problems: problemsOf(errors),
    form: {
      action: paths.awards.promotion(String(award._id)),
      submit: t('awards.save'),
      back: { text: t('competitions.keep'), href: paths.awards.list(award.eventId) },
      sections: [
        {
          fields: fill(
            [
              {
                name: 'decision',
                label: t('awards.decision'),
                kind: 'radios',
                options: [
                  { value: 'forwarded', label: t('awards.forward') },
                  { value: 'declined', label: t('awards.decline') },
                ],
              },
              { name: 'note', label: t('awards.note'), kind: 'textarea', rows: 3, maxlength: 300 },
            ],
            values,
            errors,
          ),
        },
      ],
    },
  }
}
