import { readFile } from 'node:fs/promises'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { readSheetSafely } from '../../infra/sheet-reading/read-sheet-process.js'
import { paths } from '../../paths.js'
import { isAppError, notFound } from '../../shared/errors.js'
import { sentence } from '../../web/error-handler.js'
import { choiceOf, readForm, requiredLines, requiredText, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import { sourceRegions } from '../recognition-agreements/agreement.data.js'
import { registryColumns } from './registry-columns.data.js'
import { keyPage, receivePage } from './source-form.view.js'
import type { SourceKeyService } from '../source-keys/source-key.service.js'
import { sourceRegisterQueries } from './source-register.queries.js'
import type { SourceRegisterService } from './source-register.service.js'
import { firstFaultOf, registerListPage, registerPage } from './source-register.view.js'

const keyForm = z.object({
  region: choiceOf(sourceRegions, 'sourceRegisters.regionMissing'),
  sender: requiredText('sourceRegisters.senderNameMissing', 60),
  pem: requiredLines('sourceRegisters.pemMissing', { max: 4000 }),
})
const receiveForm = z.object({ keyId: requiredText('sourceRegisters.senderMissing', 64) })
const twoFiles = { field: 'files', maxBytes: 20 * 1024 * 1024, maxFiles: 2 }
const newest = 100

interface Needs {
  sourceKeys: SourceKeyService
  sourceRegisters: SourceRegisterService
  auditSink: AuditSink
}

/** Keys of the senders, and the files that they sign. */
export function sourceRegisterRoutes({ sourceKeys, sourceRegisters, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  const expect = registryColumns.flatMap(({ header, also }) => [header, ...also])

  get(paths.sourceRegisters.list(), 'source-register.view', 'SOURCE_REGISTERS_VIEWED', async (_req, res, actor) => {
    const data = {
      rows: await sourceRegisterQueries.list(0, newest),
      keys: await sourceRegisterQueries.keys(),
      total: await sourceRegisterQueries.count(),
      actor,
    }
    res.render('source-registers/list', registerListPage(translate(res), data))
  })

  get(paths.sourceRegisters.newKey(), 'source-key.manage', 'SOURCE_KEY_FORM_VIEWED', (_req, res) =>
    res.render('shared/form', keyPage(translate(res))),
  )

  post(paths.sourceRegisters.newKey(), 'source-key.manage', 'SOURCE_KEY_REGISTERED', async (req, res, actor) => {
    const t = translate(res)
    const form = readForm(keyForm, req.body, t)
    if (!form.ok) return res.status(422).render('shared/form', keyPage(t, form.values, form.errors))
    try {
      await sourceKeys.register(form.data, actor)
      redirect(req, res, paths.sourceRegisters.list(), t('sourceRegisters.keySaved'))
    } catch (error) {
      if (!isAppError(error, 'invalid') && !isAppError(error, 'refused')) throw error
      res.status(422).render('shared/form', keyPage(t, valuesOf(req.body), { pem: sentence(res, error) }))
    }
  })

  post(paths.sourceRegisters.activateKey(), 'source-key.manage', 'SOURCE_KEY_ACTIVATED', (req, res, actor) =>
    moveKey(req, res, 'activated', (id) => sourceKeys.activate(id, actor)),
  )
  post(paths.sourceRegisters.retireKey(), 'source-key.manage', 'SOURCE_KEY_RETIRED', (req, res, actor) =>
    moveKey(req, res, 'retired', (id) => sourceKeys.retire(id, actor)),
  )

  get(paths.sourceRegisters.receive(), 'source-register.import', 'SOURCE_REGISTER_FORM_VIEWED', async (_req, res) =>
    res.render('shared/form', receivePage(translate(res), await sourceRegisterQueries.activeKeys())),
  )

  post(
    paths.sourceRegisters.receive(),
    'source-register.import',
    'SOURCE_REGISTER_RECEIVED',
    async (req, res, actor) => {
      const t = translate(res)
      const form = readForm(receiveForm, req.body, t)
      if (!form.ok) return fail(req, res, form.errors)
      const files = filesOf(req)
      const [sheet, signature] = [
        files.find(({ originalname }) => !isSignature(originalname)),
        files.find(({ originalname }) => isSignature(originalname)),
      ]
      if (!sheet) return fail(req, res, { files: t('sourceRegisters.bothMissing') })
      try {
        const signed = {
          keyId: form.data.keyId,
          fileName: sheet.originalname.slice(0, 120),
          bytes: await readFile(sheet.path),
          signature: signature ? await readFile(signature.path) : Buffer.alloc(0),
        }
        await sourceRegisters.prove(signed)
        const read = await readSheetSafely(sheet.path, { originalName: sheet.originalname, expect })
        if (!read.ok)
          return fail(req, res, {
            files: t(
              ['not-a-workbook', 'unreadable'].includes(read.reason)
                ? `sourceRegisters.file-${read.reason}`
                : `errors.sheet-${read.reason}`,
            ),
          })
        redirect(req, res, paths.sourceRegisters.show(await sourceRegisters.stage(signed, read, actor)))
      } catch (error) {
        if (!isAppError(error, 'invalid') && !isAppError(error, 'refused')) throw error
        return fail(req, res, { files: sentence(res, error) + firstFaultOf(t, error.details) })
      }
    },
    twoFiles,
  )

  get(paths.sourceRegisters.show(), 'source-register.view', 'SOURCE_REGISTER_VIEWED', async (req, res, actor) =>
    res.render('source-registers/show', registerPage(translate(res), await found(req), actor)),
  )

  post(
    paths.sourceRegisters.confirm(),
    'source-register.import',
    'SOURCE_REGISTER_CONFIRMED',
    async (req, res, actor) => {
      const { _id } = await found(req)
      redirect(req, res, paths.tasks.show(await sourceRegisters.confirm(String(_id), actor)))
    },
  )

  post(
    paths.sourceRegisters.discard(),
    'source-register.import',
    'SOURCE_REGISTER_DISCARDED',
    async (req, res, actor) => {
      const { _id, fileName } = await found(req)
      await sourceRegisters.discard(String(_id), actor)
      redirect(req, res, paths.sourceRegisters.list(), translate(res)('sourceRegisters.discarded', { file: fileName }))
    },
  )
  return router

  async function found(req: Request) {
    const id = String(req.params['id'])
    const register = await sourceRegisterQueries.find(id)
    if (!register) throw notFound('source-register', id)
    return register
  }

  async function fail(req: Request, res: Response, errors: Errors) {
    res
      .status(422)
      .render(
        'shared/form',
        receivePage(translate(res), await sourceRegisterQueries.activeKeys(), valuesOf(req.body), errors),
      )
  }

  async function moveKey(req: Request, res: Response, notice: string, act: (id: string) => Promise<void>) {
    const id = String(req.params['id'])
    await act(id)
    const key = (await sourceRegisterQueries.keys()).find(({ _id }) => String(_id) === id)
    redirect(
      req,
      res,
      paths.sourceRegisters.list(),
      translate(res)(`sourceRegisters.${notice}`, { sender: key?.sender ?? '' }),
    )
  }
}

const isSignature = (name: string): boolean => /\.(sig|sign|asc|p7s)$/i.test(name)
