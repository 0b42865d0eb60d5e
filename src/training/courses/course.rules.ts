import { levelEntry, levelName, type Level } from '../../shared/levels.js'
import type { CertificateFamily, CourseRecord, Funding, ProgrammeKind } from './course.model.js'

/** XA2022-0233: the year of registration and the number in that year. */
export const courseNumber = (year: number, sequence: number): string => `XA${year}-${String(sequence).padStart(4, '0')}`

/** XA2022-0233-03 */
export const runNumber = (course: string, sequence: number): string => `${course}-${String(sequence).padStart(2, '0')}`

const named = /[（(].*级.*[）)]$/

/** 砌筑工（五级）第3期; a title that says its level already is not given it twice, and one without a level gets a space. */
export function runTitle({ title, level }: { title: string; level?: number | null }, sequence: number): string {
  if (named.test(title)) return `${title}第${sequence}期`
  if (!level) return `${title} 第${sequence}期`
  const { grade } = levelEntry(level as Level)
  return `${title}（${grade ?? levelName(level as Level, 'zh-CN')}）第${sequence}期`
}

export interface CourseFacts {
  title: string
  occupationId?: string
  workType?: string
  level?: number
  theoryHours: number
  practiceHours: number
  programme: ProgrammeKind
  startUpKind?: string
  funding: Funding
  certificateFamily: CertificateFamily
  feeFen: number
  delivery: 'classroom' | 'online' | 'blended'
  summary?: string
}

export type CourseFault =
  | 'title-missing'
  | 'start-up-kind-missing'
  | 'occupation-needed'
  | 'level-needed'
  | 'level-not-offered'
  | 'work-type-unknown'
  | 'hours-missing'
  | 'too-few-hours'
  | 'funding-not-fitting'
  | 'fee-for-subsidised'

export interface FieldFault {
  field: keyof CourseFacts
  reason: CourseFault
}

interface OccupationOffer {
  levels: readonly number[]
  workTypes: readonly string[]
}

const neverSubsidised: readonly ProgrammeKind[] = ['social', 'apprenticeship']

/** What is still wrong with a course, field by field; a complete one has no faults. `minHours` is the policy figure of the day. */
export function courseFaults(
  facts: CourseFacts,
  occupation: OccupationOffer | undefined,
  minHours: number,
): FieldFault[] {
  const faults: (FieldFault | false)[] = [
    facts.title === '' && { field: 'title', reason: 'title-missing' },
    facts.programme === 'start-up' && !facts.startUpKind && { field: 'startUpKind', reason: 'start-up-kind-missing' },
    ...occupationFaults(facts, occupation),
    ...hourFaults(facts, minHours),
    facts.funding === 'subsidised' &&
      neverSubsidised.includes(facts.programme) && { field: 'funding', reason: 'funding-not-fitting' },
    facts.funding === 'subsidised' && facts.feeFen > 0 && { field: 'feeFen', reason: 'fee-for-subsidised' },
  ]
  return faults.filter((fault) => fault !== false)
}

/** A level certificate names an occupation and one of the levels that its standard offers. */
function occupationFaults(
  { certificateFamily, level, workType }: CourseFacts,
  occupation: OccupationOffer | undefined,
): (FieldFault | false)[] {
  const byLevel = certificateFamily === 'level'
  return [
    (byLevel || level !== undefined) && !occupation && { field: 'occupationId', reason: 'occupation-needed' },
    byLevel && occupation !== undefined && level === undefined && { field: 'level', reason: 'level-needed' },
    level !== undefined &&
      occupation !== undefined &&
      !occupation.levels.includes(level) && { field: 'level', reason: 'level-not-offered' },
    workType !== undefined &&
      occupation !== undefined &&
      occupation.workTypes.length > 0 &&
      !occupation.workTypes.includes(workType) && { field: 'workType', reason: 'work-type-unknown' },
  ]
}

function hourFaults({ theoryHours, practiceHours, funding }: CourseFacts, minHours: number): (FieldFault | false)[] {
  const total = theoryHours + practiceHours
  return [
    total <= 0 && { field: 'theoryHours', reason: 'hours-missing' },
    total > 0 && funding === 'subsidised' && total < minHours && { field: 'theoryHours', reason: 'too-few-hours' },
  ]
}

/** The version of a lean record, which its type does not name; it travels with a form, so that no change is overwritten. */
export const versionOf = (record: object): number => (record as { version?: number }).version ?? 0

type Stored = Pick<
  CourseRecord,
  | 'title'
  | 'occupationId'
  | 'workType'
  | 'level'
  | 'theoryHours'
  | 'practiceHours'
  | 'programme'
  | 'startUpKind'
  | 'funding'
  | 'certificateFamily'
  | 'feeFen'
  | 'delivery'
  | 'summary'
>

/** The facts of a record as a form takes them. */
export function factsOf(course: Stored): CourseFacts {
  const {
    title,
    occupationId,
    workType,
    level,
    theoryHours,
    practiceHours,
    programme,
    startUpKind,
    funding,
    certificateFamily,
    feeFen,
    delivery,
    summary,
  } = course
  const base = { title, theoryHours, practiceHours, programme, funding, certificateFamily, feeFen, delivery }
  return {
    ...base,
    ...(occupationId && { occupationId }),
    ...(workType && { workType }),
    ...(level && { level }),
    ...(startUpKind && { startUpKind }),
    ...(summary && { summary }),
  }
}
