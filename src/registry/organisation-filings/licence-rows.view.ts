import { levelOrdinals } from '../../shared/levels.js'
import { fill, type Errors, type FieldSpec } from '../../web/form.js'
import type { Field } from '../../web/form-models.js'
import type { OrganisationRow } from '../organisations/organisation.queries.js'
import { levelText, lineageText, type Reading } from '../organisations/organisation-facts.view.js'
import { licenceFields, licenceInput, type LicenceRow } from './filing.forms.js'

/** Blank rows below the filled ones; more come by the button, without script. */
export const blankRows = 3
export const blankRow = (): LicenceRow => ({ occupation: '', level: '', from: '', to: '', document: '' })

export const licenceRowsOfOrganisation = (row: Pick<OrganisationRow, 'licences'>): LicenceRow[] =>
  row.licences.map(({ occupation, maxLevel, from, to, document }) => ({
    occupation,
    level: String(maxLevel),
    from,
    to: to ?? '',
    document: document ?? '',
  }))

/** The five fields of one row. */
export function licenceFieldsOf({ t, lineages }: Reading, row: LicenceRow, index: number, errors: Errors): Field[] {
  const choose = { value: '', label: t('frame.choose') }
  const options = {
    occupation: [choose, ...[...lineages.keys()].map((value) => ({ value, label: lineageText(t, lineages, value) }))],
    level: [choose, ...levelOrdinals.map((value) => ({ value: String(value), label: levelText(t, value) }))],
  }
  const labels = { occupation: 'occupation', level: 'maxLevel', from: 'from', to: 'to', document: 'document' }
  const specs: FieldSpec[] = licenceFields.map((field) => ({
    name: licenceInput(index, field),
    label: t(`organisations.${labels[field]}`),
    kind: field === 'occupation' || field === 'level' ? 'select' : 'text',
    ...((field === 'occupation' || field === 'level') && { options: options[field] }),
    ...((field === 'from' || field === 'to') && { inputmode: 'numeric', autocomplete: 'off' }),
    ...((field === 'to' || field === 'document') && { optional: true }),
  }))
  return fill(specs, Object.fromEntries(licenceFields.map((field) => [licenceInput(index, field), row[field]])), errors)
}
