import { paths } from '../../paths.js'
import { formatDay, formatInstant } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Action } from '../../web/link-models.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import type { AppealRecord } from '../appeals/appeal.model.js'
import { correctionBlocks } from '../corrections/correction.view.js'
import type { CorrectionRecord } from '../corrections/correction.model.js'
import { eventCrumbs, eventTabs, eventTag } from '../events/event-tabs.view.js'
import type { EventRecord } from '../events/event.model.js'
import { resultsTable } from './result-list.view.js'
import type { ResultRecord } from './result.model.js'

export interface ResultsShown {
  event: EventRecord
  actor: Actor
  rows: readonly ResultRecord[]
  progress: { done: number; total: number }
  opened: readonly string[]
  appeals: readonly AppealRecord[]
  corrections: readonly CorrectionRecord[]
}

/** What the state of the event lets somebody see: the progress, then who has opened, then the list. */
function stateBlock(t: Translate, { event, progress, opened }: ResultsShown): Block {
  if (event.state === 'locked')
    return {
      title: t('contestResults.lockedText'),
      checks: (['station', 'secret'] as const).map((step) => ({
        state: opened.includes(step) ? ('good' as const) : ('wait' as const),
        text: t(`contestResults.${opened.includes(step) ? 'opened' : 'waits'}-${step}`),
      })),
    }
  if (event.state === 'ranked') return { note: { kind: 'wait', text: t('contestResults.rankedText') } }
  if (event.state === 'noticed')
    return {
      note: {
        kind: 'wait',
        text: t('contestResults.noticedText', {
          from: formatDay(event.noticedOn ?? '', t.lang),
          until: formatDay(event.appealsUntil ?? '', t.lang),
        }),
      },
    }
  if (event.state === 'final')
    return {
      note: { kind: 'good', text: t('contestResults.finalText', { day: formatDay(event.finalOn ?? '', t.lang) }) },
    }
  return {
    note: { text: t('contestResults.hidden'), ...(progress.total > 0 && { more: t('contestResults.done', progress) }) },
  }
}

const decideForm = (t: Translate, { _id }: AppealRecord, values: Values, errors: Errors): Form => ({
  action: paths.results.decideAppeal(String(_id)),
  submit: t('appeals.answer'),
  sections: [
    {
      fields: fill(
        [
          {
            name: 'verdict',
            label: t('appeals.verdict'),
            kind: 'radios',
            options: [
              { value: 'upheld', label: t('appeals.uphold') },
              { value: 'dismissed', label: t('appeals.dismiss') },
            ],
          },
          { name: 'decision', label: t('appeals.decision'), kind: 'textarea', rows: 3, maxlength: 500 },
        ],
        values,
        errors,
      ),
    },
  ],
})

function appealBlocks(t: Translate, { appeals, rows, actor }: ResultsShown, values: Values, errors: Errors): Block[] {
  return appeals.map((appeal): Block => {
    const row = rows.find(({ code }) => code === appeal.code)
    return {
      title: `${t('appeals.head')} · ${row?.name ?? appeal.code}`,
      text: appeal.text,
      facts: [
        {
          label: t('competitions.state'),
          tag: {
            kind: appeal.state === 'open' ? 'wait' : appeal.state === 'upheld' ? 'good' : 'neutral',
            text: t(`appeals.state-${appeal.state}`),
          },
          note: `${appeal.byName} ${formatInstant(appeal.at)}`,
        },
        ...(appeal.decision ? [{ label: t('appeals.decision'), value: appeal.decision }] : []),
      ],
      ...(appeal.state === 'open' &&
        may(actor, 'competition.result') && { form: decideForm(t, appeal, values, errors) }),
    }
  })
}

/** The results of an event for its host, the offices and the auditors. */
export function resultsPage(t: Translate, shown: ResultsShown, values: Values = {}, errors: Errors = {}): BlocksPage {
  const { event, actor, rows, corrections } = shown
  const id = String(event._id)
  const office = may(actor, 'competition.result')
  const actions: Action[] = [
    ...(office && event.state === 'ranked'
      ? [{ text: t('contestResults.notice'), href: paths.results.notice(id), post: true, style: 'primary' as const }]
      : []),
    ...(office && event.state === 'noticed'
      ? [
          {
            text: t('contestResults.finalise'),
            href: paths.results.finalise(id),
            post: true,
            style: 'primary' as const,
          },
        ]
      : []),
    ...(rows.length > 0
      ? [{ text: t('contestResults.print'), href: paths.results.pdf(id), style: 'outline' as const, icon: 'printer' }]
      : []),
  ]
  return {
    layout: 'staff',
    title: event.title,
    tag: eventTag(t, event.state),
    meta: t('contestResults.title'),
    crumbs: eventCrumbs(t, event, t('contestResults.title')),
    actions,
    problems: problemsOf(errors),
    ...eventTabs(t, id, 'results'),
    blocks: [
      stateBlock(t, shown),
      ...(rows.length > 0
        ? [{ title: t('contestResults.listTitle', { title: event.title }), table: resultsTable(t, rows, true) }]
        : []),
      ...correctionBlocks(t, corrections, rows, office ? actor : undefined),
      ...appealBlocks(t, shown, values, errors),
    ],
  }
}

export interface LockShown {
  event: { id: string; title: string }
  obstacles: readonly { reason: string; codes: string[] }[]
  total: number
}

/** The chief judge's page: what is missing, or the signature. */
export function lockPage(t: Translate, { event, obstacles, total }: LockShown, errors: Errors = {}): BlocksPage {
  const ready = obstacles.length === 0
  return {
    layout: 'staff',
    width: 'form',
    title: t('contestResults.lockTitle', { title: event.title }),
    lead: t('contestResults.lockLead'),
    problems: problemsOf(errors),
    crumbs: [
      { text: t('assignments.myDuties'), href: paths.duties.list() },
      { text: event.title, href: paths.judging.event(event.id) },
      { text: t('contestResults.lock'), href: '' },
    ],
    blocks: [
      ready
        ? {
            note: { kind: 'good', text: t('contestResults.lockReady', { total }) },
            form: {
              action: paths.judging.lock(event.id),
              submit: t('contestResults.lock'),
              sections: [
                { fields: fill([{ name: 'signed', label: t('contestResults.sign'), kind: 'checkbox' }], {}, errors) },
              ],
              back: { text: t('competitions.keep'), href: paths.judging.event(event.id) },
            },
          }
        : {
            note: {
              kind: 'wait',
              text: t('contestResults.notYet'),
              items: obstacles.map(({ reason, codes }) => t(`contestResults.${reason}`, { codes: codes.join('、') })),
            },
          },
    ],
  }
}

export const appealPage = (
  t: Translate,
  { entryId, title, rank, staff }: { entryId: string; title: string; rank: string; staff: boolean },
  values: Values = {},
  errors: Errors = {},
) => ({
  layout: staff ? ('staff' as const) : ('public' as const),
  width: 'form' as const,
  title: t('appeals.title', { title }),
  lead: t('appeals.lead'),
  meta: `${t('contestResults.rank')} ${rank}`,
  problems: problemsOf(errors),
  form: {
    action: paths.results.appeal(entryId),
    submit: t('appeals.send'),
    back: { text: t('appeals.back'), href: staff ? paths.entries.list() : paths.entries.mine() },
    sections: [
      {
        fields: fill(
          [{ name: 'text', label: t('appeals.text'), kind: 'textarea', rows: 6, maxlength: 1000 }],
          values,
          errors,
        ),
      },
    ],
  },
})
