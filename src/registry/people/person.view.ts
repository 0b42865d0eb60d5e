import { paths } from '../../paths.js'
import { addDays, ageOn, yearOf, type Day } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionFullName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors } from '../../web/form.js'
import type { Action, Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Note } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import { personCategory, personCategoryName } from './category.data.js'
import type { PersonRow } from './person.queries.js'
import { categoryOn, isMinorOn, tagsOn } from './person.rules.js'

/** What higher floors add to the page of a person: enrolments, certificates, person-times. */
export interface PersonSection {
  title: string
  link?: Link
  table?: Table
  empty?: string
}
export type PersonSections = (personId: string, actor: Actor, t: Translate) => Promise<readonly PersonSection[]>
export interface PersonFacts {
  person: PersonRow
  organisationNames: ReadonlyMap<string, string>
  sections: readonly PersonSection[]
  today: Day
}

export const crumbsOf = (t: Translate, person: PersonRow, ...rest: Link[]): Link[] => [
  { text: t('people.people'), href: paths.people.list() },
  { text: person.name, href: rest.length > 0 ? paths.people.show(String(person._id)) : '' },
  ...rest,
]
export const minorNote = (t: Translate, person: PersonRow, today: Day): Note | undefined =>
  isMinorOn(person.birthOn, today) ? { kind: 'wait', text: t('people.minor') } : undefined

function factsOf(t: Translate, { person, organisationNames, today }: PersonFacts, actor: Actor): Fact[] {
  const reveal = (field: string) =>
    may(actor, 'person.reveal')
      ? { edit: { text: t('people.reveal'), href: `${paths.people.reveal(String(person._id))}?field=${field}` } }
      : {}
  const category = categoryOn(person.categories, today)
  const tags = tagsOn(person.tags, today).map((code) => personCategoryName(code, t.lang))
  const proof = category ? personCategory(category)?.proof?.[t.lang === 'en' ? 1 : 0] : undefined
  const officer = may(actor, 'organisation.review') || actor.role === 'auditor'
  return [
    { label: t(`people.${person.idType}`), value: person.idMasked, num: true, ...reveal('idNumber') },
    {
      label: t('people.phone'),
      value: person.phoneMasked ?? t('people.noPhone'),
      num: Boolean(person.phoneMasked),
      ...(person.phoneMasked && reveal('phone')),
    },
    ...(person.formerNames ?? []).map(({ name, until }) => ({
      label: t('nameCorrections.former'),
      value: t('nameCorrections.formerText', { name: name ?? '', day: until ?? '' }),
    })),
    ...(person.formerDocuments ?? []).map(({ idType, idMasked, until }) => ({
      label: t('documentCorrections.former'),
      value: t('documentCorrections.formerText', {
        type: t(`people.${idType}`),
        number: idMasked ?? '',
        day: until ?? '',
      }),
    })),
    { label: t('people.sex'), value: t(`people.${person.sex}`) },
    ...(person.birthOn
      ? [
          {
            label: t('people.birthYear'),
            value: t('people.birthText', { year: yearOf(person.birthOn), age: ageOn(person.birthOn, today) }),
          },
        ]
      : []),
    ...(person.residenceRegion
      ? [{ label: t('people.residence'), value: regionFullName(person.residenceRegion, t.lang) }]
      : []),
    {
      label: t('people.category'),
      value: personCategoryName(category ?? '', t.lang) || t('people.unknown'),
      ...(proof && { note: t('people.proof', { proof }) }),
    },
    { label: t('people.tags'), value: tags.join(t.lang === 'en' ? ', ' : '、') || t('people.noTags') },
    ...(officer
      ? [
          {
            label: t('people.organisations'),
            value: person.organisationIds
              .map((id) => organisationNames.get(id) ?? '')
              .filter(Boolean)
              .join(t.lang === 'en' ? ', ' : '、'),
          },
        ]
      : []),
  ]
}

function historyOf(t: Translate, person: PersonRow, today: Day): Table | undefined {
  const now = categoryOn(person.categories, today)
  const nowTag = { tag: { kind: 'good' as const, text: t('people.nowTag') } }
  const rows = [
    ...person.categories
      .map(({ code, from }, i) => ({
        kind: 'people.category',
        code,
        from,
        to: person.categories[i + 1] ? addDays(person.categories[i + 1]!.from, -1) : '',
        current:
          code === now && from <= today && !(person.categories[i + 1] && person.categories[i + 1]!.from <= today),
      }))
      .reverse(),
    ...[...person.tags].reverse().map(({ code, from, to }) => ({
      kind: 'people.tag',
      code,
      from,
      to: to ?? '',
      current: from <= today && (!to || today <= to),
    })),
  ]
  if (rows.length === 0) return undefined
  return {
    caption: t('people.history'),
    plain: true,
    columns: ['what', 'kind', 'from', 'to'].map((key) => ({ label: t(`people.${key}`) })),
    rows: rows.map(({ kind, code, from, to, current }) => ({
      cells: [
        { text: personCategoryName(code, t.lang) },
        { text: t(kind) },
        { text: from, num: true },
        current ? nowTag : { text: to, num: true },
      ],
    })),
  }
}

/** One person: masked facts, dated categories and tags, photo, and what the higher floors know. */
export function personPage(t: Translate, facts: PersonFacts, actor: Actor, errors: Errors = {}) {
  const { person, today, sections } = facts
  const id = String(person._id)
  const canEdit = may(actor, 'person.edit')
  const actions: Action[] = [
    ...(canEdit
      ? [
          { text: t('people.edit'), href: paths.people.edit(id) },
          { text: t('traineeAccounts.account'), href: paths.people.account(id) },
        ]
      : []),
    ...(may(actor, 'person.correct')
      ? [
          { text: t('nameCorrections.correct'), href: paths.people.name(id) },
          { text: t('documentCorrections.correct'), href: paths.people.document(id) },
        ]
      : []),
  ]
  const page: Page = {
    layout: 'staff',
    title: person.name,
    actions,
    crumbs: crumbsOf(t, person),
    problems: problemsOf(errors),
  }
  const photoField = fill(
    [
      {
        name: 'photo',
        label: t('people.photoChoose'),
        kind: 'file',
        hint: t('people.photoHint'),
        accept: 'image/jpeg,image/png,image/webp',
      },
    ],
    {},
    errors,
  )[0]!
  return {
    ...page,
    note: minorNote(t, person, today),
    facts: factsOf(t, facts, actor),
    history: historyOf(t, person, today),
    sections,
    photo: person.photoFile
      ? {
          src: `${paths.people.photo(id)}?v=${person.photoFile.slice(0, 8)}`,
          alt: t('people.photoOf', { name: person.name }),
        }
      : undefined,
    upload: canEdit ? { action: paths.people.photo(id), field: photoField, text: t('people.photoUpload') } : undefined,
  }
}
