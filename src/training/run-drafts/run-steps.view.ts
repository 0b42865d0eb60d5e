import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { CourseRecord } from '../courses/course.model.js'
import { hoursText, programmeText } from '../courses/course.view.js'
import { fill } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { Step } from '../../web/story-models.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'

export type RunStep = 'facts' | 'lessons' | 'check'

/** The address of a step; with `id` those that are done lead back. */
export function runSteps(t: Translate, now: RunStep, id?: string): Step[] {
  const steps = [
    { key: 'facts', href: id && paths.courseRuns.edit(id) },
    { key: 'lessons', href: id && paths.courseRuns.lessons(id) },
    { key: 'check', href: id && paths.courseRuns.check(id) },
  ] as const
  const at = steps.findIndex(({ key }) => key === now)
  return [
    { text: t('courseRuns.step-course'), state: 'done' },
    ...steps.map(({ key, href }, index): Step => ({
      text: t(`courseRuns.step-${key}`),
      state: index < at ? 'done' : index === at ? 'now' : 'next',
      ...(href && index < at && { href }),
    })),
  ]
}

export const crumbsTo = (t: Translate, last: string, run?: Pick<CourseRunRecord, '_id' | 'title'>) => [
  { text: t('courseRuns.title'), href: paths.courseRuns.list() },
  ...(run ? [{ text: run.title, href: paths.courseRuns.show(String(run._id)) }] : []),
  { text: last, href: '' },
]

/** Which course the run is of, when the address does not say so. */
export function chooseCoursePage(t: Translate, courses: readonly CourseRecord[]): Page & Record<string, unknown> {
  const base = {
    layout: 'staff' as const,
    width: 'form' as const,
    title: t('courseRuns.new'),
    crumbs: crumbsTo(t, t('courseRuns.new')),
  }
  if (courses.length === 0)
    return {
      ...base,
      empty: {
        title: t('courseRuns.noCourses'),
        text: t('courseRuns.noCoursesText'),
        actions: [{ text: t('courses.new'), href: paths.courses.create(), style: 'primary' }],
      },
    }
  const options = courses.map((course) => ({
    value: String(course._id),
    label: course.title,
    hint: `${course.number} · ${hoursText(t, course)} · ${programmeText(t, course)}`,
  }))
  return {
    ...base,
    steps: [
      { text: t('courseRuns.step-course'), state: 'now' },
      ...(['facts', 'lessons', 'check'] as const).map((key): Step => ({
        text: t(`courseRuns.step-${key}`),
        state: 'next',
      })),
    ],
    form: {
      action: paths.courseRuns.create(),
      method: 'get',
      submit: t('courseRuns.next'),
      back: { text: t('courses.notNow'), href: paths.courseRuns.list() },
      sections: [
        {
          fields: fill([{ name: 'course', label: t('courseRuns.whichCourse'), kind: 'radios', options }], {
            course: options[0]!.value,
          }),
        },
      ],
    },
  }
}
