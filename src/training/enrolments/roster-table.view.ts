import { paths, withQuery } from '../../paths.js'
import { personCategoryName } from '../../registry/people/category.data.js'
import { dayOf } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Cell, List, Table } from '../../web/table-models.js'
import type { RosterRow, RosterSearch } from './enrolment.queries.js'
import type { RosterData } from './enrolment.view.js'
import { editable } from './enrolment.rules.js'
import { listed } from './listing.view.js'

export function filterOf(t: Translate, { asked, categories }: RosterData, action: string): List['filter'] {
  const any = { value: '', label: t('enrolments.all') }
  return {
    action,
    fields: fill(
      [
        { name: 'q', label: t('enrolments.search'), kind: 'text' },
        {
          name: 'category',
          label: t('enrolments.category'),
          kind: 'select',
          options: [any, ...categories.map((code) => ({ value: code, label: personCategoryName(code, t.lang) }))],
        },
        {
          name: 'photo',
          label: t('enrolments.photo'),
          kind: 'select',
          options: [
            any,
            { value: 'there', label: t('enrolments.photo-there') },
            { value: 'missing', label: t('enrolments.photo-missing') },
          ],
        },
        {
          name: 'state',
          label: t('enrolments.state'),
          kind: 'select',
          options: [
            { value: '', label: t('enrolments.enrolled') },
            { value: 'withdrawn', label: t('enrolments.withdrawn') },
          ],
        },
      ],
      {
        q: asked.q ?? '',
        category: asked.category ?? '',
        photo: asked.photo ?? '',
        state: asked.state === 'withdrawn' ? 'withdrawn' : '',
      },
    ),
  }
}

export function chipsOf(t: Translate, asked: RosterSearch, here: string): { text: string; href: string }[] {
  const without = (key: keyof RosterSearch) => withQuery(here, { ...asked, [key]: undefined })
  const chip = (key: keyof RosterSearch, text: string | undefined) => (text ? [{ text, href: without(key) }] : [])
  return [
    ...chip('q', asked.q),
    ...chip('category', asked.category && personCategoryName(asked.category, t.lang)),
    ...chip('photo', asked.photo && t(`enrolments.photo-${asked.photo}`)),
    ...chip('state', asked.state && t(`enrolments.${asked.state}`)),
  ]
}

export function tableOf(t: Translate, { rows, rights, asked, actor }: RosterData): Table {
  const gone = asked.state === 'withdrawn'
  const columns = [
    t('enrolments.name'),
    t('enrolments.idNumber'),
    t('enrolments.category'),
    t('enrolments.photo'),
    t(gone ? 'enrolments.leftOn' : 'enrolments.addedOn'),
    ...(editable(rights) && !gone ? [t('enrolments.act')] : []),
  ]
  return {
    caption: t('enrolments.roster'),
    columns: columns.map((label) => ({ label })),
    rows: rows.map((row) => ({ id: row.personId, cells: cellsOf(t, row, actor, editable(rights) && !gone) })),
  }
}

function cellsOf(t: Translate, row: RosterRow, actor: Actor, removable: boolean): Cell[] {
  const day = row.state === 'withdrawn' ? row.updatedAt : row.createdAt
  return [
    { text: row.personName, ...(may(actor, 'person.view') && { href: paths.people.show(row.personId) }) },
    { text: row.idMasked, num: true },
    {
      text: personCategoryName(row.category, t.lang),
      ...(row.tags.length > 0 && {
        sub: listed(
          t,
          row.tags.map((tag) => personCategoryName(tag, t.lang)),
        ),
      }),
    },
    row.photo ? { text: t('enrolments.there') } : { tag: { kind: 'wait', text: t('enrolments.missing') } },
    { text: day ? dayOf(day) : '', num: true },
    ...(removable
      ? [
          {
            bare: true,
            actions: [
              {
                text: t('enrolments.remove'),
                href: withQuery(paths.courseRuns.removeTrainee(row.courseRunId), { person: row.personId }),
              },
            ],
          },
        ]
      : []),
  ]
}
