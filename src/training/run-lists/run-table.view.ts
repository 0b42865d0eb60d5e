import { paths } from '../../paths.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Tag } from '../../web/link-models.js'
import type { Cell, Column, Table } from '../../web/table-models.js'
import type { CourseRunState } from '../course-runs/course-run.model.js'
import type { RunRow } from '../course-runs/course-run.queries.js'

const tagKinds: Record<CourseRunState, Tag['kind']> = {
  draft: 'neutral',
  submitted: 'wait',
  'county-passed': 'wait',
  filed: 'good',
  running: 'run',
  'awaiting-assessment': 'wait',
  closed: 'good',
  returned: 'back',
  rejected: 'back',
  withdrawn: 'neutral',
  suspended: 'wait',
}
export const runTag = (t: Translate, state: CourseRunState): Tag => ({
  kind: tagKinds[state],
  text: t(`courseRuns.state-${state}`),
})

export interface Sorting {
  startsOn: Column['sort']
  enrolled: Column['sort']
}

/** Course runs as rows; the institution stands in them for those who see several. */
export function runTable(
  t: Translate,
  rows: readonly RunRow[],
  { institution, sort, selected }: { institution: boolean; sort?: Sorting; selected?: (id: string) => boolean },
): Table {
  const columns: Column[] = [
    { label: t('courseRuns.run') },
    ...(institution ? [{ label: t('courseRuns.institution') }] : []),
    { label: t('courseRuns.county') },
    { label: t('courseRuns.dates'), sort: sort?.startsOn },
    { label: t('courseRuns.trainees'), n: true, sort: sort?.enrolled },
    { label: t('courseRuns.state') },
  ]
  const cellsOf = (run: RunRow): Cell[] => [
    { text: run.title, href: paths.courseRuns.show(run._id), sub: run.number },
    ...(institution ? [{ text: run.organisationName, full: true, bare: true }] : []),
    { text: regionName(run.region, t.lang) },
    { text: run.startsOn, num: true, sub: t('courseRuns.until', { day: run.endsOn }) },
    { text: t('courseRuns.people', { count: run.enrolled }), href: paths.courseRuns.roster(run._id), n: true },
    { tag: runTag(t, run.state) },
  ]
  return {
    caption: t('courseRuns.caption'),
    columns,
    rows: rows.map((run) => ({ id: run._id, cells: cellsOf(run), ...(selected?.(run._id) && { selected: true }) })),
  }
}

/** The runs of one course, on the course's own page. */
export const runsOfCourse = (t: Translate, rows: readonly RunRow[]): { table?: Table } =>
  rows.length === 0 ? {} : { table: runTable(t, rows, { institution: false }) }
