import { eventTabs } from '../../competitions/events/event-tabs.view.js'
import { paths } from '../../paths.js'
import { may, type Actor, type Permission } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { runTabs } from '../../training/course-runs/course-run.view.js'
import type { Link } from '../../web/link-models.js'
import { classTabs } from '../../workplace/apprenticeships/class-tabs.view.js'
import type { SourceKind } from '../certificates/certificate.model.js'
import type { SourceHead } from './certificate-source.js'

/** Where the certificates of a kind of source stand among its other pages. */
export interface SourcePlace {
  /** the page of its certificates; without an id the pattern of the route */
  certificates(id?: string): string
  /** where those are listed who may get one */
  lines(id: string, reader: Actor): string
  show(id: string): string
  /** who may open it at all */
  needs: Permission
  list: string
  listTitle: string
  tabs(t: Translate, head: Pick<SourceHead, 'id' | 'size'>, reader: Actor): Link[]
}

export const sourcePlaces: Readonly<Record<SourceKind, SourcePlace>> = {
  'course-run': {
    certificates: paths.courseRuns.certificates,
    lines: paths.courseRuns.results,
    show: paths.courseRuns.show,
    needs: 'course-run.view',
    list: paths.courseRuns.list(),
    listTitle: 'courseRuns.title',
    tabs: (t, { id, size }) => runTabs(t, { _id: id, ...(size !== undefined && { enrolled: size }) }, 'certificates'),
  },
  apprenticeship: {
    certificates: paths.apprenticeships.certificates,
    // Who examines sees the marks, not the class.
    lines: (id, reader) =>
      may(reader, 'apprentice.view') ? paths.apprentices.ofClass(id) : paths.apprentices.assessment(id),
    show: paths.apprenticeships.show,
    needs: 'apprenticeship.view',
    list: paths.apprenticeships.list(),
    listTitle: 'apprenticeships.title',
    tabs: (t, { id }, reader) => classTabs(t, id, reader, 'certificates'),
  },
  competition: {
    certificates: paths.awards.certificates,
    lines: paths.awards.list,
    show: paths.events.show,
    needs: 'competition.view',
    list: paths.competitions.list(),
    listTitle: 'competitions.title',
    tabs: (t, { id }, reader) => eventTabs(t, id, 'certificates', reader).tabs,
  },
  recognition: {
    certificates: paths.recognitions.certificates,
    lines: paths.recognitions.show,
    show: paths.recognitions.show,
    needs: 'recognition.view',
    list: paths.recognitions.list(),
    listTitle: 'recognitions.title',
    tabs: () => [],
  },
}

export const sourceCrumbs = (t: Translate, { kind, id, title }: Pick<SourceHead, 'kind' | 'id' | 'title'>): Link[] => {
  const place = sourcePlaces[kind]
  return [
    { text: t(place.listTitle), href: place.list },
    { text: title, href: place.show(id) },
  ]
}
