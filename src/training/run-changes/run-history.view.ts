import { formatDay, formatInstant } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Fact, Moment } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import { lessonTable } from '../lessons/lesson.view.js'
import { teachersText } from '../course-runs/course-run.forms.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { changedFacts, type FiledFacts } from '../run-facts/run-facts.rules.js'

/** The sentence of what the run waits for, on top of its history. */
function waiting(t: Translate, run: CourseRunRecord): Moment[] {
  if (run.state !== 'submitted' && run.state !== 'county-passed') return []
  return [{ text: t(`courseRuns.waits-${run.state}`), at: '', atIso: '', now: true }]
}

/** Who did what and when, newest first. */
export function runTimeline(t: Translate, run: CourseRunRecord): Moment[] {
  const steps = [...(run.timeline ?? [])].reverse().map(({ act, at, byName, note }): Moment => ({
    text: t(`courseRuns.act-${act}`),
    by: byName,
    at: formatInstant(at),
    atIso: at.toISOString(),
    ...(note && { note }),
  }))
  const moments = [...waiting(t, run), ...steps]
  return moments.map((moment, index) => ({ ...moment, ...(index === 0 && { now: true }) }))
}

const textOf = (t: Translate, field: string, facts: Partial<FiledFacts>): string => {
  if (field === 'startsOn' || field === 'endsOn') return facts[field] ? formatDay(facts[field], t.lang) : ''
  if (field === 'teachers') return teachersText(facts.teachers ?? []).replaceAll('\n', t.lang === 'en' ? '; ' : '；')
  if (field === 'assessmentBodyId') return facts.assessmentBodyName ?? ''
  if (field === 'lessons') return t('lessons.count', { count: facts.lessons?.length ?? 0 })
  return field === 'capacity' ? t('courseRuns.people', { count: facts.capacity ?? 0 }) : (facts.place ?? '')
}
const labels: Record<string, string> = {
  startsOn: 'courseRuns.startsOn',
  endsOn: 'courseRuns.endsOn',
  place: 'courseRuns.place',
  capacity: 'courseRuns.capacity',
  teachers: 'courseRuns.teachers',
  assessmentBodyId: 'courseRuns.assessmentBody',
  lessons: 'lessons.timetable',
}

/** Every fact that differs, old → new, and the rows of the timetable that came or went. */
export function changesOf(t: Translate, before: FiledFacts, after: FiledFacts): { facts: Fact[]; table?: Table } {
  const fields = changedFacts(before, after)
  const facts = fields.map((field): Fact => ({
    label: t(labels[field]!),
    old: textOf(t, field, before),
    value: textOf(t, field, after),
  }))
  return { facts, ...(fields.includes('lessons') && { table: lessonTable(t, after.lessons, before.lessons) }) }
}

export interface VersionShown {
  title: string
  sub: string
  facts: Fact[]
  table?: Table
}

/** All versions that were ever in force, newest first; the first is what was filed. */
export function versionsOf(t: Translate, run: CourseRunRecord): VersionShown[] {
  const versions = run.versions ?? []
  return versions
    .map((one, index) => {
      const before = versions[index - 1]
      const sub = [one.at ? formatInstant(one.at) : '', one.byName, one.reason].filter(Boolean).join(' · ')
      const changed = before ? changesOf(t, before.facts as FiledFacts, one.facts as FiledFacts) : { facts: [] }
      return {
        title: t(index === 0 ? 'courseRuns.versionFiled' : 'courseRuns.version', { version: one.version ?? index + 1 }),
        sub,
        ...changed,
      }
    })
    .reverse()
}
