import { readFile } from 'node:fs/promises'
import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { notFound } from '../../shared/errors.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { contractForm, ownKinds } from './contract.forms.js'
import type { ContractService, Scan } from './contract.service.js'
import { contractPage, cooperationPage } from './contract.view.js'

interface Needs {
  contracts: ContractService
  apprentices: ApprenticeService
  auditSink: AuditSink
}
const scan = { field: 'scan', maxBytes: 10 * 1024 * 1024 }

export function contractRoutes({ contracts, apprentices, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.apprentices.contract(), 'apprentice.edit', 'CONTRACT_FORM_VIEWED', async (req, res, actor) =>
    res.render(
      'shared/form',
      contractPage(translate(res), kindOf(req), await apprentices.getFor(String(req.params['id']), actor)),
    ),
  )

  post(
    paths.apprentices.contract(),
    'apprentice.edit',
    'CONTRACT_RECORDED',
    async (req, res, actor) => {
      const t = translate(res)
      const [kind, apprentice] = [kindOf(req), await apprentices.getFor(String(req.params['id']), actor)]
      const again = (errors: Errors) =>
        res.status(422).render('shared/form', contractPage(t, kind, apprentice, valuesOf(req.body), errors))
      const form = readForm(contractForm, req.body, t)
      if (!form.ok) return again(form.errors)
      const { version, ...terms } = form.data
      const done = await attempt(res, again, async () =>
        contracts.record(String(apprentice._id), kind, { ...terms, ...(await sent(req)) }, actor, version),
      )
      if (done.ok)
        redirect(
          req,
          res,
          paths.apprentices.show(String(apprentice._id)),
          t('contracts.saved', { contract: t(`contracts.kind-${kind}`) }),
        )
    },
    scan,
  )

  get(paths.apprentices.contractFile(), 'apprentice.view', 'CONTRACT_SCAN_OPENED', async (req, res, actor) =>
    send(res, await contracts.scanOf(String(req.params['id']), kindOf(req), actor)),
  )

  get(paths.apprentices.cooperation(), 'apprentice.view', 'COOPERATION_VIEWED', async (req, res, actor) => {
    const one = await apprentices.classFor(String(req.params['id']), actor)
    res.render(
      'apprentices/cooperation',
      cooperationPage(translate(res), one, await contracts.cooperationOf(String(one._id)), actor),
    )
  })

  post(
    paths.apprentices.cooperation(),
    'apprentice.edit',
    'COOPERATION_RECORDED',
    async (req, res, actor) => {
      const t = translate(res)
      const one = await apprentices.classFor(String(req.params['id']), actor)
      const id = String(one._id)
      const again = async (errors: Errors) =>
        res
          .status(422)
          .render(
            'apprentices/cooperation',
            cooperationPage(t, one, await contracts.cooperationOf(id), actor, valuesOf(req.body), errors),
          )
      const form = readForm(contractForm, req.body, t)
      if (!form.ok) return again(form.errors)
      const { version, ...terms } = form.data
      const done = await attempt(res, again, async () =>
        contracts.recordCooperation(id, { ...terms, ...(await sent(req)) }, actor, version),
      )
      if (done.ok)
        redirect(
          req,
          res,
          paths.apprentices.cooperation(id),
          t('contracts.saved', { contract: t('contracts.kind-cooperation') }),
        )
    },
    scan,
  )

  get(paths.apprentices.cooperationFile(), 'apprentice.view', 'CONTRACT_SCAN_OPENED', async (req, res, actor) =>
    send(res, await contracts.cooperationScan(String(req.params['id']), actor)),
  )
  return router
}

function kindOf(req: Request) {
  const kind = ownKinds.safeParse(req.params['kind'])
  if (!kind.success) throw notFound('contract', req.params['kind'])
  return kind.data
}

async function sent(req: Request): Promise<{ scan?: Scan }> {
  const [file] = filesOf(req)
  return file && file.size > 0 ? { scan: { name: file.originalname, bytes: await readFile(file.path) } } : {}
}

/** Shown by the reader's own program, never run as a page of this site. */
const send = (res: Response, { bytes, contentType }: { bytes: Buffer; contentType: string }) =>
  void res.type(contentType).set('content-disposition', 'inline').set('x-content-type-options', 'nosniff').send(bytes)
