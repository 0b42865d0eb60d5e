import { paths, withQuery } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { roles, type Role } from '../../shared/permissions.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import type { AccountRow, OrganisationChoice } from './account.queries.js'

const stateTag = (t: Translate, row: AccountRow): Tag =>
  row.state === 'active'
    ? { kind: 'good', text: t('accounts.active') }
    : { kind: 'neutral', text: t('accounts.disabledTag') }

/** The organisation or the county that somebody works for. */
const belongsTo = (t: Translate, { organisationName, region }: AccountRow): string =>
  organisationName ?? (region ? regionName(region, t.lang) : '')

const roleOptions = (t: Translate) => roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))

export function accountListPage(
  t: Translate,
  rows: readonly AccountRow[],
  page: PageOf,
  query: { q?: string; role?: string; state?: string },
): Page & { list: List } {
  return {
    layout: 'staff',
    title: t('accounts.accounts'),
    meta: t('accounts.total', { count: page.total }),
    actions: [{ text: t('accounts.newAccount'), href: paths.accounts.create(), style: 'primary' }],
    list: {
      filter: {
        action: paths.accounts.list(),
        fields: fill(
          [
            { name: 'q', label: t('accounts.search'), kind: 'text' },
            {
              name: 'role',
              label: t('accounts.role'),
              kind: 'select',
              options: [{ value: '', label: t('accounts.all') }, ...roleOptions(t)],
            },
            {
              name: 'state',
              label: t('accounts.state'),
              kind: 'select',
              options: [
                { value: '', label: t('accounts.all') },
                { value: 'active', label: t('accounts.active') },
                { value: 'disabled', label: t('accounts.disabledTag') },
              ],
            },
          ],
          { q: query.q ?? '', role: query.role ?? '', state: query.state ?? '' },
        ),
      },
      table: {
        caption: t('accounts.accounts'),
        columns: [
          t('accounts.name'),
          t('accounts.username'),
          t('accounts.role'),
          t('accounts.belongsTo'),
          t('accounts.lastSignIn'),
          t('accounts.state'),
        ].map((label) => ({ label })),
        rows: rows.map((row) => ({
          cells: [
            { text: row.name, href: paths.accounts.show(String(row._id)) },
            { text: row.username, num: true },
            { text: t(`roles.${row.role}`) },
            { text: belongsTo(t, row) },
            { text: row.lastSignInAt ? formatInstant(row.lastSignInAt) : t('accounts.never'), num: true },
            { tag: stateTag(t, row) },
          ],
        })),
      },
      pager: pagerOf(page, (number) => withQuery(paths.accounts.list(), { ...query, page: number })),
    },
  }
}

const firstPassword = (t: Translate): FieldSpec => ({
  name: 'password',
  label: t('accounts.firstPassword'),
  kind: 'password',
  width: 18,
  hint: t('accounts.newPasswordHint'),
  autocomplete: 'new-password',
})

export function newAccountPage(
  t: Translate,
  organisations: readonly OrganisationChoice[],
  values: Values = {},
  errors: Errors = {},
) {
  const specs: FieldSpec[] = [
    { name: 'name', label: t('accounts.name'), kind: 'text', width: 18 },
    { name: 'username', label: t('accounts.username'), kind: 'text', width: 18, hint: t('accounts.usernameFormat') },
    {
      name: 'role',
      label: t('accounts.role'),
      kind: 'select',
      options: [{ value: '', label: t('frame.choose') }, ...roleOptions(t).filter(({ value }) => value !== 'trainee')],
      hint: t('accounts.traineeElsewhere'),
    },
    {
      name: 'organisationId',
      label: t('accounts.organisation'),
      kind: 'select',
      optional: true,
      options: [
        { value: '', label: t('accounts.noOrganisation') },
        ...organisations.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    {
      name: 'region',
      label: t('accounts.region'),
      kind: 'select',
      optional: true,
      options: [
        { value: '', label: t('accounts.noCounty') },
        ...threeCounties.map((code) => ({ value: code, label: regionName(code, t.lang) })),
      ],
    },
    firstPassword(t),
  ]
  return {
    layout: 'staff' as const,
    width: 'form' as const,
    title: t('accounts.newAccount'),
    problems: problemsOf(errors),
    crumbs: [
      { text: t('accounts.accounts'), href: paths.accounts.list() },
      { text: t('accounts.newAccount'), href: '' },
    ],
    form: {
      action: paths.accounts.create(),
      sections: [{ fields: fill(specs, values, errors) }],
      submit: t('accounts.createAccount'),
      back: { text: t('accounts.back'), href: paths.accounts.list() },
    },
  }
}

export function accountPage(t: Translate, row: AccountRow, errors: Errors = {}) {
  const id = String(row._id)
  const switchAction =
    row.state === 'active'
      ? { text: t('accounts.disable'), href: paths.accounts.disable(id), post: true, style: 'outline-danger' as const }
      : { text: t('accounts.enable'), href: paths.accounts.enable(id), post: true, style: 'outline' as const }
  return {
    layout: 'staff' as const,
    title: row.name,
    tag: stateTag(t, row),
    actions: [switchAction],
    problems: problemsOf(errors),
    crumbs: [
      { text: t('accounts.accounts'), href: paths.accounts.list() },
      { text: row.name, href: '' },
    ],
    facts: [
      { label: t('accounts.username'), value: row.username, num: true },
      { label: t('accounts.role'), value: t(`roles.${row.role as Role}`) },
      ...(belongsTo(t, row) ? [{ label: t('accounts.belongsTo'), value: belongsTo(t, row) }] : []),
      {
        label: t('accounts.lastSignIn'),
        value: row.lastSignInAt ? formatInstant(row.lastSignInAt) : t('accounts.never'),
        num: true,
      },
    ],
    form: {
      action: paths.accounts.reset(id),
      submit: t('accounts.resetPassword'),
      sections: [
        {
          fields: fill([firstPassword(t)], {}, errors),
        },
      ],
    },
  }
}
