import { paths } from '../../paths.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Link, Tag } from '../../web/link-models.js'
import type { EventState } from './event.model.js'

const tagKinds: Record<EventState, Tag['kind']> = {
  open: 'neutral',
  marking: 'run',
  locked: 'wait',
  ranked: 'wait',
  noticed: 'wait',
  final: 'good',
  cancelled: 'void',
}
export const eventTag = (t: Translate, state: EventState): Tag => ({
  kind: tagKinds[state],
  text: t(`events.state-${state}`),
})

export type EventTab = 'event' | 'scheme' | 'entries' | 'staff' | 'draws' | 'results' | 'awards' | 'certificates'
const addresses: Record<EventTab, (id: string) => string> = {
  event: paths.events.show,
  scheme: paths.events.scheme,
  entries: paths.events.entries,
  staff: paths.events.staff,
  draws: paths.events.draws,
  results: paths.results.show,
  awards: paths.awards.list,
  certificates: paths.awards.certificates,
}

/** Links between the pages of one event; the rooms of schemes, entries, staff, draws and results draw them, too. */
export const eventTabs = (
  t: Translate,
  eventId: string,
  current: EventTab,
  reader: Actor,
): { tabs: Link[]; tabsLabel: string } => ({
  tabs: (Object.keys(addresses) as EventTab[])
    .filter((tab) => tab !== 'certificates' || may(reader, 'certificate.view'))
    .map((tab) => ({ text: t(`events.tab-${tab}`), href: addresses[tab](eventId), current: tab === current })),
  tabsLabel: t('events.tabs'),
})

/** Crumbs of a page of an event. */
export const eventCrumbs = (
  t: Translate,
  { _id, competitionId, title }: { _id?: unknown; competitionId: string; title: string },
  last?: string,
): Link[] => [
  { text: t('competitions.title'), href: paths.competitions.list() },
  { text: t('competitions.thisOne'), href: paths.competitions.show(competitionId) },
  { text: title, href: last ? paths.events.show(String(_id)) : '' },
  ...(last ? [{ text: last, href: '' }] : []),
]
