import { paths } from '../../paths.js'
import { levelOrdinals, levelPrinted } from '../../shared/levels.js'
import type { Translate } from '../../shared/words.js'
import type { Form } from '../../web/form-models.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import { agreementKinds, recognitionEffects, recognitionObjects, sourceFamilies } from './agreement.data.js'
import type { AgreementRow } from './agreement.queries.js'
import { regionOptions } from '../equivalences/equivalence.view.js'

export function headingPage(
  t: Translate,
  agreement: AgreementRow | undefined,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const id = agreement?._id
  const known: Values = agreement
    ? {
        title: agreement.title,
        number: agreement.number,
        kind: agreement.kind,
        clause: agreement.clause,
        origin: agreement.sample ? 'sample' : 'own',
        from: agreement.from,
        to: agreement.to ?? '',
      }
    : {}
  const title = t(agreement ? 'agreements.edit' : 'agreements.create')
  return {
    layout: 'staff',
    width: 'form',
    title,
    problems: problemsOf(errors),
    crumbs: [
      { text: t('agreements.title'), href: paths.agreements.list() },
      { text: agreement?.title ?? title, href: id ? paths.agreements.show(id) : '' },
    ],
    form: {
      action: id ? paths.agreements.edit(id) : paths.agreements.create(),
      submit: t('agreements.save'),
      back: { text: t('agreements.back'), href: id ? paths.agreements.show(id) : paths.agreements.list() },
      ...(agreement && { hidden: { edition: String(agreement.edition) } }),
      sections: [
        {
          fields: fill(
            [
              { name: 'title', label: t('agreements.name'), kind: 'text' },
              { name: 'number', label: t('agreements.number'), kind: 'text', hint: t('agreements.numberHint') },
              {
                name: 'kind',
                label: t('agreements.kind'),
                kind: 'radios',
                options: agreementKinds.map((value) => ({ value, label: t(`agreements.kind-${value}`) })),
              },
              { name: 'clause', label: t('agreements.clause'), kind: 'text' },
              {
                name: 'origin',
                label: t('agreements.origin'),
                kind: 'radios',
                options: (['own', 'sample'] as const).map((value) => ({ value, label: t(`agreements.${value}`) })),
              },
              { name: 'from', label: t('agreements.from'), kind: 'date' },
              { name: 'to', label: t('agreements.to'), kind: 'date', optional: true, hint: t('agreements.toHint') },
            ],
            { ...known, ...values },
            errors,
          ),
        },
      ],
    },
  }
}
export function rowsFormOf(
  t: Translate,
  { _id, edition }: AgreementRow,
  occupations: readonly OccupationOption[],
  values: Values,
  errors: Errors,
): Form {
  const levels = levelOrdinals.slice(1).map((level) => ({ value: String(level), label: levelPrinted(level, t.lang) }))
  const any = { value: '', label: '—' }
  const named = occupations.map(({ id, edition: year, name, nameEn, code }) => ({
    value: id,
    label: `${t.lang === 'en' ? nameEn : name} · ${t('agreements.editionOf', { edition: year })} ${code}`,
  }))
  return {
    action: paths.agreements.rows(_id),
    submit: t('agreements.addRowsSubmit'),
    hidden: { edition: String(edition) },
    sections: [
      {
        title: t('agreements.addRows'),
        hint: t('agreements.addRowsHint'),
        fields: fill(
          [
            {
              name: 'object',
              label: t('agreements.object'),
              kind: 'radios',
              value: 'certificate',
              options: recognitionObjects.map((value) => ({ value, label: t(`agreements.object-${value}`) })),
            },
            { name: 'region', label: t('agreements.region'), kind: 'radios', options: regionOptions(t) },
            {
              name: 'family',
              label: t('agreements.family'),
              kind: 'select',
              options: [any, ...sourceFamilies.map((value) => ({ value, label: t(`agreements.family-${value}`) }))],
            },
            { name: 'occupationId', label: t('agreements.occupation'), kind: 'select', options: [any, ...named] },
            { name: 'levels', label: t('agreements.levels'), kind: 'checkboxes', options: levels },
            {
              name: 'targetLevel',
              label: t('agreements.targetLevel'),
              kind: 'select',
              options: [{ value: '', label: t('agreements.sameLevel') }, ...levels],
            },
            {
              name: 'effects',
              label: t('agreements.effects'),
              kind: 'checkboxes',
              hint: t('agreements.effectsHint'),
              options: recognitionEffects.map((value) => ({ value, label: t(`agreements.effect-${value}`) })),
            },
          ],
          values,
          errors,
        ),
      },
    ],
  }
}
export interface OccupationOption {
  id: string
  edition: string
  name: string
  nameEn: string
  code: string
}
