import { paths } from '../../paths.js'
import { levelOrdinals } from '../../shared/levels.js'
import type { Actor } from '../../shared/permissions.js'
import { newAreaCode, regionName, threeCounties } from '../../shared/regions.js'
import { provinces } from '../../shared/regions.data.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Field, Page } from '../../web/view-models.js'
import { licenceFields, licenceInput, type LicenceRow } from './organisation.forms.js'
import { capabilities } from './organisation.model.js'
import type { OrganisationRow } from './organisation.queries.js'
import { crumbsOf, factPairs, levelText, licenceTable, lineageText, type Reading } from './organisation.view.js'
import { missingOf } from './organisation.rules.js'

/** Blank rows below the filled ones; more come by the button, without script. */
export const blankRows = 3
export const blankRow = (): LicenceRow => ({ occupation: '', level: '', from: '', to: '', document: '' })

/** What the form shows of a record before anything is typed. */
export function valuesOfOrganisation(row: Pick<OrganisationRow, 'name' | 'creditCode' | 'capabilities' | 'homeRegion' | 'region' | 'address' | 'contactName' | 'contactPhone' | 'certificatePrefix'>): Values {
  const { name, creditCode, capabilities: kinds, homeRegion, region, address, contactName, contactPhone, certificatePrefix } = row
  return { name, creditCode, capabilities: [...kinds], homeRegion, region, address: address ?? '', contactName: contactName ?? '', contactPhone: contactPhone ?? '', certificatePrefix: certificatePrefix ?? '' }
}
export const licenceRowsOfOrganisation = (row: Pick<OrganisationRow, 'licences'>): LicenceRow[] =>
  row.licences.map(({ occupation, maxLevel, from, to, document }) => ({ occupation, level: String(maxLevel), from, to: to ?? '', document: document ?? '' }))

const homeRegions = [newAreaCode, ...threeCounties, '110000', '120000', '130000']
const homeOptions = (t: Translate) => [...homeRegions, ...provinces.map(([code]) => code).filter((code) => !homeRegions.includes(code))].map((code) => ({ value: code, label: regionName(code, t.lang) }))

function specsOf(t: Translate): Record<'who' | 'where' | 'certificates', FieldSpec[]> {
  const label = (name: string) => ({ name, label: t(`organisations.${name}`) })
  const choose = { value: '', label: t('frame.choose') }
  return {
    who: [
      { ...label('name'), kind: 'text', hint: t('organisations.nameHint'), autocomplete: 'organization', lang: 'zh-CN' },
      { ...label('creditCode'), kind: 'text', hint: t('organisations.creditCodeHint'), width: 18, autocomplete: 'off' },
      { ...label('capabilities'), kind: 'checkboxes', hint: t('organisations.capabilitiesHint'), options: capabilities.map((value) => ({ value, label: t(`organisations.${value}`) })) },
      { ...label('homeRegion'), kind: 'select', hint: t('organisations.homeRegionHint'), width: 18, options: [choose, ...homeOptions(t)] },
      { ...label('region'), kind: 'select', hint: t('organisations.regionHint'), width: 18, options: [choose, ...threeCounties.map((code) => ({ value: code, label: regionName(code, t.lang) }))] },
    ],
    where: [
      { ...label('address'), kind: 'text', autocomplete: 'street-address', lang: 'zh-CN' },
      { ...label('contactName'), kind: 'text', width: 18, autocomplete: 'name' },
      { ...label('contactPhone'), kind: 'text', width: 18, inputmode: 'tel', autocomplete: 'tel', hint: t('organisations.contactPhoneHint') },
    ],
    certificates: [{ ...label('certificatePrefix'), kind: 'text', width: 18, optional: true, hint: t('organisations.certificatePrefixHint'), autocomplete: 'off' }],
  }
}

function licenceFieldsOf({ t, lineages }: Reading, row: LicenceRow, index: number, errors: Errors): Field[] {
  const choose = { value: '', label: t('frame.choose') }
  const options = {
    occupation: [choose, ...[...lineages.keys()].map((value) => ({ value, label: lineageText(t, lineages, value) }))],
    level: [choose, ...levelOrdinals.map((value) => ({ value: String(value), label: levelText(t, value) }))],
  }
  const labels = { occupation: 'occupation', level: 'maxLevel', from: 'from', to: 'to', document: 'document' }
  const specs: FieldSpec[] = licenceFields.map((field) => ({
    name: licenceInput(index, field), label: t(`organisations.${labels[field]}`), kind: field === 'occupation' || field === 'level' ? 'select' : 'text',
    ...((field === 'occupation' || field === 'level') && { options: options[field] }), ...((field === 'from' || field === 'to') && { inputmode: 'numeric', autocomplete: 'off' }),
    ...((field === 'to' || field === 'document') && { optional: true }),
  }))
  return fill(specs, Object.fromEntries(licenceFields.map((field) => [licenceInput(index, field), row[field]])), errors)
}

export interface FormState { values: Values; rows: readonly LicenceRow[]; errors?: Errors; version?: number; id?: string; state?: string; name?: string }

/** Registering and changing are one form. */
export function organisationFormPage(reading: Reading, actor: Actor, { values, rows, errors = {}, version, id, state, name }: FormState) {
  const { t } = reading
  const specs = specsOf(t)
  const approved = state === 'approved'
  const title = t(id ? 'organisations.editTitle' : 'organisations.register')
  const page: Page = {
    layout: 'staff', title, problems: problemsOf(errors), lead: approved ? t('organisations.changeLead') : !id && actor.role !== 'administrator' ? t('organisations.ownNone') : '',
    crumbs: crumbsOf(t, actor, ...(id ? [{ text: name ?? '', href: paths.organisations.show(id) }] : []), { text: title, href: '' }),
  }
  return {
    ...page, action: id ? paths.organisations.edit(id) : paths.organisations.create(), version: version ?? '',
    who: fill(specs.who, values, errors), where: fill(specs.where, values, errors), certificates: fill(specs.certificates, values, errors),
    licences: rows.map((row, index) => ({ title: t('organisations.licenceRow', { n: index + 1 }), fields: licenceFieldsOf(reading, row, index, errors) })),
    submitText: t(approved ? 'organisations.saveChange' : id ? 'organisations.save' : 'organisations.saveDraft'),
    backHref: id ? paths.organisations.show(id) : actor.role === 'administrator' ? paths.organisations.list() : paths.home(),
  }
}

/** Check answers (B1.11): the filing with 修改 at each line, what happens next, the declaration. */
export function submitPage(reading: Reading, row: OrganisationRow, actor: Actor, errors: Errors = {}) {
  const { t } = reading
  const id = String(row._id)
  const edit = (field: string) => ({ text: '', href: `${paths.organisations.edit(id)}#${field}` })
  const missing = missingOf(row)
  const page: Page = {
    layout: 'staff', title: t('organisations.checkTitle'), problems: problemsOf(errors), crumbs: crumbsOf(t, actor, { text: row.name, href: paths.organisations.show(id) }, { text: t('organisations.checkTitle'), href: '' }),
  }
  const note = missing.length > 0
    ? { kind: 'wait' as const, text: t('organisations.missing', { count: missing.length }), items: missing.map((field) => t(`organisations.${field}`)), actions: [{ text: t('organisations.missingLink'), href: `${paths.organisations.edit(id)}#${missing[0] === 'licences' ? licenceInput(0, 'occupation') : missing[0]}`, style: 'primary' as const }] }
    : { text: t('organisations.checkLead', { county: regionName(row.region, t.lang) }) }
  const form = { action: paths.organisations.submit(id), hidden: { version: String(row.version) }, sections: [{ fields: fill([{ name: 'declared', label: t('organisations.declare'), kind: 'checkbox', options: [{ value: '1', label: '' }] }], {}, errors) }], submit: t('organisations.submit'), back: { text: t('organisations.edit'), href: paths.organisations.edit(id) } }
  return {
    ...page, note, facts: factPairs(t, row).map(({ field, fact }) => ({ ...fact, edit: edit(field) })), licences: row.licences.length > 0 ? licenceTable(reading, row.licences) : undefined,
    licencesEdit: { text: t('frame.edit'), href: `${paths.organisations.edit(id)}#${licenceInput(0, 'occupation')}` }, form: missing.length === 0 ? form : undefined,
  }
}
