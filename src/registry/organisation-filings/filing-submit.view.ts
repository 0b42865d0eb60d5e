import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import { fill, problemsOf, type Errors } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import type { OrganisationRow } from '../organisations/organisation.queries.js'
import { missingOf } from '../organisations/organisation.rules.js'
import { crumbsOf } from '../organisations/organisation.view.js'
import { factPairs, licenceTable, type Reading } from '../organisations/organisation-facts.view.js'
import { licenceInput } from './filing.forms.js'

/** Where a missing or wrong fact is put right. */
const placeOf = (id: string, field: string): string =>
  `${paths.organisations.edit(id)}#${field === 'licences' ? licenceInput(0, 'occupation') : field}`

/** What is still missing, else what happens next. */
function noteOf({ t }: Reading, row: OrganisationRow): Note {
  const missing = missingOf(row)
  if (missing.length === 0) return { text: t('organisations.checkLead', { county: regionName(row.region, t.lang) }) }
  return {
    kind: 'wait',
    text: t('organisations.missing', { count: missing.length }),
    items: missing.map((field) => t(`organisations.${field}`)),
    actions: [{ text: t('organisations.missingLink'), href: placeOf(String(row._id), missing[0]!) }],
  }
}

function formOf({ t }: Reading, row: OrganisationRow, errors: Errors) {
  const id = String(row._id)
  const declared = {
    name: 'declared',
    label: t('organisations.declare'),
    kind: 'checkbox' as const,
    options: [{ value: '1', label: '' }],
  }
  return {
    action: paths.organisations.submit(id),
    hidden: { version: String(row.version) },
    sections: [{ fields: fill([declared], {}, errors) }],
    submit: t('organisations.submit'),
    back: { text: t('organisations.edit'), href: paths.organisations.edit(id) },
  }
}

/** Check answers (ux.md B1.11): the filing with 修改 at each line, what happens next, the declaration. */
export function submitPage(reading: Reading, row: OrganisationRow, actor: Actor, errors: Errors = {}) {
  const { t } = reading
  const id = String(row._id)
  const title = t('organisations.checkTitle')
  const page: Page = {
    layout: 'staff',
    title,
    problems: problemsOf(errors),
    crumbs: crumbsOf(t, actor, { text: row.name, href: paths.organisations.show(id) }, { text: title, href: '' }),
  }
  return {
    ...page,
    note: noteOf(reading, row),
    facts: factPairs(t, row).map(({ field, fact }) => ({ ...fact, edit: { text: '', href: placeOf(id, field) } })),
    licences: row.licences.length > 0 ? licenceTable(reading, row.licences) : undefined,
    licencesEdit: { text: t('frame.edit'), href: placeOf(id, 'licences') },
    form: missingOf(row).length === 0 ? formOf(reading, row, errors) : undefined,
  }
}
