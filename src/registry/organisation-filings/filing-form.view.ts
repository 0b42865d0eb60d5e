import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import { newAreaCode, regionName, threeCounties } from '../../shared/regions.js'
import { provinces } from '../../shared/regions.data.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import { capabilities } from '../organisations/organisation.model.js'
import type { OrganisationRow } from '../organisations/organisation.queries.js'
import { crumbsOf } from '../organisations/organisation.view.js'
import type { Reading } from '../organisations/organisation-facts.view.js'
import type { LicenceRow } from './filing.forms.js'
import { licenceFieldsOf } from './licence-rows.view.js'

/** What the form shows of a record before anything is typed. */
export function valuesOfOrganisation(
  row: Pick<
    OrganisationRow,
    | 'name'
    | 'creditCode'
    | 'capabilities'
    | 'homeRegion'
    | 'region'
    | 'address'
    | 'contactName'
    | 'contactPhone'
    | 'certificatePrefix'
  >,
): Values {
  const {
    name,
    creditCode,
    capabilities: kinds,
    homeRegion,
    region,
    address,
    contactName,
    contactPhone,
    certificatePrefix,
  } = row
  return {
    name,
    creditCode,
    capabilities: [...kinds],
    homeRegion,
    region,
    address: address ?? '',
    contactName: contactName ?? '',
    contactPhone: contactPhone ?? '',
    certificatePrefix: certificatePrefix ?? '',
  }
}
const homeRegions = [newAreaCode, ...threeCounties, '110000', '120000', '130000']
const homeOptions = (t: Translate) =>
  [...homeRegions, ...provinces.map(([code]) => code).filter((code) => !homeRegions.includes(code))].map((code) => ({
    value: code,
    label: regionName(code, t.lang),
  }))

function specsOf(t: Translate): Record<'who' | 'where' | 'certificates', FieldSpec[]> {
  const label = (name: string) => ({ name, label: t(`organisations.${name}`) })
  const choose = { value: '', label: t('frame.choose') }
  return {
    who: [
      {
        ...label('name'),
        kind: 'text',
        hint: t('organisations.nameHint'),
        autocomplete: 'organization',
        lang: 'zh-CN',
      },
      { ...label('creditCode'), kind: 'text', hint: t('organisations.creditCodeHint'), width: 18, autocomplete: 'off' },
      {
        ...label('capabilities'),
        kind: 'checkboxes',
        hint: t('organisations.capabilitiesHint'),
        options: capabilities.map((value) => ({ value, label: t(`organisations.${value}`) })),
      },
      {
        ...label('homeRegion'),
        kind: 'select',
        hint: t('organisations.homeRegionHint'),
        width: 18,
        options: [choose, ...homeOptions(t)],
      },
      {
        ...label('region'),
        kind: 'select',
        hint: t('organisations.regionHint'),
        width: 18,
        options: [choose, ...threeCounties.map((code) => ({ value: code, label: regionName(code, t.lang) }))],
      },
    ],
    where: [
      { ...label('address'), kind: 'text', lang: 'zh-CN' },
      { ...label('contactName'), kind: 'text', width: 18, autocomplete: 'name' },
      {
        ...label('contactPhone'),
        kind: 'text',
        width: 18,
        inputmode: 'tel',
        autocomplete: 'tel',
        hint: t('organisations.contactPhoneHint'),
      },
    ],
    certificates: [
      {
        ...label('certificatePrefix'),
        kind: 'text',
        width: 18,
        optional: true,
        hint: t('organisations.certificatePrefixHint'),
        autocomplete: 'off',
      },
    ],
  }
}

export interface FormState {
  values: Values
  rows: readonly LicenceRow[]
  errors?: Errors
  version?: number
  id?: string
  state?: string
  name?: string
}

/** Registering and changing are one form. */
export function organisationFormPage(
  reading: Reading,
  actor: Actor,
  { values, rows, errors = {}, version, id, state, name }: FormState,
) {
  const { t } = reading
  const specs = specsOf(t)
  const approved = state === 'approved'
  const title = t(id ? 'organisations.editTitle' : 'organisations.register')
  const page: Page = {
    layout: 'staff',
    title,
    problems: problemsOf(errors),
    lead: approved
      ? t('organisations.changeLead')
      : !id && actor.role !== 'administrator'
        ? t('organisations.ownNone')
        : '',
    crumbs: crumbsOf(t, actor, ...(id ? [{ text: name ?? '', href: paths.organisations.show(id) }] : []), {
      text: title,
      href: '',
    }),
  }
  return {
    ...page,
    action: id ? paths.organisations.edit(id) : paths.organisations.create(),
    version: version ?? '',
    who: fill(specs.who, values, errors),
    where: fill(specs.where, values, errors),
    certificates: fill(specs.certificates, values, errors),
    licences: rows.map((row, index) => ({
      title: t('organisations.licenceRow', { n: index + 1 }),
      fields: licenceFieldsOf(reading, row, index, errors),
    })),
    submitText: t(approved ? 'organisations.saveChange' : id ? 'organisations.save' : 'organisations.saveDraft'),
    backHref: id
      ? paths.organisations.show(id)
      : actor.role === 'administrator'
        ? paths.organisations.list()
        : paths.home(),
  }
}
