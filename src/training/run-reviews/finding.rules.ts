import { daysBetween, type Day } from '../../shared/dates.js'
import type { Overlap } from '../run-facts/run-neighbours.queries.js'
import type { LicenceVerdict } from '../../registry/organisations/organisation.rules.js'
import { hoursFit, hoursOf, type Clash, type Lesson } from '../lessons/lesson.rules.js'

export const findingKeys = [
  'hours',
  'least-hours',
  'licence',
  'body',
  'teachers',
  'capacity',
  'filing',
  'overlap',
] as const
export type FindingKey = (typeof findingKeys)[number]

/** What the system found: `ok` or worth a look, never a decision. The clause is the figure's own. */
export interface Finding {
  key: FindingKey
  ok: boolean
  params: Record<string, string | number>
  clause?: string
  link?: { id: string; title: string }
  /** trainees whom it is about, not more than a line takes */
  names?: readonly string[]
}

interface Dated {
  value: number
  clause: string
}
export interface FindingFacts {
  course: { theoryHours: number; practiceHours: number; funding: string }
  lessons: readonly Lesson[]
  capacity: number
  startsOn: Day
  /** the day of submission; for a draft, today */
  submittedOn: Day
  licence: LicenceVerdict
  /** none for courses without a level certificate */
  body?: LicenceVerdict
  clashes: readonly Clash[]
  /** `hidden`: a run that the reader may not open has no name here */
  overlaps: readonly (Omit<Overlap, 'organisationId' | 'region'> & { hidden?: boolean })[]
  figures: { minHours: Dated; minTrainees: Dated; maxTrainees: Dated; filingDays: Dated }
}

/** Everything that a reviewer would check by hand, in the order of the filing. */
export function findingsOf(facts: FindingFacts): Finding[] {
  const { course, lessons, licence, body, figures } = facts
  const hours = hoursOf(lessons)
  const total = Math.round((course.theoryHours + course.practiceHours) * 10) / 10
  const least = figures.minHours
  return [
    {
      key: 'hours',
      ok: hoursFit(lessons, course),
      params: { ...hours, theoryOf: course.theoryHours, practiceOf: course.practiceHours },
    },
    ...(course.funding === 'subsidised'
      ? [
          {
            key: 'least-hours' as const,
            ok: total >= least.value,
            params: { total, least: least.value },
            clause: least.clause,
          },
        ]
      : []),
    { key: 'licence', ok: licence.ok, params: { reason: licence.ok ? 'ok' : licence.reason } },
    ...(body ? [{ key: 'body' as const, ok: body.ok, params: { reason: body.ok ? 'ok' : body.reason } }] : []),
    ...teacherFindings(facts.clashes),
    capacityFinding(facts),
    filingFinding(facts),
    ...facts.overlaps.map(({ id, title, people, names, from, to, hidden }) => ({
      key: 'overlap' as const,
      ok: false,
      params: { people, days: daysBetween(from, to) + 1 },
      names,
      ...(!hidden && { link: { id, title } }),
    })),
  ]
}

function teacherFindings(clashes: readonly Clash[]): Finding[] {
  const [first] = clashes
  if (!first) return [{ key: 'teachers', ok: true, params: {} }]
  return [
    {
      key: 'teachers',
      ok: false,
      params: { teacher: first.lesson.teacher ?? '', day: first.lesson.on, run: first.with.run, count: clashes.length },
    },
  ]
}

function capacityFinding({ capacity, figures: { minTrainees, maxTrainees } }: FindingFacts): Finding {
  const few = capacity < minTrainees.value
  return {
    key: 'capacity',
    ok: !few && capacity <= maxTrainees.value,
    params: { capacity, min: minTrainees.value, max: maxTrainees.value },
    clause: few ? minTrainees.clause : maxTrainees.clause,
  }
}

function filingFinding({ submittedOn, startsOn, figures: { filingDays } }: FindingFacts): Finding {
  const days = daysBetween(submittedOn, startsOn)
  return {
    key: 'filing',
    ok: days >= filingDays.value,
    params: { days, least: filingDays.value },
    clause: filingDays.clause,
  }
}
