import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Link } from '../../web/link-models.js'
import type { BlocksPage } from '../../web/page-models.js'
import type { PersonRow } from '../people/person.queries.js'
import { crumbsOf } from '../people/person.view.js'
import type { AccountState } from './trainee-account.rules.js'
import type { Slip } from './trainee-account.service.js'

/** One person's account: what there is, and the button that fits. */
export function traineeAccountPage(
  t: Translate,
  person: PersonRow,
  { state, username }: { state: AccountState; username?: string | undefined },
): BlocksPage {
  const id = String(person._id)
  return {
    layout: 'staff',
    width: 'form',
    title: t('traineeAccounts.title', { name: person.name }),
    lead: t('traineeAccounts.lead'),
    crumbs: crumbsOf(t, person, { text: t('traineeAccounts.account'), href: '' }),
    blocks: [
      {
        facts: [
          { label: t('traineeAccounts.account'), value: t(`traineeAccounts.state-${state}`) },
          ...(username ? [{ label: t('accounts.username'), value: username, num: true }] : []),
        ],
        ...(state === 'used' && { note: { kind: 'wait' as const, text: t('traineeAccounts.used') } }),
        ...(state !== 'used' && {
          form: {
            action: paths.people.account(id),
            submit: t(`traineeAccounts.do-${state}`),
            repeatable: true,
            back: { text: t('people.back'), href: paths.people.show(id) },
            sections: [],
          },
        }),
      },
    ],
  }
}

/** Slips to be printed and handed out; shown once, because nobody keeps the passwords. */
export function slipsPage(
  t: Translate,
  slips: readonly Slip[],
  { crumbs, back }: { crumbs: Link[]; back: Link },
): BlocksPage {
  const columns = ['people.name', 'people.idNumber', 'accounts.username', 'accounts.firstPassword']
  return {
    layout: 'staff',
    title: t('traineeAccounts.slips', { count: slips.length }),
    crumbs,
    blocks: [
      {
        note: { kind: 'good', text: t('traineeAccounts.once'), more: t('traineeAccounts.handOut') },
        table: {
          caption: t('traineeAccounts.slips', { count: slips.length }),
          plain: true,
          columns: columns.map((key) => ({ label: t(key) })),
          rows: slips.map(({ name, idMasked, username, password }) => ({
            cells: [{ text: name }, ...[idMasked, username, password].map((text) => ({ text, num: true }))],
          })),
        },
        actions: [{ ...back, style: 'outline' }],
      },
    ],
  }
}
