import type { Ground } from './ground-services.js'
import { createResultService } from './training/assessments/result.service.js'
import { createCourseRunService } from './training/course-runs/course-run.service.js'
import { createCourseService } from './training/courses/course.service.js'
import { createEnrolmentService } from './training/enrolments/enrolment.service.js'
import { createRosterImportService } from './training/roster-imports/roster-import.service.js'
import { createRunChangeService } from './training/run-changes/run-change.service.js'
import { createRunReviewService } from './training/run-reviews/run-review.service.js'
import { createResultFileService } from './training/result-sheets/result-file.service.js'
import { createTraineeService } from './training/trainees/trainee.service.js'

/** The wing of training, wired; a part of `createServices`. */
export function createTrainingServices(ground: Ground) {
  const { people } = ground
  const courses = createCourseService(ground)
  const courseRuns = createCourseRunService({ ...ground, courses })
  const runChanges = createRunChangeService({ ...ground, checks: courseRuns.checks })
  const runReviews = createRunReviewService({ ...ground, courseRuns })
  const enrolments = createEnrolmentService({ ...ground, courseRuns })
  const results = createResultService({ ...ground, courseRuns })
  const rosterImports = createRosterImportService({ ...ground, courseRuns, enrolments })
  const trainees = createTraineeService({ ...ground, courseRuns, enrolments })
  const resultFiles = createResultFileService({ people, enrolments })

  return {
    courses,
    courseRuns,
    runChanges,
    runReviews,
    enrolments,
    results,
    rosterImports,
    trainees,
    resultFiles,
  }
}
export type Training = ReturnType<typeof createTrainingServices>
