import { paths } from '../../paths.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { runTag } from '../../training/run-lists/run-table.view.js'
import { fill, problemsOf, type Errors } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Action, Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, Empty, Table } from '../../web/table-models.js'
import type { ApprenticeRow } from '../apprentices/apprentice.queries.js'
import { classCrumbs, classTabs } from '../apprenticeships/class-tabs.view.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import type { TaughtRun } from './teaching.queries.js'

export interface TeachingData {
  one: ApprenticeshipRecord
  actor: Actor
  runs: readonly TaughtRun[]
  free: readonly TaughtRun[]
  rows: readonly ApprenticeRow[]
  hours: ReadonlyMap<string, number>
}

/** The course runs of a class, who attended how much, and, for the institution, what to link. */
export function teachingPage(
  t: Translate,
  { one, actor, runs, free, rows, hours }: TeachingData,
  errors: Errors = {},
): Page & { tabs: Link[]; table?: Table; attendance?: Table; empty?: Empty; form?: Form; noFree: boolean } {
  const id = String(one._id)
  const [teaches, reads] = [may(actor, 'apprentice.teach'), may(actor, 'course-run.view')]
  const acts = (run: TaughtRun): Action[] => [
    {
      text: t('centralTeaching.enrol'),
      href: paths.apprentices.enrolTaught(id),
      post: true,
      style: 'outline',
      fields: { run: run._id },
    },
    {
      text: t('centralTeaching.unlink'),
      href: paths.apprentices.unlinkTeaching(id),
      post: true,
      style: 'link',
      fields: { run: run._id },
    },
  ]
  const cells = (run: TaughtRun): Cell[] => [
    { text: run.title, sub: run.number, ...(reads && { href: paths.courseRuns.show(run._id) }) },
    { text: `${run.startsOn} – ${run.endsOn}`, num: true },
    { text: String(run.course.theoryHours + run.course.practiceHours), n: true },
    { text: String(run.enrolled), n: true, ...(reads && { href: paths.courseRuns.roster(run._id) }) },
    { tag: runTag(t, run.state) },
    ...(teaches ? [{ bare: true, actions: acts(run) }] : []),
  ]
  const columns = ['run', 'dates', 'hours', 'enrolled'].map((key) => ({
    label: t(`centralTeaching.${key}`),
    n: key === 'hours' || key === 'enrolled',
  }))
  const attendance = rows.map((row): Cell[] => [
    { text: row.personName, sub: row.idMasked, href: paths.apprentices.show(row._id) },
    {
      text: hours.has(row.personId)
        ? t('centralTeaching.attended', { hours: hours.get(row.personId)! })
        : t('centralTeaching.notRecorded'),
    },
  ])
  return {
    layout: 'staff',
    title: t('centralTeaching.title'),
    lead: t('centralTeaching.lead', { hours: one.centralHours }),
    crumbs: classCrumbs(t, one, t('centralTeaching.title')),
    tabs: classTabs(t, id, actor, 'teaching'),
    problems: problemsOf(errors),
    noFree: teaches && free.length === 0,
    ...(runs.length > 0
      ? {
          table: {
            caption: t('centralTeaching.runs'),
            columns: [
              ...columns,
              { label: t('apprentices.state') },
              ...(teaches ? [{ label: t('centralTeaching.act') }] : []),
            ],
            rows: runs.map((run) => ({ cells: cells(run) })),
          },
        }
      : { empty: { title: t('centralTeaching.none'), text: t('centralTeaching.noneText') } }),
    ...(runs.length > 0 &&
      rows.length > 0 && {
        attendance: {
          caption: t('centralTeaching.attendance'),
          columns: [{ label: t('apprentices.name') }, { label: t('centralTeaching.hours') }],
          rows: attendance.map((one) => ({ cells: one })),
        },
      }),
    ...(teaches &&
      free.length > 0 && {
        form: {
          action: paths.apprentices.linkTeaching(id),
          submit: t('centralTeaching.linkSubmit'),
          sections: [
            {
              fields: fill(
                [
                  {
                    name: 'run',
                    label: t('centralTeaching.which'),
                    kind: 'radios',
                    options: free.map((run) => ({
                      value: run._id,
                      label: run.title,
                      hint: `${run.number} · ${run.startsOn} – ${run.endsOn}`,
                    })),
                  },
                ],
                {},
                errors,
              ),
            },
          ],
        },
      }),
  }
}
