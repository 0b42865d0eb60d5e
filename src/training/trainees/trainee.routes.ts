import { readFile } from 'node:fs/promises'
import type { Response } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError, type AppError } from '../../shared/errors.js'
import { sentence } from '../../web/error-handler.js'
import { valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { enrolmentQueries } from '../enrolments/enrolment.queries.js'
import type { EnrolmentService } from '../enrolments/enrolment.service.js'
import { readTrainee } from '../roster-files/roster-row.rules.js'
import type { CellFault } from '../roster-files/roster-cell.rules.js'
import { photosAtOnce } from './photo-name.rules.js'
import { traineeForm } from './trainee.forms.js'
import type { PhotoResult, TraineeService } from './trainee.service.js'
import { addTraineePage, photosPage } from './trainee.view.js'

interface Needs {
  trainees: TraineeService
  courseRuns: CourseRunService
  enrolments: EnrolmentService
  clock: Clock
  auditSink: AuditSink
}

const photos = { field: 'photos', maxBytes: 10 * 1024 * 1024, maxFiles: photosAtOnce }
const outcomeWords = { new: 'enrolments.added', updated: 'enrolments.updated', same: 'enrolments.already' } as const

export function traineeRoutes({ trainees, courseRuns, enrolments, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.courseRuns.addTrainee(), 'enrolment.edit', 'TRAINEE_FORM_VIEWED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    await enrolments.assertOpen(run)
    res.render('shared/form', addTraineePage(translate(res), run))
  })

  post(paths.courseRuns.addTrainee(), 'enrolment.edit', 'TRAINEE_ADDED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    const id = String(run._id)
    const { facts, faults } = readTrainee(traineeForm.parse(req.body ?? {}), clock.today())
    const again = (errors: Errors) =>
      res.status(422).render('shared/form', addTraineePage(translate(res), run, valuesOf(req.body), errors))
    if (!facts) return again(traineeErrors(res, faults))
    try {
      const outcome = await trainees.add(id, facts, actor)
      redirect(
        req,
        res,
        req.query['next'] ? paths.courseRuns.addTrainee(id) : paths.courseRuns.roster(id),
        translate(res)(outcomeWords[outcome], { name: facts.name }),
      )
    } catch (error) {
      if (!isAppError(error) || (error.kind !== 'refused' && error.kind !== 'invalid')) throw error
      again({ [traineeField(error)]: sentence(res, error) })
    }
  })

  get(paths.courseRuns.photos(), 'enrolment.edit', 'PHOTO_FORM_VIEWED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    res.render(
      'enrolments/confirm',
      photosPage(translate(res), run, { missing: await enrolmentQueries.withoutPhoto(String(run._id)) }),
    )
  })

  post(
    paths.courseRuns.photos(),
    'enrolment.edit',
    'PHOTOS_UPLOADED',
    async (req, res, actor) => {
      const run = await courseRuns.getFor(String(req.params['id']), actor)
      const id = String(run._id)
      const t = translate(res)
      const files = filesOf(req).map(({ path, originalname }) => ({ name: originalname, read: () => readFile(path) }))
      if (files.length === 0)
        return res
          .status(422)
          .render(
            'enrolments/confirm',
            photosPage(t, run, { error: t('enrolments.photoNone'), missing: await enrolmentQueries.withoutPhoto(id) }),
          )
      const results = await trainees.setPhotos(id, files, actor)
      const failed = results.filter((result): result is Extract<PhotoResult, { ok: false }> => !result.ok)
      const good = results.length - failed.length
      if (failed.length === 0)
        return redirect(req, res, paths.courseRuns.roster(id), t('enrolments.photosDone', { count: good }))
      const lines = failed.map(({ file, code, details }) => ({
        file,
        problem: t(code, details as Record<string, string | number>),
      }))
      res
        .status(422)
        .render(
          'enrolments/confirm',
          photosPage(t, run, { missing: await enrolmentQueries.withoutPhoto(id), failed: lines, good }),
        )
    },
    photos,
  )

  return router
}

/** The first sentence of each field that is wrong. */
export const traineeErrors = (res: Response, faults: readonly CellFault[]): Errors =>
  Object.fromEntries(
    faults
      .filter(({ column }, i) => faults.findIndex((one) => one.column === column) === i)
      .map(({ column, code, params }) => [column, translate(res)(`rosterImports.fault-${code}`, params)]),
  )
export const traineeField = ({ code }: AppError): string =>
  code === 'people.name-differs' ? 'name' : code.startsWith('people.id') ? 'idNumber' : '_'
