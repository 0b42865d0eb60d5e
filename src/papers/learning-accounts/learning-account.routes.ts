import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { PolicyKey } from '../../office/policies/policy.data.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { policyName, policyText } from '../../office/policies/policy.view.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import { cleanText } from '../../shared/text.js'
import type { Translate } from '../../shared/words.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { Action } from '../../web/link-models.js'
import type { Row } from '../../web/table-models.js'
import type { Achievements } from '../achievements/achievement.queries.js'
import { creditRows } from '../credit-entries/credit.rules.js'
import { notLinkedPage } from '../own-certificates/own.view.js'
import { accountListQueries } from '../learning-account-lists/learning-account-list.queries.js'
import { accountListPage } from '../learning-account-lists/learning-account-list.view.js'
import { learningAccountQueries, type Holder } from './learning-account.queries.js'
import type { LearningAccountService } from './learning-account.service.js'
import { accountPage, openPage } from './learning-account.view.js'
import { entryPage } from '../credit-pages/credit-entry.view.js'
import { evidenceHref, officePlace, ownPlace, type Place } from './account-place.view.js'
import { ledgerPage } from '../credit-pages/credit-ledger.view.js'

/** What other rooms of this wing add to the page of an account. */
export interface AccountParts {
  additions: readonly Row[]
  prints: readonly Row[]
  actions: readonly Action[]
}
interface Needs {
  learningAccounts: LearningAccountService
  achievements: Achievements
  policies: PolicyService
  auditSink: AuditSink
  accountParts: (personId: string, t: Translate, actor: Actor) => Promise<AccountParts>
}

/** The personal learning account: the holder's own page on a phone, and the officers' view of it. */
export function learningAccountRoutes({ learningAccounts, achievements, policies, auditSink, accountParts }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  const own = async ({ personId }: Actor) => (personId ? await learningAccountQueries.holder(personId) : null)

  get(paths.myAccount.home(), 'learning-account.own', 'OWN_ACCOUNT_VIEWED', async (_req, res, actor) => {
    const holder = await own(actor)
    if (!holder) return res.render('shared/list', notLinkedPage(translate(res)))
    await showAccount(res, holder, ownPlace, actor)
  })
  post(paths.myAccount.home(), 'learning-account.own', 'LEARNING_ACCOUNT_OPENED', async (req, res, actor) => {
    await learningAccounts.open(actor.personId ?? 'none', actor)
    redirect(req, res, paths.myAccount.home(), translate(res)('learningAccounts.nowOpen'))
  })
  get(paths.myAccount.credits(), 'learning-account.own', 'OWN_CREDITS_VIEWED', async (_req, res, actor) => {
    const holder = await own(actor)
    if (!holder) return res.render('shared/list', notLinkedPage(translate(res)))
    await showLedger(res, holder, ownPlace)
  })
  get(paths.myAccount.credit(), 'learning-account.own', 'OWN_CREDIT_VIEWED', async (req, res, actor) => {
    const holder = await own(actor)
    if (!holder) return res.render('shared/list', notLinkedPage(translate(res)))
    await showEntry(req, res, holder, ownPlace)
  })

  get(paths.learningAccounts.list(), 'learning-account.view', 'LEARNING_ACCOUNTS_VIEWED', async (req, res, actor) => {
    const q = cleanText(String(req.query['q'] ?? '').slice(0, 60))
    const page = pageOf(req.query, await accountListQueries.count(q, actor))
    const rows = await accountListQueries.list(q, actor, page.skip, page.size)
    res.render('shared/list', accountListPage(translate(res), rows, page, q))
  })
  const holderOf = (req: Request, actor: Actor) => learningAccountQueries.holderFor(String(req.params['id']), actor)
  get(paths.learningAccounts.show(), 'learning-account.view', 'LEARNING_ACCOUNT_VIEWED', async (req, res, actor) => {
    const holder = await holderOf(req, actor)
    await showAccount(res, holder, officePlace(holder._id, actor), actor)
  })
  get(paths.learningAccounts.credits(), 'learning-account.view', 'CREDITS_VIEWED', async (req, res, actor) => {
    const holder = await holderOf(req, actor)
    await showLedger(res, holder, officePlace(holder._id, actor))
  })
  get(paths.learningAccounts.credit(), 'learning-account.view', 'CREDIT_VIEWED', async (req, res, actor) => {
    const holder = await holderOf(req, actor)
    await showEntry(req, res, holder, officePlace(holder._id, actor))
  })
  return router

  async function showAccount(res: Response, holder: Holder, place: Place, actor: Actor) {
    const t = translate(res)
    const account = await learningAccountQueries.account(holder._id)
    if (!account && place.own) return res.render('shared/form', openPage(t))
    if (!account) return res.render('shared/list', { ...ledgerPage(t, holder, [], place), title: holder.name })
    const found = (await achievements.ofPeople([holder._id])).get(holder._id) ?? []
    const { actions, ...parts } = await accountParts(holder._id, t, actor)
    const data = {
      holder,
      account,
      rows: creditRows(found, await policies.book()),
      entries: await learningAccountQueries.entries(holder._id),
      dual: await learningAccountQueries.dual(holder._id),
      ...parts,
    }
    res.render('learning-accounts/show', accountPage(t, data, place, actions))
  }
  async function showLedger(res: Response, holder: Holder, place: Place) {
    res.render(
      'shared/list',
      ledgerPage(translate(res), holder, await learningAccountQueries.entries(holder._id), place),
    )
  }

  async function showEntry(req: Request, res: Response, holder: Holder, place: Place) {
    const t = translate(res)
    const entry = await learningAccountQueries.entry(holder._id, String(req.params['serial']))
    // The rows that decided then, whatever came after them.
    const inForce = (await policies.list())
      .filter(({ _id }) => entry.policyIds.includes(String(_id)))
      .map(({ key, value, from }) => ({
        name: policyName(t, key as PolicyKey),
        value: policyText(t, key as PolicyKey, value),
        from,
      }))
    const found = (await achievements.ofPeople([holder._id])).get(holder._id)?.find(({ key }) => key === entry.key)
    const href = found && evidenceHref(found, place)
    res.render(
      'learning-accounts/entry',
      entryPage(
        t,
        {
          holder,
          entry,
          other: await learningAccountQueries.other(entry),
          inForce,
          ...(found && href && { source: { text: found.title, href } }),
        },
        place,
      ),
    )
  }
}
