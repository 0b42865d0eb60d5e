import { readFile } from 'node:fs/promises'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { FileStore } from '../../infra/files.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError, notFound } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { threeCounties } from '../../shared/regions.js'
import { cleanText } from '../../shared/text.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import type { OrganisationService } from '../organisations/organisation.service.js'
import { personCategoryCodes } from './category.data.js'
import { findForm, looksLikeId } from '../person-lists/person-find.forms.js'
import { findPage } from '../person-lists/person-find.view.js'
import { personListPage } from '../person-lists/person-list.view.js'
import { personQueries, type PersonRow, type PersonView } from './person.queries.js'
import type { PersonService } from './person.service.js'
import { personPage, type PersonSections } from './person.view.js'

export interface PersonRouteNeeds {
  people: PersonService
  organisations: OrganisationService
  files: FileStore
  clock: Clock
  auditSink: AuditSink
  personSections?: PersonSections
}

const oneOf = (values: readonly string[]) =>
  z
    .enum(values as [string, ...string[]])
    .optional()
    .catch(undefined)
const listQuery = z.object({
  q: z.string().max(60).transform(cleanText).optional().catch(undefined),
  category: oneOf(personCategoryCodes),
  region: oneOf(threeCounties),
  view: oneOf(['no-photo', 'no-phone']),
  organisation: z.string().max(40).optional().catch(undefined),
})
const size = 20
const photoBytes = 8 * 1024 * 1024

export function personRoutes(needs: PersonRouteNeeds) {
  const { people, organisations, files, clock, personSections } = needs
  const { router, get, post } = guardedRouter(needs.auditSink)
  const personFor = (req: Request, actor: Actor) => people.getFor(String(req.params['id']), actor)
  const namesOf = async (ids: readonly string[]) =>
    new Map((await organisations.find([...new Set(ids)])).map(({ _id, name }) => [String(_id), name]))

  get(paths.people.list(), 'person.view', 'PEOPLE_VIEWED', async (req, res, actor) => {
    const query = listQuery.parse(req.query)
    if (query.q && looksLikeId(query.q))
      return redirect(req, res, paths.people.find(), translate(res)('people.findMoved'))
    const scope = scopeOf(actor)
    const search = { ...query, view: (query.view ?? 'all') as PersonView }
    const [found, total, views] = await Promise.all([
      personQueries.count(search, scope),
      personQueries.count({ view: 'all' }, scope),
      personQueries.views(scope),
    ])
    const page = pageOf(req.query, found, size)
    const rows = await personQueries.list(search, scope, page.skip, size)
    // An organisation is named only where its people are shown: an id in the address alone opens no name.
    const named = query.organisation && rows.length > 0 ? [query.organisation] : []
    const organisationNames = await namesOf([
      ...rows.flatMap(({ organisationIds }) => organisationIds.slice(0, 1)),
      ...named,
    ])
    res.render(
      'shared/list',
      personListPage(
        translate(res),
        { rows, page, found, total, organisationNames, today: clock.today(), ...(views && { views }) },
        query,
        actor,
      ),
    )
  })

  get(paths.people.find(), 'person.view', 'PERSON_SEARCH_VIEWED', (_req, res) =>
    res.render('shared/form', findPage(translate(res))),
  )

  post(paths.people.find(), 'person.view', 'PERSON_SEARCHED', async (req, res, actor) => {
    const t = translate(res)
    const form = readForm(findForm, req.body, t)
    if (!form.ok) return res.status(422).render('shared/form', findPage(t, form.values, form.errors))
    const person = await people.findByDocument(form.data.idType, form.data.idNumber, actor)
    if (!person)
      return res.status(422).render('shared/form', findPage(t, { ...form.data }, { idNumber: t('people.findNothing') }))
    res.redirect(303, paths.people.show(String(person._id)))
  })

  get(paths.people.show(), 'person.view', 'PERSON_VIEWED', async (req, res, actor) => {
    const person = await personFor(req, actor)
    if (person._id !== req.params['id']) return res.redirect(303, paths.people.show(String(person._id)))
    await show(res, person, actor)
  })

  get(paths.people.photo(), 'person.view', 'PERSON_PHOTO_VIEWED', async (req, res, actor) => {
    const { _id, photoFile } = await personFor(req, actor)
    if (!photoFile) throw notFound('photo', _id)
    const { bytes, contentType } = await files.get(photoFile)
    res.type(contentType).send(bytes)
  })

  post(
    paths.people.photo(),
    'person.edit',
    'PERSON_PHOTO_SET',
    async (req, res, actor) => {
      const t = translate(res)
      const person = await personFor(req, actor)
      const file = filesOf(req)[0]
      if (!file) return show(res, person, actor, { photo: t('people.photoMissing') })
      try {
        await people.setPhoto(String(person._id), await readFile(file.path), actor)
      } catch (error) {
        if (!isAppError(error, 'invalid')) throw error
        return show(res, person, actor, { photo: sentence(res, error) })
      }
      redirect(req, res, paths.people.show(String(person._id)), t('people.photoSaved', { name: person.name }))
    },
    { field: 'photo', maxBytes: photoBytes },
  )

  async function show(res: Response, person: PersonRow, actor: Actor, errors?: Errors) {
    const t = translate(res)
    const [organisationNames, sections] = await Promise.all([
      namesOf(person.organisationIds),
      personSections?.(String(person._id), actor, t) ?? [],
    ])
    res
      .status(errors ? 422 : 200)
      .render(
        'people/show',
        personPage(t, { person, organisationNames, sections, today: clock.today() }, actor, errors),
      )
  }
  return router
}
