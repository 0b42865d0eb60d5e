import { z } from 'zod'
import { paths } from '../../paths.js'
import { isAppError, notFound } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors, type Values } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { newAccountForm } from './account.forms.js'
import { accountQueries } from './account.queries.js'
import type { AccountService } from './account.service.js'
import { accountListPage, accountPage, newAccountPage } from './account.view.js'
import { passwordFault } from '../sign-in/sign-in.rules.js'

const query = z.object({
  q: z.string().max(60).optional().catch(undefined),
  role: z.string().max(30).optional().catch(undefined),
  state: z.enum(['active', 'disabled']).optional().catch(undefined),
})
/** An organisation's page leads here. */
const ofOrganisation = z.object({ organisation: z.string().max(40).optional().catch(undefined) })
const size = 30

export function accountRoutes({ accounts, auditSink }: { accounts: AccountService; auditSink: AuditSink }) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.accounts.list(), 'account.manage', 'ACCOUNTS_VIEWED', async (req, res) => {
    const asked = query.parse(req.query)
    const search = { search: asked.q ?? '', role: asked.role ?? '', state: asked.state }
    const { total } = await accountQueries.list(search, 0, 1)
    const page = pageOf(req.query, total, size)
    const { rows } = await accountQueries.list(search, page.skip, size)
    res.render('shared/list', accountListPage(translate(res), rows, page, asked))
  })

  get(paths.accounts.create(), 'account.manage', 'ACCOUNT_FORM_VIEWED', async (req, res) => {
    const { organisation = '' } = ofOrganisation.parse(req.query)
    const values = { organisationId: organisation }
    res.render('shared/form', newAccountPage(translate(res), await accountQueries.organisations(), values))
  })

  post(paths.accounts.create(), 'account.manage', 'ACCOUNT_CREATED', async (req, res, actor) => {
    const t = translate(res)
    const form = readForm(newAccountForm, req.body, t)
    const again = async (values: Values, errors: Errors) =>
      res.status(422).render('shared/form', newAccountPage(t, await accountQueries.organisations(), values, errors))
    if (!form.ok) return again(form.values, form.errors)
    const { organisationId } = form.data
    if (organisationId && !(await accountQueries.isOrganisation(organisationId)))
      return again({ ...valuesOf(req.body), password: '' }, { organisationId: t('accounts.organisationUnknown') })
    try {
      const id = await accounts.create({ ...form.data, mustChangePassword: true }, actor)
      redirect(req, res, paths.accounts.show(id), t('accounts.created', { name: form.data.name }))
    } catch (error) {
      if (!isAppError(error)) throw error
      const field = error.code === 'accounts.username-taken' ? 'username' : 'password'
      await again({ ...valuesOf(req.body), password: '' }, { [field]: sentence(res, error) })
    }
  })

  get(paths.accounts.show(), 'account.manage', 'ACCOUNT_VIEWED', async (req, res) => {
    res.render('accounts/show', accountPage(translate(res), await find(String(req.params['id']))))
  })

  post(paths.accounts.disable(), 'account.manage', 'ACCOUNT_DISABLED', async (req, res, actor) => {
    const account = await find(String(req.params['id']))
    await accounts.disable(String(account._id), actor)
    redirect(
      req,
      res,
      paths.accounts.show(String(account._id)),
      translate(res)('accounts.disabledNotice', { name: account.name }),
    )
  })

  post(paths.accounts.enable(), 'account.manage', 'ACCOUNT_ENABLED', async (req, res) => {
    const account = await find(String(req.params['id']))
    await accounts.enable(String(account._id))
    redirect(
      req,
      res,
      paths.accounts.show(String(account._id)),
      translate(res)('accounts.enabledNotice', { name: account.name }),
    )
  })

  post(paths.accounts.reset(), 'account.manage', 'ACCOUNT_PASSWORD_RESET', async (req, res, actor) => {
    const t = translate(res)
    const account = await find(String(req.params['id']))
    const password = String((req.body as { password?: unknown }).password ?? '')
    const fault = passwordFault(password, account.username)
    if (fault)
      return res.status(422).render('accounts/show', accountPage(t, account, { password: t(`accounts.${fault}`) }))
    await accounts.setPassword(String(account._id), password, actor)
    redirect(req, res, paths.accounts.show(String(account._id)), t('accounts.resetDone', { name: account.name }))
  })

  async function find(id: string) {
    const account = await accountQueries.find(id)
    if (!account) throw notFound('account', id)
    return account
  }
  return router
}
