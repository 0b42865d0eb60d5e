import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { isAppError } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter } from '../../web/route.js'
import type { OrganisationFacts } from '../organisations/organisation-record.js'
import type { OrganisationRow } from '../organisations/organisation.queries.js'
import { readingOf, type OrganisationRouteNeeds } from '../organisations/organisation.routes.js'
import { organisationFormPage, valuesOfOrganisation } from './filing-form.view.js'
import { blankRow, blankRows, licenceRowsOfOrganisation } from './licence-rows.view.js'
import { submitPage } from './filing-submit.view.js'
import { licenceRowsOf, readOrganisation, submitForm, versionOf } from './filing.forms.js'

/** An organisation's people register it, keep its filing and submit it. */
export function filingRoutes(needs: OrganisationRouteNeeds) {
  const { organisations } = needs
  const { router, get, post } = guardedRouter(needs.auditSink)
  const rowFor = (req: Request, actor: Actor) =>
    organisations.getFor(String(req.params['id']), actor) as Promise<OrganisationRow>

  get(paths.organisations.create(), 'organisation.register', 'ORGANISATION_FORM_VIEWED', async (_req, res, actor) => {
    if (actor.organisationId && actor.role !== 'administrator') return res.redirect(303, paths.organisations.own())
    res.render(
      'organisation-filings/form',
      organisationFormPage(await readingOf(res, needs), actor, { values: {}, rows: blanks(blankRows) }),
    )
  })

  post(paths.organisations.create(), 'organisation.register', 'ORGANISATION_REGISTERED', async (req, res, actor) => {
    await save(req, res, actor, undefined, async (facts) => {
      const id = await organisations.register(facts, actor)
      redirect(req, res, paths.organisations.show(id), translate(res)('organisations.registered', { name: facts.name }))
    })
  })

  get(paths.organisations.edit(), 'organisation.register', 'ORGANISATION_FORM_VIEWED', async (req, res, actor) => {
    const row = await rowFor(req, actor)
    const from = row.proposal
      ? { ...row, ...row.proposal, address: row.address, contactName: row.contactName, contactPhone: row.contactPhone }
      : row
    const rows = [...licenceRowsOfOrganisation(from), ...blanks(blankRows)]
    res.render(
      'organisation-filings/form',
      organisationFormPage(await readingOf(res, needs), actor, {
        values: valuesOfOrganisation(from),
        rows,
        ...identity(row),
      }),
    )
  })

  post(paths.organisations.edit(), 'organisation.register', 'ORGANISATION_EDITED', async (req, res, actor) => {
    const row = await rowFor(req, actor)
    await save(req, res, actor, row, async (facts) => {
      const outcome = await organisations.edit(String(row._id), facts, actor, versionOf(req.body))
      redirect(
        req,
        res,
        paths.organisations.show(String(row._id)),
        translate(res)(outcome === 'proposed' ? 'organisations.proposedNotice' : 'organisations.saved', {
          name: row.name,
        }),
      )
    })
  })

  get(paths.organisations.submit(), 'organisation.register', 'ORGANISATION_CHECKED', async (req, res, actor) => {
    const row = await rowFor(req, actor)
    if (row.state !== 'draft' && row.state !== 'returned')
      return res.redirect(303, paths.organisations.show(String(row._id)))
    res.render('organisation-filings/submit', submitPage(await readingOf(res, needs), row, actor))
  })

  post(paths.organisations.submit(), 'organisation.register', 'ORGANISATION_SUBMITTED', async (req, res, actor) => {
    const t = translate(res)
    const row = await rowFor(req, actor)
    const form = readForm(submitForm, req.body, t)
    if (!form.ok)
      return res
        .status(422)
        .render('organisation-filings/submit', submitPage(await readingOf(res, needs), row, actor, form.errors))
    await organisations.submit(String(row._id), actor, form.data.version)
    redirect(
      req,
      res,
      paths.organisations.show(String(row._id)),
      t('organisations.submittedNotice', { name: row.name, county: regionName(row.region, t.lang) }),
    )
  })

  post(
    paths.organisations.withdrawChange(),
    'organisation.register',
    'ORGANISATION_CHANGE_WITHDRAWN',
    async (req, res, actor) => {
      const row = await rowFor(req, actor)
      await organisations.withdrawProposal(String(row._id), actor)
      redirect(
        req,
        res,
        paths.organisations.show(String(row._id)),
        translate(res)('organisations.changeWithdrawn', { name: row.name }),
      )
    },
  )

  /** More rows, errors and refusals show the form again with everything that was typed. */
  async function save(
    req: Request,
    res: Response,
    actor: Actor,
    row: OrganisationRow | undefined,
    work: (facts: OrganisationFacts) => Promise<void>,
  ) {
    const reading = await readingOf(res, needs)
    const again = (status: number, errors: Errors, more: number) =>
      res.status(status).render(
        'organisation-filings/form',
        organisationFormPage(reading, actor, {
          values: valuesOf(req.body),
          rows: [...licenceRowsOf(req.body), ...blanks(more)],
          errors,
          ...(row && { ...identity(row), version: versionOf(req.body) }),
        }),
      )
    if ((req.body as { act?: unknown }).act === 'add-rows') return again(200, {}, blankRows)
    const form = readOrganisation(req.body, new Set(reading.lineages.keys()), reading.t)
    if (!form.ok) return again(422, form.errors, 0)
    try {
      await work(form.data)
    } catch (error) {
      const field = isAppError(error) ? fieldOf[error.code] : undefined
      if (!isAppError(error) || !field) throw error
      again(422, { [field]: sentence(res, error) }, 0)
    }
  }
  return router
}

const blanks = (count: number) => Array.from({ length: count }, blankRow)
const identity = (row: OrganisationRow) => ({
  id: String(row._id),
  version: row.version,
  state: row.state,
  name: row.name,
})
/** Refusals that belong to a field of the form. */
const fieldOf: Record<string, string> = {
  'organisations.code-taken': 'creditCode',
  'organisations.incomplete': 'address',
}
