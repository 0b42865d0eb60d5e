import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError } from '../../shared/errors.js'
import { may } from '../../shared/permissions.js'
import { joinDateParts } from '../../web/date-parts.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { newPolicyForm, policyKeyQuery } from './policy.forms.js'
import type { PolicyKey } from './policy.data.js'
import type { PolicyService } from './policy.service.js'
import { choosePolicyPage, newPolicyPage, policyListPage, policyName, policyText } from './policy.view.js'

export function policyRoutes({
  policies,
  clock,
  auditSink,
}: {
  policies: PolicyService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.policies.list(), 'policy.view', 'POLICIES_VIEWED', async (_req, res, actor) => {
    res.render(
      'shared/list',
      policyListPage(translate(res), await policies.list(), clock.today(), may(actor, 'policy.edit')),
    )
  })

  get(paths.policies.create(), 'policy.edit', 'POLICY_FORM_VIEWED', async (req, res) => {
    const { key } = policyKeyQuery.parse(req.query)
    const t = translate(res)
    res.render('shared/form', key ? newPolicyPage(t, key, await current(key)) : choosePolicyPage(t))
  })

  post(paths.policies.create(), 'policy.edit', 'POLICY_ADDED', async (req, res, actor) => {
    const t = translate(res)
    const body = joinDateParts((req.body ?? {}) as Record<string, unknown>)
    const { key } = policyKeyQuery.parse(body)
    if (!key) return res.status(422).render('shared/form', choosePolicyPage(t))
    const form = readForm(newPolicyForm(key), body, t)
    if (!form.ok)
      return res.status(422).render('shared/form', newPolicyPage(t, key, await current(key), form.values, form.errors))
    const { value, from, clause, origin } = form.data
    try {
      await policies.add({ key, value, from, clause, sample: origin === 'sample' }, actor.id)
    } catch (error) {
      if (!isAppError(error, 'conflict')) throw error
      return res
        .status(422)
        .render(
          'shared/form',
          newPolicyPage(t, key, await current(key), valuesOf(body), { from: sentence(res, error) }),
        )
    }
    const more = from <= clock.today() ? t('policies.savedMore', { from }) : undefined
    redirect(
      req,
      res,
      paths.policies.list(),
      t('policies.saved', { name: policyName(t, key), value: policyText(t, key, value), from }),
      more,
    )
  })

  async function current(key: PolicyKey) {
    return policies.figure(key, clock.today()).catch(() => undefined)
  }
  return router
}
