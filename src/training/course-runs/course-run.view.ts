import { paths } from '../../paths.js'
import { formatDay, type Day } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Action, Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Note } from '../../web/story-models.js'
import { lessonTable, sumText } from '../lessons/lesson.view.js'
import type { Lesson } from '../lessons/lesson.rules.js'
import { runFacts } from '../run-facts/run-facts.view.js'
import { runTimeline, versionsOf } from '../run-changes/run-history.view.js'
import type { CourseRunRecord } from './course-run.model.js'
import { allowedActs, mayRequestChange, type RunAct } from './course-run.rules.js'
import { runTag } from '../run-lists/run-table.view.js'

export interface ShowData {
  run: CourseRunRecord
  actor: Actor
  today: Day
  hasScores: boolean
  canDecideChange: boolean
}

/** Links between the pages of one run; other rooms draw them, too. */
export function runTabs(
  t: Translate,
  run: { _id?: unknown; enrolled?: number },
  current: 'run' | 'roster' | 'attendance' | 'results' | 'certificates',
): Link[] {
  const id = String(run._id)
  return [
    { text: t('courseRuns.tab-run'), href: paths.courseRuns.show(id), current: current === 'run' },
    {
      text: t('courseRuns.tab-roster'),
      href: paths.courseRuns.roster(id),
      count: run.enrolled ?? 0,
      current: current === 'roster',
    },
    { text: t('courseRuns.tab-attendance'), href: paths.courseRuns.attendance(id), current: current === 'attendance' },
    { text: t('courseRuns.tab-results'), href: paths.courseRuns.results(id), current: current === 'results' },
    {
      text: t('courseRuns.tab-certificates'),
      href: paths.courseRuns.certificates(id),
      current: current === 'certificates',
    },
  ]
}

const posts: Partial<Record<RunAct, (id: string) => string>> = {
  start: paths.courseRuns.start,
  'finish-teaching': paths.courseRuns.finishTeaching,
  resume: paths.courseRuns.resume,
  recall: paths.courseRuns.recall,
}
const asks: Partial<Record<RunAct, (id: string) => string>> = {
  withdraw: paths.courseRuns.withdraw,
  suspend: paths.courseRuns.suspend,
}

/** One primary act, by what the run needs next and what this person may do. */
function actionsOf(t: Translate, { run, actor, today, hasScores, canDecideChange }: ShowData): Action[] {
  const id = String(run._id)
  const acts = allowedActs(run, actor, { today, hasScores })
  const button = (act: RunAct, style: Action['style']): Action[] => {
    if (!acts.includes(act)) return []
    const post = posts[act]
    return [
      { text: t(`courseRuns.do-${act}`), style, ...(post ? { href: post(id), post: true } : { href: asks[act]!(id) }) },
    ]
  }
  const maker = may(actor, 'course-run.edit')
  const primary: Action[] = [
    ...(acts.includes('submit')
      ? [
          {
            text: t(run.state === 'returned' ? 'courseRuns.correct' : 'courseRuns.goOn'),
            href:
              run.state === 'returned' || (run.lessons ?? []).length === 0
                ? paths.courseRuns.edit(id)
                : paths.courseRuns.check(id),
            style: 'primary' as const,
          },
        ]
      : []),
    ...(acts.includes('county-pass') || acts.includes('file')
      ? [{ text: t('courseRuns.review'), href: paths.courseRuns.review(id), style: 'primary' as const }]
      : []),
    ...(canDecideChange
      ? [{ text: t('runChanges.see'), href: paths.courseRuns.change(id), style: 'primary' as const }]
      : []),
    ...button('start', 'primary'),
    ...button('finish-teaching', 'primary'),
    ...(run.state === 'awaiting-assessment' && may(actor, 'result.edit')
      ? [{ text: t('courseRuns.enterResults'), href: paths.courseRuns.results(id), style: 'primary' as const }]
      : []),
    ...(run.state === 'closed' && may(actor, 'certificate.issue')
      ? [{ text: t('courseRuns.toCertificates'), href: paths.courseRuns.certificates(id), style: 'primary' as const }]
      : []),
    ...button('resume', 'primary'),
  ]
  const [first, ...rest] = primary
  return [
    ...(first ? [first] : []),
    ...rest.map((action): Action => ({ ...action, style: 'outline' })),
    ...(maker && mayRequestChange(run.state) && !run.changeRequest?.requestedById
      ? [{ text: t('runChanges.ask'), href: paths.courseRuns.change(id), style: 'outline' as const }]
      : []),
    ...button('recall', 'outline'),
    ...button('withdraw', 'outline-danger'),
    ...button('suspend', 'outline-danger'),
  ]
}

/** What stands in the way or comes next, in one sentence, so that no act is missing without its reason. */
function noteOf(t: Translate, { run, actor, today, canDecideChange }: ShowData): Note | undefined {
  const last = (act: string) => [...(run.timeline ?? [])].reverse().find((step) => step.act === act)?.note ?? ''
  const maker = may(actor, 'course-run.edit')
  if (run.state === 'returned') return { kind: 'wait', text: t('courseRuns.returnedBecause'), more: last('return') }
  if (run.state === 'rejected') return { kind: 'wait', text: t('courseRuns.rejectedBecause'), more: last('reject') }
  if (run.state === 'suspended') return { kind: 'wait', text: t('courseRuns.suspendedBecause'), more: last('suspend') }
  if (run.state === 'withdrawn') return { text: t('courseRuns.withdrawnBecause'), more: last('withdraw') }
  if (run.changeRequest?.requestedById)
    return {
      kind: 'wait',
      text: t(canDecideChange ? 'runChanges.waitsForYou' : 'runChanges.waits'),
      more: run.changeRequest.reason ?? '',
      ...(maker && {
        actions: [{ text: t('runChanges.see'), href: paths.courseRuns.change(String(run._id)), style: 'link' }],
      }),
    }
  if (!maker) return undefined
  if (run.state === 'filed' && today < run.startsOn)
    return {
      text: t('courseRuns.startFrom', { day: formatDay(run.startsOn, t.lang) }),
      more: t(run.enrolled ? 'courseRuns.startFromMore' : 'courseRuns.rosterFirst'),
      ...(!run.enrolled && {
        actions: [{ text: t('courseRuns.toRoster'), href: paths.courseRuns.roster(String(run._id)), style: 'link' }],
      }),
    }
  if (run.state === 'running' && today < run.endsOn)
    return { text: t('courseRuns.finishFrom', { day: formatDay(run.endsOn, t.lang) }) }
  return undefined
}

export function runPage(t: Translate, data: ShowData): Page & Record<string, unknown> {
  const { run } = data
  const [course, facts] = runFacts(t, run)
  const lessons = (run.lessons ?? []) as Lesson[]
  const head: Fact[] = [
    {
      label: t('courseRuns.institution'),
      value: run.organisationName,
      href: paths.organisations.show(run.organisationId),
    },
    { label: t('courses.course'), value: run.course.title, href: paths.courses.show(run.courseId) },
    {
      label: t('courseRuns.trainees'),
      value: t('courseRuns.ofCapacity', { enrolled: run.enrolled, capacity: run.capacity }),
      href: paths.courseRuns.roster(String(run._id)),
    },
  ]
  return {
    layout: 'staff',
    title: run.title,
    tag: runTag(t, run.state),
    meta: run.number,
    actions: actionsOf(t, data),
    tabs: runTabs(t, run, 'run'),
    note: noteOf(t, data),
    crumbs: [
      { text: t('courseRuns.title'), href: paths.courseRuns.list() },
      { text: run.number, href: '' },
    ],
    facts: [
      ...head,
      ...course!.facts,
      ...facts!.facts,
      ...(run.filedOn ? [{ label: t('courseRuns.filedOn'), value: formatDay(run.filedOn, t.lang) }] : []),
      ...(run.closedOn ? [{ label: t('courseRuns.closedOn'), value: formatDay(run.closedOn, t.lang) }] : []),
    ],
    moments: runTimeline(t, run),
    versions: versionsOf(t, run),
    sum: sumText(t, lessons, run.course),
    ...(lessons.length > 0 && { lessons: lessonTable(t, lessons) }),
  }
}
