import { readFile } from 'node:fs/promises'
import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError, refused } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import { versionOf } from '../../training/courses/course.forms.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { readReturning } from '../../web/returning.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import { recognitionListPage, type Desk } from '../recognitions/recognition-list.view.js'
import { recognitionSearchForm, type RecognitionSearch } from '../recognitions/recognition.forms.js'
import { recognitionQueries, type RecognitionRow } from '../recognitions/recognition.queries.js'
import { allowedActs, type CaseFacts, type RecognitionAct } from '../recognitions/recognition.rules.js'
import type { RecognitionService } from '../recognitions/recognition.service.js'
import { evidenceBytes } from '../source-checks/evidence.rules.js'
import { casePage } from './case.view.js'
import { decisionForm, lookUpForm, opinionForm, resolveForm, returnReasons } from './handling.forms.js'

interface RecognitionRouteNeeds {
  recognitions: RecognitionService
  clock: Clock
  auditSink: AuditSink
}
const office: Desk = { base: paths.recognitions, layout: 'staff' }
const picture = { field: 'picture', maxBytes: evidenceBytes }
const size = 30
const returns = { reasons: returnReasons, prefix: 'recognitions.return-', missing: 'recognitions.reasonMissing' }

/** The office's pages: the list, a case, and what officers do with it. */
export function recognitionRoutes({ recognitions, clock, auditSink }: RecognitionRouteNeeds) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.recognitions.list(), 'recognition.view', 'RECOGNITIONS_VIEWED', async (req, res, actor) => {
    const search = recognitionSearchForm.parse(req.query)
    const page = pageOf(req.query, await recognitionQueries.count(search, actor, clock.today()), size)
    const rows = await recognitionQueries.page(search, actor, clock.today(), page.skip, size)
    res.render(
      'shared/list',
      recognitionListPage(translate(res), { rows, page, search, counts: await countsOf(actor), actor, desk: office }),
    )
  })

  get(paths.recognitions.show(), 'recognition.view', 'RECOGNITION_VIEWED', (req, res, actor) => show(req, res, actor))

  post(paths.recognitions.handle(), 'recognition.handle', 'RECOGNITION_HANDLED', async (req, res, actor) => {
    const t = translate(res)
    const one = await found(req, actor)
    const { act } = req.body as { act?: string }
    if (act === 'accept') {
      await recognitions.accept(one._id, actor, versionOf(req))
      return redirect(req, res, paths.recognitions.show(one._id), t('recognitions.accepted', { number: one.number }))
    }
    if (act !== 'return') throw refused('wrong-state')
    const read = readReturning(t, req.body, returns)
    if (!read.ok) return show(req, res, actor, { text: read.returning.error }, ['give-back'])
    await recognitions.giveBack(one._id, read.note, actor, versionOf(req))
    redirect(req, res, paths.recognitions.show(one._id), t('recognitions.returned', { number: one.number }))
  })

  post(
    paths.recognitions.lookUp(),
    'recognition.handle',
    'RECOGNITION_LOOKED_UP',
    async (req, res, actor) => {
      const t = translate(res)
      const one = await found(req, actor)
      const form = readForm(lookUpForm, req.body, t)
      if (!form.ok) return show(req, res, actor, form.errors, ['check'])
      const [file] = filesOf(req)
      try {
        await recognitions.lookUp(
          one._id,
          { ...form.data, ...(file && { picture: await readFile(file.path) }) } as never,
          actor,
          versionOf(req),
        )
      } catch (error) {
        if (!isAppError(error, 'invalid')) throw error
        return show(req, res, actor, { picture: sentence(res, error) }, ['check'])
      }
      redirect(req, res, paths.recognitions.show(one._id), t('recognitions.lookUpSaved', { number: one.number }))
    },
    picture,
  )

  post(paths.recognitions.compare(), 'recognition.handle', 'RECOGNITION_COMPARED', async (req, res, actor) => {
    const t = translate(res)
    const one = await found(req, actor)
    const form = readForm(opinionForm, req.body, t)
    if (!form.ok) return show(req, res, actor, form.errors, ['compare'])
    await recognitions.compare(
      one._id,
      { bodyNotFiled: form.data.bodyNotFiled, ...(form.data.opinion && { note: form.data.opinion }) },
      actor,
      versionOf(req),
    )
    redirect(req, res, paths.recognitions.show(one._id), t('recognitions.compared', { number: one.number }))
  })

  post(paths.recognitions.decide(), 'recognition.decide', 'RECOGNITION_DECIDED', async (req, res, actor) => {
    const t = translate(res)
    const one = await found(req, actor)
    const form = readForm(decisionForm, req.body, t)
    if (!form.ok) return show(req, res, actor, form.errors, ['grant', 'refuse'])
    const { act, reasons, text } = form.data
    try {
      await recognitions.decide(
        one._id,
        { granted: act === 'grant', reasons, ...(text && { note: text }) },
        actor,
        versionOf(req),
      )
    } catch (error) {
      if (!isAppError(error, 'refused')) throw error
      return show(req, res, actor, { text: sentence(res, error) }, ['grant', 'refuse'])
    }
    redirect(
      req,
      res,
      paths.recognitions.show(one._id),
      t(act === 'grant' ? 'recognitions.granted' : 'recognitions.refused', { number: one.number }),
    )
  })

  post(paths.recognitions.resolve(), 'recognition.decide', 'RECOGNITION_RESOLVED', async (req, res, actor) => {
    const t = translate(res)
    const one = await found(req, actor)
    const form = readForm(resolveForm, req.body, t)
    if (!form.ok) return show(req, res, actor, form.errors, ['restore', 'revoke'])
    await recognitions[form.data.act](one._id, form.data.grounds, actor, versionOf(req))
    redirect(req, res, paths.recognitions.show(one._id), t('recognitions.resolved', { number: one.number }))
  })

  return router

  async function found(req: Request, actor: Actor): Promise<RecognitionRow> {
    return (await recognitions.getFor(String(req.params['id']), actor)) as RecognitionRow
  }

  /** `asked` are the acts of the form that has errors: when meanwhile none is open any more, that is said instead. */
  async function show(
    req: Request,
    res: Response,
    actor: Actor,
    errors: Errors = {},
    asked: readonly RecognitionAct[] = [],
  ) {
    const one = await found(req, actor)
    const acts = allowedActs(one as unknown as CaseFacts, actor, {
      today: clock.today(),
      waitDays: await recognitions.waitDays(),
    })
    if (asked.length > 0 && !asked.some((act) => acts.includes(act)))
      throw refused('recognitions.wrong-state', { number: one.number })
    if (Object.keys(errors).length > 0) res.status(422)
    res.render(
      'recognitions/show',
      casePage(
        translate(res),
        {
          one,
          desk: office,
          actor,
          acts,
          checks: await recognitionQueries.checksOf(one._id),
          same: (await recognitionQueries.sameNumber(one)).filter(
            (other) => actor.role !== 'enterprise' || other.organisationId === actor.organisationId,
          ),
          reliances: actor.role === 'enterprise' ? [] : await recognitionQueries.reliancesOn(one._id),
        },
        valuesOf(req.body),
        errors,
      ),
    )
  }

  async function countsOf(actor: Actor): Promise<Record<string, number>> {
    const views = [undefined, ...(actor.role === 'auditor' ? [] : (['mine'] as const)), 'waiting', 'flagged'] as const
    const counts = await Promise.all(
      views.map((view) => recognitionQueries.count({ view } as RecognitionSearch, actor, clock.today())),
    )
    return Object.fromEntries(views.map((view, i) => [view ?? 'all', counts[i]!]))
  }
}
