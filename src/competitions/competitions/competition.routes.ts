import { readFile } from 'node:fs/promises'
import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, refused } from '../../shared/errors.js'
import type { Actor, Permission } from '../../shared/permissions.js'
import { actRoutes } from '../../web/act-routes.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import type { DocumentService } from '../competition-documents/document.service.js'
import { competitionRefusal } from './competition-record.js'
import { askPage, competitionFormPage, valuesOfCompetition } from './competition-form.view.js'
import { competitionForm, documentForm, reasonForm, versionForm } from './competition.forms.js'
import type { CompetitionAct } from './competition-transitions.data.js'
import { competitionVerdict, dateFaults, isEditable, isHost } from './competition.rules.js'
import type { CompetitionService } from './competition.service.js'
import { competitionPage, type AskedAct } from './competition.view.js'

interface Needs {
  competitions: CompetitionService
  competitionDocuments: DocumentService
  clock: Clock
  auditSink: AuditSink
}
const file = { field: 'file', maxBytes: 10 * 1024 * 1024 }

/** Competitions for their hosts and the offices: form, documents and the acts that move one on. */
export function competitionRoutes({ competitions, competitionDocuments, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  const { pressed, asked } = actRoutes(
    { get, post },
    {
      find,
      show: paths.competitions.show,
      done: (t, act, { title }) => t(`competitions.done-${act}`, { title }),
      reason: reasonForm,
      page: askPage,
      async check(act: AskedAct, one, actor) {
        const events = await competitions.readiness(String(one._id))
        const verdict = competitionVerdict(act, one, actor, { today: clock.today(), events })
        if (!verdict.ok)
          throw competitionRefusal(verdict.reason, { ...one, ...(verdict.event && { event: verdict.event }) })
      },
    },
  )
  const move = (act: CompetitionAct, path: string, permission: Permission, event: string) =>
    pressed(act, path, permission, event, (id, actor, req) => {
      const { version } = versionForm.parse(req.body)
      return competitions.act(id, act, actor, { ...(version !== undefined && { version }) })
    })
  const ask = (act: AskedAct, path: string, permission: Permission, event: string) =>
    asked(act, path, permission, event, (id, note, actor) => competitions.act(id, act, actor, { note }))

  get(paths.competitions.create(), 'competition.edit', 'COMPETITION_FORM_VIEWED', (_req, res, actor) => {
    if (!actor.organisationId) throw refused('courses.no-organisation')
    res.render('shared/form', competitionFormPage(translate(res), undefined))
  })
  post(paths.competitions.create(), 'competition.edit', 'COMPETITION_CREATED', (req, res, actor) =>
    write(req, res, undefined, actor),
  )
  get(paths.competitions.edit(), 'competition.edit', 'COMPETITION_FORM_VIEWED', async (req, res, actor) => {
    const one = await draft(req, actor)
    res.render('shared/form', competitionFormPage(translate(res), one, valuesOfCompetition(one)))
  })
  post(paths.competitions.edit(), 'competition.edit', 'COMPETITION_EDITED', async (req, res, actor) =>
    write(req, res, await draft(req, actor), actor),
  )

  get(paths.competitions.show(), 'competition.view', 'COMPETITION_VIEWED', (req, res, actor) => show(req, res, actor))

  post(
    paths.competitions.documents(),
    'competition.edit',
    'COMPETITION_DOCUMENT_ADDED',
    async (req, res, actor) => {
      const t = translate(res)
      const one = await find(req, actor)
      const form = readForm(documentForm, req.body, t)
      const [uploaded] = filesOf(req)
      const bytes = uploaded ? await readFile(uploaded.path) : undefined
      const fault = !bytes
        ? t('errors.file-missing')
        : bytes.subarray(0, 5).toString('latin1') === '%PDF-'
          ? undefined
          : t('competitions.documentNotPdf')
      if (!form.ok || fault)
        return show(req, res, actor, { ...(!form.ok && form.errors), ...(fault && { file: fault }) })
      await competitionDocuments.add(
        String(one._id),
        { ...form.data, fileName: uploaded!.originalname.slice(0, 120), bytes: bytes!, contentType: 'application/pdf' },
        actor,
      )
      redirect(
        req,
        res,
        `${paths.competitions.show(String(one._id))}#documents`,
        t('competitions.documentAdded', { title: form.data.title }),
      )
    },
    file,
  )

  move('submit', paths.competitions.submit(), 'competition.edit', 'COMPETITION_SUBMITTED')
  move('recall', paths.competitions.move(undefined, 'recall'), 'competition.edit', 'COMPETITION_RECALLED')
  move('publish', paths.competitions.move(undefined, 'publish'), 'competition.review', 'COMPETITION_PUBLISHED')
  move(
    'open-entries',
    paths.competitions.move(undefined, 'open-entries'),
    'competition.edit',
    'COMPETITION_ENTRIES_BEGUN',
  )
  move(
    'close-entries',
    paths.competitions.move(undefined, 'close-entries'),
    'competition.edit',
    'COMPETITION_ENTRIES_CLOSED',
  )
  move('begin', paths.competitions.move(undefined, 'begin'), 'competition.edit', 'COMPETITION_BEGUN')
  ask('return', paths.competitions.move(undefined, 'return'), 'competition.review', 'COMPETITION_RETURNED')
  ask('withdraw', paths.competitions.withdraw(), 'competition.edit', 'COMPETITION_WITHDRAWN')
  ask('cancel', paths.competitions.cancel(), 'competition.cancel', 'COMPETITION_CANCELLED')
  return router

  function find(req: Request, actor: Actor) {
    return competitions.getFor(String(req.params['id']), actor)
  }
  async function draft(req: Request, actor: Actor) {
    const one = await find(req, actor)
    if (!isHost(actor, one)) throw forbidden('not-yours')
    if (!isEditable(one.state)) throw refused('competitions.frozen')
    return one
  }

  async function show(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const one = await find(req, actor)
    if (Object.keys(errors).length > 0) res.status(422)
    res.render(
      'shared/blocks',
      competitionPage(
        translate(res),
        { one, actor, today: clock.today(), events: await competitions.readiness(String(one._id)) },
        valuesOf(req.body),
        errors,
      ),
    )
  }

  async function write(req: Request, res: Response, one: Awaited<ReturnType<typeof draft>> | undefined, actor: Actor) {
    const t = translate(res)
    const again = (errors: Errors) =>
      res.status(422).render('shared/form', competitionFormPage(t, one, valuesOf(req.body), errors))
    const form = readForm(competitionForm, req.body, t)
    if (!form.ok) return again(form.errors)
    const faults = dateFaults(form.data)
    if (faults.length > 0)
      return again(Object.fromEntries(faults.map(({ field, reason }) => [field, t(`competitions.${reason}`)])))
    const { version } = versionForm.parse(req.body)
    const done = await attempt(res, again, async () => {
      if (!one) return competitions.create(form.data, actor)
      await competitions.save(String(one._id), form.data, actor, version)
      return String(one._id)
    })
    if (done.ok)
      redirect(
        req,
        res,
        paths.competitions.show(done.value),
        t(one ? 'competitions.saved' : 'competitions.created', { title: form.data.title }),
      )
  }
}
