import { levelPrinted, type Level } from '../../shared/levels.js'
import type { CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import type { EnrolmentRecord } from '../../training/enrolments/enrolment.model.js'
import type { PersonRecord } from '../../registry/people/person.model.js'
import type { CompletionCertificatePaper, LevelCertificatePaper } from '../certificate-drawing/certificate-paper.js'
import type { Paper } from '../certificate-drawing/certificate-render.js'
import { issueFacts, type Issue } from '../certificate-drawing/printed-facts.js'

const mark = (score: number | null | undefined): string => (score ?? 0).toFixed(1)
const mean = (enrolment: EnrolmentRecord): string =>
  (((enrolment.theoryScore ?? 0) + (enrolment.practiceScore ?? 0)) / 2).toFixed(1)

/** Attended share of the planned hours, in whole per cent, rounded down so that the paper never says more than the register. */
function attendance(run: CourseRunRecord, enrolment: EnrolmentRecord): string {
  const planned = run.course.theoryHours + run.course.practiceHours
  const attended = (enrolment.attendedTheoryHours ?? 0) + (enrolment.attendedPracticeHours ?? 0)
  return `${planned > 0 ? Math.min(100, Math.floor((attended / planned) * 100)) : 0}%`
}

export interface EnrolmentSource {
  run: CourseRunRecord
  enrolment: EnrolmentRecord
  person: PersonRecord
}

/** What a level certificate prints, without the photo (papers.md 8.1). */
export function levelFacts(issue: Issue, { run, enrolment, person }: EnrolmentSource): LevelCertificatePaper {
  return {
    ...issueFacts(issue, person),
    occupationName: run.course.occupationName ?? '',
    ...(run.course.workType && { workType: run.course.workType }),
    levelName: levelPrinted(run.course.level as Level),
    theoryScore: mark(enrolment.theoryScore),
    practiceScore: mark(enrolment.practiceScore),
  }
}

/** What a completion certificate prints (papers.md 8.2). */
export function completionFacts(issue: Issue, { run, enrolment, person }: EnrolmentSource): CompletionCertificatePaper {
  return {
    ...issueFacts(issue, person),
    title: '培训合格证书',
    courseName: run.course.title,
    institutionName: run.organisationName,
    startsOn: run.startsOn,
    endsOn: run.endsOn,
    theoryHours: run.course.theoryHours,
    practiceHours: run.course.practiceHours,
    score: mean(enrolment),
    attendance: attendance(run, enrolment),
    runName: /第\d+期/.exec(run.title)?.[0] ?? run.number,
  }
}

/** The frozen facts of a paper, without the photo. */
export const runPaper = (family: string, issue: Issue, source: EnrolmentSource): Paper =>
  family === 'level'
    ? { family, facts: levelFacts(issue, source) }
    : { family: 'completion', facts: completionFacts(issue, source) }
