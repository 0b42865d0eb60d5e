import { paths } from '../../paths.js'
import { formatDay } from '../../shared/dates.js'
import { may } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Action } from '../../web/link-models.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import { appealBlocks, type AppealsShown } from '../appeals/appeal.view.js'
import { correctionBlocks } from '../corrections/correction.view.js'
import type { CorrectionRecord } from '../corrections/correction.model.js'
import { eventCrumbs, eventTabs, eventTag } from '../events/event-tabs.view.js'
import type { EventRecord } from '../events/event.model.js'
import { resultsTable } from './result-list.view.js'

export interface ResultsShown extends AppealsShown {
  event: EventRecord
  progress: { done: number; total: number }
  opened: readonly string[]
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
    ...eventTabs(t, id, 'results', actor),
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
