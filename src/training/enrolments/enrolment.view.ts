import { paths, withQuery } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { runTag } from '../run-lists/run-table.view.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { runTabs } from '../course-runs/course-run.view.js'
import type { Action, Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import type { List, Row } from '../../web/table-models.js'
import type { RosterRow, RosterSearch } from './enrolment.queries.js'
import { editable, type RosterRights } from './enrolment.rules.js'
import { chipsOf, filterOf, tableOf } from './roster-table.view.js'

export interface ImportLine {
  id: string
  fileName: string
  at: Date
  counts: { new: number; update: number; fault: number }
  stateText: string
}

export interface RosterData {
  run: CourseRunRecord
  actor: Actor
  rights: RosterRights
  asked: RosterSearch
  page: PageOf
  rows: readonly RosterRow[]
  categories: readonly string[]
  withoutPhoto: number
  imports: readonly ImportLine[]
}

export const rosterCrumbs = (t: Translate, run: CourseRunRecord, last?: string): Link[] => [
  { text: t('enrolments.runs'), href: paths.courseRuns.list() },
  { text: run.title, href: paths.courseRuns.show(String(run._id)) },
  ...(last
    ? [
        { text: t('enrolments.roster'), href: paths.courseRuns.roster(String(run._id)) },
        { text: last, href: '' },
      ]
    : [{ text: t('enrolments.roster'), href: '' }]),
]

export function rosterPage(
  t: Translate,
  data: RosterData,
): Page & { list: List; tabs: Link[]; note?: Note; papers: Row[]; imports: Row[] } {
  const { run, rights } = data
  return {
    layout: 'staff',
    title: t('enrolments.roster'),
    tag: runTag(t, run.state),
    crumbs: rosterCrumbs(t, run),
    meta: t('enrolments.meta', { count: run.enrolled, capacity: run.capacity }),
    actions: editable(rights) && run.enrolled > 0 ? rosterActions(t, run) : [],
    tabs: runTabs(t, run, 'roster'),
    note: noteOf(t, rights),
    list: listOf(t, data),
    papers: papersOf(t, data),
    imports: data.imports.map((one) => importRow(t, one, data.actor)),
  }
}

const rosterActions = (t: Translate, { _id }: CourseRunRecord): Action[] => [
  { text: t('enrolments.import'), href: paths.imports.create(String(_id)), style: 'primary', icon: 'upload' },
  { text: t('enrolments.addOne'), href: paths.courseRuns.addTrainee(String(_id)), style: 'outline', icon: 'plus-lg' },
]

/** Why there is no button where one is expected. */
function noteOf(t: Translate, { mayEdit, verdict, until }: RosterRights): Note | undefined {
  if (!mayEdit || verdict.ok) return undefined
  return { kind: 'wait', text: t(`enrolments.${verdict.reason}`, { percent: verdict.percent, until }) }
}

function listOf(t: Translate, data: RosterData): List {
  const { run, rights, asked, page, rows } = data
  const here = paths.courseRuns.roster(String(run._id))
  const chosen = Object.values(asked).some((value) => value)
  if (page.total === 0 && !chosen)
    return {
      empty: {
        title: t('enrolments.empty'),
        text: editable(rights) ? t('enrolments.emptyText') : t('enrolments.emptyClosed'),
        actions: editable(rights) ? rosterActions(t, run) : [],
      },
    }
  return {
    filter: filterOf(t, data, here),
    ...(chosen && {
      found: t('enrolments.found', { count: page.total }),
      chips: chipsOf(t, asked, here),
      clearHref: here,
    }),
    ...(rows.length > 0
      ? { table: tableOf(t, data) }
      : {
          empty: {
            filtered: true,
            title: t('enrolments.noMatch'),
            actions: [{ text: t('enrolments.clear'), href: here, style: 'outline' as const }],
          },
        }),
    pager: pagerOf(page, (number) => withQuery(here, { ...asked, page: number })),
  }
}

function papersOf(t: Translate, { run, rights, withoutPhoto, actor }: RosterData): Row[] {
  const id = String(run._id)
  if (run.enrolled === 0) return []
  return [
    ...(may(actor, 'report.print')
      ? [
          { text: t('enrolments.rosterPdf'), href: paths.courseRuns.rosterPdf(id), icon: 'printer' },
          { text: t('enrolments.signInPdf'), href: paths.courseRuns.signInPdf(id), icon: 'printer' },
        ]
      : []),
    ...(rights.mayEdit
      ? [
          {
            text: t('enrolments.photos'),
            href: paths.courseRuns.photos(id),
            icon: 'upload',
            sub:
              withoutPhoto > 0
                ? t('enrolments.photosMissing', { count: withoutPhoto })
                : t('enrolments.photosComplete'),
          },
          {
            text: t('traineeAccounts.accounts'),
            href: paths.courseRuns.accounts(id),
            icon: 'phone',
            sub: t('traineeAccounts.rosterSub'),
          },
        ]
      : []),
  ]
}

// An import shows what was typed, faults included: only those who import open it.
const importRow = (t: Translate, { id, fileName, at, counts, stateText }: ImportLine, actor: Actor): Row => ({
  text: fileName,
  ...(may(actor, 'roster.import') && { href: paths.imports.show(id) }),
  right: stateText,
  sub: t('enrolments.importedLine', {
    at: formatInstant(at),
    new: counts.new,
    update: counts.update,
    fault: counts.fault,
  }),
})
