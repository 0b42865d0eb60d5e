import { paths } from '../../paths.js'
import type { Day } from '../../shared/dates.js'
import { regionFullName, regionName, threeCounties, townsOf } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { type Errors, type FieldSpec, type Values } from '../../web/form.js'
import { personCategories, personCategoryName } from '../people/category.data.js'
import type { PersonRow } from '../people/person.queries.js'
import { personFormPage } from './person-form.view.js'
import { categoryOn, tagsOn } from '../people/person.rules.js'

function placesOf(t: Translate, person: PersonRow): { value: string; label: string }[] {
  const places = threeCounties.flatMap((county) => [
    { value: county as string, label: regionName(county, t.lang) },
    ...townsOf(county).map(({ code }) => ({ value: code, label: regionFullName(code, t.lang) })),
  ])
  const { residenceRegion } = person
  if (!residenceRegion || places.some(({ value }) => value === residenceRegion)) return places
  return [{ value: residenceRegion, label: regionFullName(residenceRegion, t.lang) }, ...places]
}

function specsOf(t: Translate, person: PersonRow): FieldSpec[] {
  const codes = personCategories.map(({ code }) => ({ value: code, label: personCategoryName(code, t.lang) }))
  const choose = { value: '', label: t('frame.choose') }
  const phoneHint = t('people.editPhoneHint', { phone: person.phoneMasked ?? t('people.noPhone') })
  return [
    {
      name: 'phone',
      label: t('people.phone'),
      kind: 'text',
      width: 18,
      optional: true,
      inputmode: 'tel',
      autocomplete: 'off',
      hint: phoneHint,
    },
    {
      name: 'residenceRegion',
      label: t('people.residence'),
      kind: 'select',
      width: 18,
      optional: true,
      hint: t('people.residenceHint'),
      options: [choose, ...placesOf(t, person)],
    },
    {
      name: 'category',
      label: t('people.category'),
      kind: 'select',
      width: 18,
      hint: t('people.categoryHint'),
      options: [choose, ...codes],
    },
    {
      name: 'tags',
      label: t('people.tags'),
      kind: 'checkboxes',
      optional: true,
      hint: t('people.tagsHint'),
      options: codes,
    },
    { name: 'on', label: t('people.on'), kind: 'date', hint: t('people.onHint') },
  ]
}

/** Phone, residence, and from a day on category and tags. */
export function personEditPage(t: Translate, person: PersonRow, today: Day, values?: Values, errors: Errors = {}) {
  const { residenceRegion, categories, tags } = person
  const now: Values = {
    residenceRegion: residenceRegion ?? '',
    category: categoryOn(categories, today) ?? '',
    tags: tagsOn(tags, today),
    on: today,
  }
  return personFormPage(t, person, {
    title: t('people.editTitle', { name: person.name }),
    lead: t('people.editLead'),
    here: t('people.edit'),
    action: paths.people.edit,
    submit: t('people.save'),
    back: t('people.back'),
    specs: specsOf(t, person),
    values: values ?? now,
    errors,
  })
}
