import { formatDays } from '../../shared/dates.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { hoursText, programmeText, skillText } from '../courses/course.view.js'
import type { FieldSpec, Values } from '../../web/form.js'
import type { Fact } from '../../web/story-models.js'
import type { BodyOption } from '../run-drafts/run-draft.view.js'
import { teachersText } from '../course-runs/course-run.forms.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { FiledFacts } from './run-facts.rules.js'

/** The fields that a change request has, too; the county only a new run. */
export function factFields(
  t: Translate,
  {
    bodies,
    needsBody,
    maxTrainees,
    withRegion,
  }: { bodies: readonly BodyOption[]; needsBody: boolean; maxTrainees: number; withRegion: boolean },
): FieldSpec[] {
  const body: FieldSpec = {
    name: 'assessmentBodyId',
    label: t('courseRuns.assessmentBody'),
    kind: 'select',
    hint: t(bodies.length > 0 ? 'courseRuns.bodyHint' : 'courseRuns.noBodies'),
    options: [{ value: '', label: t('frame.choose') }, ...bodies.map(({ id, name }) => ({ value: id, label: name }))],
  }
  return [
    { name: 'startsOn', label: t('courseRuns.startsOn'), kind: 'date', hint: t('courseRuns.startsOnHint') },
    { name: 'endsOn', label: t('courseRuns.endsOn'), kind: 'date' },
    {
      name: 'capacity',
      label: t('courseRuns.capacity'),
      kind: 'number',
      width: 4,
      unit: t('courseRuns.peopleUnit'),
      hint: t('courseRuns.capacityHint', { max: maxTrainees }),
    },
    ...(withRegion
      ? [
          {
            name: 'region',
            label: t('courseRuns.region'),
            kind: 'select' as const,
            width: 8 as const,
            hint: t('courseRuns.regionHint'),
            options: [
              { value: '', label: t('frame.choose') },
              ...threeCounties.map((code) => ({ value: code, label: regionName(code, t.lang) })),
            ],
          },
        ]
      : []),
    { name: 'place', label: t('courseRuns.place'), kind: 'text', hint: t('courseRuns.placeHint'), maxlength: 120 },
    {
      name: 'teachers',
      label: t('courseRuns.teachers'),
      kind: 'textarea',
      rows: 3,
      hint: t('courseRuns.teachersHint'),
    },
    ...(needsBody ? [body] : []),
  ]
}

export const valuesOfFacts = ({
  startsOn,
  endsOn,
  place,
  capacity,
  teachers,
  assessmentBodyId,
  region,
}: Partial<Omit<FiledFacts, 'lessons'>> & { region?: string }): Values => ({
  startsOn: startsOn ?? '',
  endsOn: endsOn ?? '',
  place: place ?? '',
  capacity: capacity === undefined ? '' : String(capacity),
  teachers: teachersText(teachers ?? []),
  assessmentBodyId: assessmentBodyId ?? '',
  region: region ?? '',
})

/** Course, dates and teachers of a run, by step; shown on the check page, on the review page and on the run's own. */
export function runFacts(
  t: Translate,
  run: CourseRunRecord,
  edit?: { facts: string; course: string },
): { title: string; facts: Fact[] }[] {
  const editing = (href: string | undefined) => (href ? { edit: { text: '', href } } : {})
  const course: Fact[] = [
    { label: t('courses.occupation'), value: skillText(t, run.course) },
    { label: t('courses.programme'), value: programmeText(t, run.course) },
    { label: t('courses.hours'), value: hoursText(t, run.course) },
    { label: t('courses.family'), value: t(`courses.family-${run.course.certificateFamily}`) },
  ]
  const facts: Fact[] = [
    { label: t('courseRuns.dates'), value: formatDays(run.startsOn, run.endsOn, t.lang) },
    { label: t('courseRuns.capacity'), value: t('courseRuns.people', { count: run.capacity }) },
    { label: t('courseRuns.place'), value: run.place, note: regionName(run.region, t.lang) },
    {
      label: t('courseRuns.teachers'),
      value: teachersText(run.teachers ?? []).replaceAll('\n', t.lang === 'en' ? '; ' : '；'),
    },
    ...(run.assessmentBodyName ? [{ label: t('courseRuns.assessmentBody'), value: run.assessmentBodyName }] : []),
  ]
  return [
    { title: t('courseRuns.step-course'), facts: course.map((fact) => ({ ...fact, ...editing(edit?.course) })) },
    { title: t('courseRuns.step-facts'), facts: facts.map((fact) => ({ ...fact, ...editing(edit?.facts) })) },
  ]
}
