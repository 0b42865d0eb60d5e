import { idDocumentTypes } from '../../shared/id-card.js'
import { levelOrdinals, levelPrinted } from '../../shared/levels.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { idTypeNames } from '../../training/roster-files/roster-columns.data.js'
import type { Form } from '../../web/form-models.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { OccupationOption } from '../recognition-agreements/agreement-form.view.js'
import { sourceFamilies } from '../recognition-agreements/agreement.data.js'
import { regionOptions } from '../equivalences/equivalence.view.js'
import type { Desk } from '../recognitions/recognition-list.view.js'
import type { RecognitionRow } from '../recognitions/recognition.queries.js'

export const rootCrumb = (t: Translate, { base, layout }: Desk) => ({
  text: t(layout === 'public' ? 'recognitions.ownTitle' : 'recognitions.title'),
  href: base.list(),
})

function personFields(t: Translate): FieldSpec[] {
  return [
    { name: 'name', label: t('recognitions.name'), kind: 'text', autocomplete: 'off' },
    {
      name: 'idType',
      label: t('recognitions.idType'),
      kind: 'select',
      options: idDocumentTypes.map((value) => ({ value, label: idTypeNames[value][t.lang === 'en' ? 1 : 0] ?? value })),
    },
    { name: 'idNumber', label: t('recognitions.idNumber'), kind: 'text', width: 18, autocomplete: 'off' },
    {
      name: 'phone',
      label: t('recognitions.phone'),
      kind: 'text',
      width: 18,
      optional: true,
      inputmode: 'numeric',
      autocomplete: 'off',
    },
  ]
}

function paperFields(t: Translate, occupations: readonly OccupationOption[]): FieldSpec[] {
  const choose = { value: '', label: '—' }
  return [
    { name: 'region', label: t('recognitions.region'), kind: 'radios', options: regionOptions(t) },
    {
      name: 'family',
      label: t('recognitions.family'),
      kind: 'select',
      options: [choose, ...sourceFamilies.map((value) => ({ value, label: t(`agreements.family-${value}`) }))],
    },
    {
      name: 'occupationId',
      label: t('recognitions.occupation'),
      kind: 'select',
      hint: t('recognitions.occupationHint'),
      options: [
        choose,
        ...occupations.map(({ id, edition, name, nameEn }) => ({
          value: id,
          label: `${t.lang === 'en' ? nameEn : name} · ${t('recognitions.editionOf', { edition })}`,
        })),
      ],
    },
    {
      name: 'level',
      label: t('recognitions.level'),
      kind: 'select',
      options: [
        choose,
        ...levelOrdinals.slice(1).map((level) => ({ value: String(level), label: levelPrinted(level, t.lang) })),
      ],
    },
    { name: 'number', label: t('recognitions.sourceNumber'), kind: 'text', autocomplete: 'off' },
    { name: 'issuer', label: t('recognitions.issuer'), kind: 'text' },
    { name: 'issuedOn', label: t('recognitions.issuedOn'), kind: 'date' },
    {
      name: 'expiresOn',
      label: t('recognitions.expiresOn'),
      kind: 'date',
      optional: true,
      hint: t('recognitions.expiresOnHint'),
    },
    {
      name: 'copy',
      label: t('recognitions.copy'),
      kind: 'file',
      optional: true,
      accept: '.jpg,.jpeg,.png,.pdf',
      hint: t('recognitions.copyHint'),
    },
  ]
}

const valuesOfCase = ({ source, region }: RecognitionRow): Values => ({
  region: source.region,
  family: source.family,
  occupationId: source.occupationId,
  level: String(source.level),
  number: source.number,
  issuer: source.issuer,
  issuedOn: source.issuedOn,
  expiresOn: source.expiresOn ?? '',
  county: region,
})

export interface FormData {
  desk: Desk
  occupations: readonly OccupationOption[]
  one?: RecognitionRow
}

/** The one form of an application; with a case it is the correction of what was returned. */
export function applicationPage(
  t: Translate,
  { desk, occupations, one }: FormData,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const id = one?._id
  const title = t(one ? 'recognitions.editTitle' : 'recognitions.apply')
  const known = one ? valuesOfCase(one) : {}
  const handling: FieldSpec[] = [
    {
      name: 'county',
      label: t('recognitions.county'),
      kind: 'radios',
      options: threeCounties.map((value) => ({ value, label: regionName(value, t.lang) })),
    },
    { name: 'agreed', label: t('recognitions.agreed'), kind: 'checkbox' },
  ]
  return {
    layout: desk.layout,
    width: 'form',
    title,
    problems: problemsOf(errors),
    crumbs: [
      rootCrumb(t, desk),
      ...(one ? [{ text: one.number, href: desk.base.show(one._id) }] : []),
      { text: title, href: '' },
    ],
    form: {
      action: id ? desk.base.edit(id) : desk.base.create(),
      multipart: true,
      submit: t(one ? 'recognitions.resubmit' : 'recognitions.submit'),
      back: { text: t('recognitions.back'), href: id ? desk.base.show(id) : desk.base.list() },
      ...(one && { hidden: { version: String(one.version) } }),
      sections: [
        ...(desk.layout === 'staff' && !one
          ? [{ title: t('recognitions.personSection'), fields: fill(personFields(t), values, errors) }]
          : []),
        {
          title: t('recognitions.paperSection'),
          fields: fill(paperFields(t, occupations), { ...known, ...values }, errors),
        },
        { title: t('recognitions.handlingSection'), fields: fill(handling, { ...known, ...values }, errors) },
      ],
    },
  }
}
