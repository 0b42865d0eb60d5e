import { paths } from '../../paths.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Step } from '../../shared/timeline.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import type { EventRecord } from '../events/event.model.js'
import { eventFacts } from '../events/event.view.js'
import { documentRows } from '../competition-documents/document.view.js'
import type { CompetitionRecord } from '../competitions/competition.model.js'
import { competitionFacts } from '../competitions/competition.view.js'
import { competitionTag } from './calendar.view.js'

export interface OpenShown {
  one: CompetitionRecord
  events: readonly EventRecord[]
  actor?: Actor
  results: readonly Block[]
}

/** A published competition as anybody sees it: calendar, documents, events, and the results once they are on notice. */
export function openCompetitionPage(t: Translate, { one, events, actor, results }: OpenShown): BlocksPage {
  const documents = documentRows(t, one, false)
  const entering = (event: EventRecord): Action[] => {
    if (one.state !== 'entries-open' || event.state !== 'open') return []
    const id = String(event._id)
    if (may(actor, 'competition.enter'))
      return [{ text: t('competitions.enter'), href: paths.entries.create(id), style: 'outline' }]
    // A pair or trio is entered whole, by the organisation or school of its members.
    return event.teamSize === 1 && (actor === undefined || may(actor, 'competition.enter-self'))
      ? [{ text: t('competitions.enter'), href: paths.entries.own(id), style: 'outline' }]
      : []
  }
  const factsOf = (event: EventRecord): Fact[] => [
    ...(event.state === 'cancelled' ? [{ label: t('competitions.state'), value: t('competitions.calledOff') }] : []),
    ...eventFacts(t, event),
  ]
  const cancelled =
    one.state === 'cancelled'
      ? (one.timeline as unknown as Step[]).filter(({ act }) => act === 'cancel').at(-1)?.note
      : undefined
  return {
    layout: 'public',
    title: one.title,
    tag: competitionTag(t, one.state),
    meta: one.number,
    crumbs: [
      { text: t('competitions.publicTitle'), href: paths.openCompetitions.list() },
      { text: one.number, href: '' },
    ],
    blocks: [
      ...(one.state === 'cancelled'
        ? [{ note: { kind: 'void' as const, text: t('competitions.cancelledBecause'), more: cancelled ?? '' } }]
        : []),
      ...results,
      { title: t('competitions.facts'), facts: competitionFacts(t, one) },
      {
        title: t('competitions.documents'),
        ...(documents.length > 0 ? { rows: documents } : { text: t('competitions.noDocuments') }),
      },
      ...events.map((event): Block => ({
        title: `${event.title} · ${levelPrinted(event.level as Level, t.lang)}`,
        facts: factsOf(event),
        actions: entering(event),
        ...(one.state === 'entries-open' &&
          event.state === 'open' &&
          event.teamSize > 1 &&
          !may(actor, 'competition.enter') && { text: t('competitions.enterTeam') }),
      })),
    ],
  }
}
