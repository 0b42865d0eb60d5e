import { addDays, weekdayOf, type Day } from '../../src/shared/dates.js'
import { demoCourses } from './courses.js'
import type { DemoPerson } from './people.js'
import type { Random } from './random.js'
import type { DemoRun, Stage } from './run-life.js'

// Course runs that begin in each month of 2022: slow in winter, slow at harvest, busy in spring and autumn.
const runsByMonth = [1, 2, 3, 4, 4, 4, 3, 2, 4, 4, 3, 2] as const
const hoursPerDay = 8
// Training for a contest comes with its contest.
const regularCourses = demoCourses.filter(({ programme }) => programme !== 'contest')

/** Hands out people one after another; a few come a second or third time, as they do in life. */
export function queueOf(people: readonly DemoPerson[], random: Random) {
  let next = 0
  return (count: number): DemoPerson[] => {
    const again = Math.min(next, random.between(2, 5))
    const chosen = new Set<DemoPerson>()
    while (chosen.size < again) chosen.add(people[random.between(0, next - 1)]!)
    while (chosen.size < count && next < people.length) chosen.add(people[next++]!)
    while (chosen.size < count) chosen.add(people[random.between(0, people.length - 1)]!)
    return [...chosen]
  }
}

const weekday = (day: Day): Day => (weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day)

/** Enough days for the hours, with weekends and a little room. */
export function lengthOf(course: string): number {
  const { theory, practice } = demoCourses.find(({ key }) => key === course)!
  return Math.ceil(((Math.ceil(theory / 4) * 4 + Math.ceil(practice / 4) * 4) / hoursPerDay) * 1.4) + 3
}

/** The year that the plan's target of 5,000 is about. */
export function runsOf2022(take: (count: number) => DemoPerson[], random: Random): DemoRun[] {
  return runsByMonth.flatMap((count, month) =>
    Array.from({ length: count }, (_, i): DemoRun => {
      const course = regularCourses[(month * 5 + i) % regularCourses.length]!.key
      const startsOn = weekday(
        `2022-${String(month + 1).padStart(2, '0')}-${String(1 + Math.floor((i * 20) / count)).padStart(2, '0')}`,
      )
      return {
        course,
        startsOn,
        days: lengthOf(course),
        people: take(random.between(32, 40)),
        until: i % 6 === 5 ? 'closed' : 'certified',
      }
    }),
  )
}

/** A few in the years between, so that five-year figures have something to add. */
export function runsBetween(take: (count: number) => DemoPerson[]): DemoRun[] {
  return [2023, 2024, 2025].flatMap((year) =>
    ['brick', 'home', 'ecommerce'].map((course, i): DemoRun => ({
      course,
      startsOn: weekday(`${year}-0${3 + 2 * i}-06`),
      days: lengthOf(course),
      people: take(30),
      until: 'certified',
    })),
  )
}

/** This year so far: a course run a month, up to two months ago. */
export function runsOfThisYear(take: (count: number) => DemoPerson[], today: Day): DemoRun[] {
  const year = today.slice(0, 4)
  const starts = Array.from({ length: 10 }, (_, i) => weekday(`${year}-${String(1 + i).padStart(2, '0')}-05`))
  return starts
    .filter((day) => addDays(day, 50) < today)
    .map((startsOn, i): DemoRun => {
      const course = regularCourses[(i * 4) % regularCourses.length]!.key
      return { course, startsOn, days: lengthOf(course), people: take(30), until: 'certified' }
    })
}

/** What an office has on its desk today: runs in every state. */
export function runsOfToday(take: (count: number) => DemoPerson[], today: Day): DemoRun[] {
  const at = (course: string, offset: number, until: Stage, count = 30): DemoRun => ({
    course,
    startsOn: weekday(addDays(today, offset)),
    days: lengthOf(course),
    people: take(count),
    until,
  })
  // Submitted 20 days before the first day, passed by the county 16, filed 12: so far ahead may each begin.
  return [
    at('care', 21, 'draft'),
    at('brick', 14, 'submitted', 38),
    at('pastry', 16, 'submitted', 34),
    at('shoes', 17, 'submitted', 36),
    at('electric', 12, 'county-passed', 36),
    at('guide', 13, 'county-passed', 30),
    at('weld', 9, 'filed', 28),
    at('home', 5, 'filed', 40),
    at('ecommerce', 8, 'filed', 32),
    at('farm', -6, 'running', 30),
    at('care4', -9, 'running', 34),
    at('bim', -12, 'running', 26),
    at('startup', -28, 'awaiting-assessment', 24),
    at('care', -40, 'closed', 36),
    at('pastry', -42, 'closed', 30),
    at('brick', -50, 'certified', 36),
    at('citizen', -30, 'certified', 40),
    // These four are taken out of the way that things should go.
    at('home', 15, 'submitted', 26),
    at('shoes', 16, 'submitted', 24),
    at('pastry', 9, 'filed', 22),
    at('weld', -5, 'running', 22),
  ]
}
