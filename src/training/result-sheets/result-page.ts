import type { Response } from 'express'
import type { Clock } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import type { Note } from '../../web/story-models.js'
import { editRights } from '../assessments/result.rules.js'
import type { ResultService } from '../assessments/result.service.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { EnrolmentService } from '../enrolments/enrolment.service.js'
import { resultPage, type Draft, type ResultEnrolment, type ResultMode } from './result-grid.view.js'

export interface ResultNeeds {
  results: ResultService
  enrolments: EnrolmentService
  clock: Clock
}
export interface Shown {
  draft?: Draft
  note?: Note
  fileError?: string
  status?: number
}

export const rowsOf = async ({ enrolments }: ResultNeeds, run: CourseRunRecord): Promise<ResultEnrolment[]> =>
  (await enrolments.listOf(String(run._id))) as ResultEnrolment[]

/** Draws the form of a class: as it is recorded, or with what was typed and what is wrong with it. */
export async function renderResults(
  res: Response,
  needs: ResultNeeds,
  run: CourseRunRecord,
  actor: Actor,
  mode: ResultMode,
  { draft, note, fileError, status = 200 }: Shown = {},
): Promise<void> {
  const { minAttendance, passMark } = await needs.results.rulesOn(run.closedOn ?? needs.clock.today())
  const figures = { minAttendancePercent: minAttendance.value, passMark: passMark.value }
  res.status(status).render(
    'results/grid',
    resultPage(translate(res), {
      run,
      actor,
      mode,
      rows: await rowsOf(needs, run),
      rights: editRights(run, actor),
      figures,
      draft,
      note,
      fileError,
    }),
  )
}
