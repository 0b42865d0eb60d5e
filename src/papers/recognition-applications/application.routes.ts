import { readFile } from 'node:fs/promises'
import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError, notFound, type AppError } from '../../shared/errors.js'
import type { Actor, Permission } from '../../shared/permissions.js'
import { versionOf } from '../../training/courses/course.forms.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import type { OccupationOption } from '../recognition-agreements/agreement-form.view.js'
import type { Desk } from '../recognitions/recognition-list.view.js'
import type { RecognitionRow } from '../recognitions/recognition.queries.js'
import type { RecognitionService } from '../recognitions/recognition.service.js'
import { evidenceBytes, evidenceVerdict } from '../source-checks/evidence.rules.js'
import { applicationPage } from './application-form.view.js'
import { applicationForOtherForm, applicationForm, reasonForm } from './application.forms.js'
import type { Evidence } from './application.service.js'
import { withdrawPage } from './withdrawal.view.js'

interface Needs {
  recognitions: RecognitionService
  occupations: OccupationService
  clock: Clock
  auditSink: AuditSink
}
const copy = { field: 'copy', maxBytes: evidenceBytes }

/** Applying, correcting and withdrawing: the same for the holder on a phone and for an enterprise or an officer at a desk. */
export function recognitionApplicationRoutes({ recognitions, occupations, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  const desks: readonly (Desk & { permission: Permission })[] = [
    { base: paths.recognitions, layout: 'staff', permission: 'recognition.apply' },
    { base: paths.ownRecognitions, layout: 'public', permission: 'recognition.own' },
  ]

  for (const desk of desks) {
    get(desk.base.create(), desk.permission, 'RECOGNITION_FORM_VIEWED', (req, res) => showForm(req, res, desk))

    post(
      desk.base.create(),
      desk.permission,
      'RECOGNITION_APPLIED',
      async (req, res, actor) => {
        const other = desk.layout === 'staff'
        const form = readForm(other ? applicationForOtherForm : applicationForm, req.body, translate(res))
        if (!form.ok) return showForm(req, res, desk, form.errors)
        await tried(req, res, desk, undefined, async (evidence) => {
          const {
            county,
            agreed: _,
            name,
            idType,
            idNumber,
            phone,
            ...paper
          } = form.data as typeof form.data & {
            name?: string
            idType?: 'resident-id'
            idNumber?: string
            phone?: string
          }
          if (!other && !actor.personId) throw notFound('person', '')
          const person = other
            ? { name: name!, idType: idType!, idNumber: idNumber!, ...(phone && { phone }) }
            : { id: actor.personId! }
          const id = await recognitions.apply(
            { person, county, paper: paper as never, ...(evidence && { copy: evidence }) },
            actor,
          )
          redirect(
            req,
            res,
            desk.base.show(id),
            translate(res)('recognitions.submitted', { number: (await recognitions.getFor(id, actor)).number }),
          )
        })
      },
      copy,
    )

    get(desk.base.edit(), desk.permission, 'RECOGNITION_FORM_VIEWED', async (req, res, actor) =>
      showForm(req, res, desk, {}, await found(req, actor)),
    )

    post(
      desk.base.edit(),
      desk.permission,
      'RECOGNITION_RESUBMITTED',
      async (req, res, actor) => {
        const one = await found(req, actor)
        const form = readForm(applicationForm, req.body, translate(res))
        if (!form.ok) return showForm(req, res, desk, form.errors, one)
        await tried(req, res, desk, one, async (evidence) => {
          const { county, agreed: _, ...paper } = form.data
          await recognitions.resubmit(
            one._id,
            { county, paper: paper as never, ...(evidence && { copy: evidence }) },
            actor,
            versionOf(req),
          )
          redirect(req, res, desk.base.show(one._id), translate(res)('recognitions.submitted', { number: one.number }))
        })
      },
      copy,
    )

    get(desk.base.withdraw(), desk.permission, 'RECOGNITION_WITHDRAWAL_VIEWED', async (req, res, actor) =>
      res.render('shared/form', withdrawPage(translate(res), desk, await found(req, actor))),
    )

    post(desk.base.withdraw(), desk.permission, 'RECOGNITION_WITHDRAWN', async (req, res, actor) => {
      const t = translate(res)
      const one = await found(req, actor)
      const form = readForm(reasonForm, req.body, t)
      if (!form.ok) return res.status(422).render('shared/form', withdrawPage(t, desk, one, form.values, form.errors))
      await recognitions.withdraw(one._id, form.data.reason, actor, versionOf(req))
      redirect(req, res, desk.base.show(one._id), t('recognitions.withdrawn', { number: one.number }))
    })
  }

  return router

  async function found(req: Request, actor: Actor): Promise<RecognitionRow> {
    return (await recognitions.getFor(String(req.params['id']), actor)) as RecognitionRow
  }

  async function showForm(req: Request, res: Response, desk: Desk, errors: Errors = {}, one?: RecognitionRow) {
    const options: OccupationOption[] = (await occupations.list()).map(({ _id, edition, name, nameEn, code }) => ({
      id: String(_id),
      edition,
      name,
      nameEn,
      code,
    }))
    if (Object.keys(errors).length > 0) res.status(422)
    res.render(
      'shared/form',
      applicationPage(translate(res), { desk, occupations: options, ...(one && { one }) }, valuesOf(req.body), errors),
    )
  }

  /** A refusal that belongs to a field is shown beside it; everything typed is kept. */
  async function tried(
    req: Request,
    res: Response,
    desk: Desk,
    one: RecognitionRow | undefined,
    work: (evidence: Evidence | undefined) => Promise<void>,
  ) {
    const t = translate(res)
    const { issuedOn } = req.body as { issuedOn?: string }
    if (issuedOn && issuedOn > clock.today())
      return showForm(req, res, desk, { issuedOn: t('recognitions.issuedOnFuture') }, one)
    const [file] = filesOf(req)
    const bytes = file && file.size > 0 ? await readFile(file.path) : undefined
    const kind = bytes && evidenceVerdict(bytes)
    if (kind && !kind.ok) return showForm(req, res, desk, { copy: t(`recognitions.${kind.reason}`) }, one)
    try {
      await work(bytes && kind?.ok ? { bytes, contentType: kind.contentType } : undefined)
    } catch (error) {
      if (!isAppError(error, 'refused') && !isAppError(error, 'invalid')) throw error
      const [field, text] = faultOf(error, sentence(res, error), (key) => t(key))
      return showForm(req, res, desk, { [field]: text }, one)
    }
  }
}

function faultOf({ code }: AppError, said: string, t: (key: string) => string): [field: string, text: string] {
  if (code === 'people.name-differs') return ['name', t('recognitions.nameDiffers')]
  if (code.startsWith('people.id')) return ['idNumber', t('recognitions.idNumberWrong')]
  return [code === 'recognitions.level-not-in-standard' ? 'level' : 'number', said]
}
