import { paths, withQuery } from '../../paths.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { CourseRecord } from '../courses/course.model.js'
import { versionOf } from '../courses/course.rules.js'
import type { Lesson } from '../lessons/lesson.rules.js'
import { lessonTable, sumText } from '../lessons/lesson.view.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { Check, Fact } from '../../web/story-models.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { factFields, runFacts } from '../run-facts/run-facts.view.js'
import { crumbsTo, runSteps } from './run-steps.view.js'

export interface BodyOption {
  id: string
  name: string
}

export interface FactsData {
  course: Pick<CourseRecord, 'title' | 'certificateFamily'> & { _id?: unknown }
  run?: CourseRunRecord
  bodies: readonly BodyOption[]
  maxTrainees: number
  savedAt?: string
}

export function factsPage(
  t: Translate,
  { course, run, bodies, maxTrainees, savedAt }: FactsData,
  values: Values,
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = run && String(run._id)
  const back = run
    ? { text: t('courseRuns.laterBack'), href: paths.courseRuns.show(id!) }
    : { text: t('courses.notNow'), href: paths.courseRuns.list() }
  return {
    layout: 'staff',
    width: 'form',
    title: run ? run.title : t('courseRuns.new'),
    problems: problemsOf(errors),
    steps: runSteps(t, 'facts', id),
    lead: t('courseRuns.ofCourse', { title: course.title }),
    crumbs: crumbsTo(t, t('courseRuns.step-facts'), run),
    form: {
      action: id ? paths.courseRuns.edit(id) : withQuery(paths.courseRuns.create(), { course: String(course._id) }),
      submit: t('courses.saveAndContinue'),
      back,
      sections: [
        {
          fields: fill(
            factFields(t, { bodies, needsBody: course.certificateFamily === 'level', maxTrainees, withRegion: true }),
            values,
            errors,
          ),
        },
      ],
      ...(run && { hidden: { version: String(versionOf(run)) } }),
      ...(savedAt && { draft: t('courses.draftSaved', { time: savedAt }) }),
    },
  }
}

/** Everything once more before it is handed in. */
export function checkPage(
  t: Translate,
  run: CourseRunRecord,
  checks: readonly Check[],
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = String(run._id)
  const lessons = (run.lessons ?? []) as Lesson[]
  const [edit, timetable] = [paths.courseRuns.edit(id), paths.courseRuns.lessons(id)]
  const where = (field: string) =>
    field === 'lessons' ? timetable : field === 'declaration' ? '#declaration' : `${edit}#${field}`
  const declaration: FieldSpec = { name: 'declaration', label: t('courseRuns.declaration'), kind: 'checkbox' }
  const shown: Fact[] = [
    {
      label: t('lessons.timetable'),
      value: t('lessons.count', { count: lessons.length }),
      note: sumText(t, lessons, run.course),
      edit: { text: '', href: timetable },
    },
  ]
  return {
    layout: 'staff',
    width: 'form',
    title: t('courseRuns.checkTitle'),
    lead: run.title,
    steps: runSteps(t, 'check', id),
    problems: Object.entries(errors).map(([field, text]) => ({ text, ...(field !== '_' && { href: where(field) }) })),
    crumbs: crumbsTo(t, t('courseRuns.step-check'), run),
    sections: [
      ...runFacts(t, run, { facts: edit, course: paths.courses.show(run.courseId) }),
      {
        title: t('courseRuns.step-lessons'),
        facts: shown,
        ...(lessons.length > 0 && { table: lessonTable(t, lessons) }),
      },
      { title: t('runReviews.findings'), checks },
    ],
    note: {
      text: t('courseRuns.afterSubmit'),
      more: t('courseRuns.afterSubmitText', { county: regionName(run.region, t.lang) }),
    },
    form: {
      action: paths.courseRuns.submit(id),
      submit: t('courseRuns.submit'),
      back: { text: t('courses.keepDraft'), href: paths.courseRuns.show(id) },
      hidden: { version: String(versionOf(run)) },
      sections: [
        { fields: fill([declaration], {}, errors['declaration'] ? { declaration: errors['declaration'] } : {}) },
      ],
    },
  }
}
