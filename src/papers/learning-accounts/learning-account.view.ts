import { formatDay } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Figure } from '../../web/figure-models.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import type { Row } from '../../web/table-models.js'
import { paths } from '../../paths.js'
import type { Entry } from '../credit-entries/credit-entry.service.js'
import { balanceOf } from '../credit-entries/booking.rules.js'
import { creditText, type CreditRow } from '../credit-entries/credit.rules.js'
import type { DualCertificateRecord } from '../dual-certificates/dual-certificate.model.js'
import { printedNumber } from './account-number.rules.js'
import type { LearningAccountRecord } from './learning-account.model.js'
import type { Holder } from './learning-account.queries.js'
import { type Place, frameOf } from './account-place.view.js'
import { resultsTable } from './account-results.view.js'

export interface AccountData {
  holder: Holder
  account: LearningAccountRecord
  rows: readonly CreditRow[]
  entries: readonly Entry[]
  dual: DualCertificateRecord | null
  /** the holder's own additions and prints, as rows that the wiring of their rooms made */
  additions: readonly Row[]
  prints: readonly Row[]
}

/** The whole account on one page, first what it comes to, then everything it rests on. */
export function accountPage(
  t: Translate,
  data: AccountData,
  place: Place,
  actions: readonly Action[] = [],
): Page & Record<string, unknown> {
  const { holder, account, rows, entries, dual, additions, prints } = data
  const standing = rows.filter(({ achievement }) => achievement.standing === 'holds')
  const frame = frameOf(t, place, holder.name)
  return {
    ...frame,
    crumbs: place.own
      ? [...frame.crumbs, { text: t('learningAccounts.title'), href: '' }]
      : [frame.crumbs[0]!, { text: holder.name, href: '' }],
    title: place.own ? t('learningAccounts.title') : holder.name,
    meta: place.own ? `${holder.name} ${holder.idMasked}` : holder.idMasked,
    actions,
    lead: t('learningAccounts.opened', {
      number: printedNumber(account.number),
      day: formatDay(account.openedOn, t.lang),
    }),
    figures: figuresOf(t, standing, entries, additions.length, place),
    results: resultsTable(t, [...rows].reverse(), entries, place),
    dual: dualFacts(t, dual),
    additions,
    prints,
    own: place.own,
    addActions: [
      {
        text: t('learningRecords.addPractice'),
        href: `${paths.myAccount.createRecord()}?kind=work-practice`,
        style: 'outline',
      },
      {
        text: t('learningRecords.addDiploma'),
        href: `${paths.myAccount.createRecord()}?kind=diploma`,
        style: 'outline',
      },
    ],
    empty: { title: t('learningAccounts.noResults'), text: t('learningAccounts.noResultsText') },
  }
}

function figuresOf(
  t: Translate,
  standing: readonly CreditRow[],
  entries: readonly Entry[],
  additions: number,
  place: Place,
): Figure[] {
  const hours = standing.reduce((sum, { achievement }) => sum + (achievement.hours ?? 0), 0)
  return [
    {
      label: t('learningAccounts.balance'),
      value: creditText(balanceOf(entries)),
      unit: t('learningAccounts.credits'),
      note: t('learningAccounts.entriesNote', { count: entries.length }),
      href: place.credits,
    },
    {
      label: t('learningAccounts.results'),
      value: String(standing.length),
      unit: t('learningAccounts.items'),
      href: '#results',
    },
    {
      label: t('learningAccounts.hours'),
      value: String(Math.round(hours * 10) / 10),
      unit: t('learningAccounts.hourUnit'),
      href: '#results',
    },
    {
      label: t('learningAccounts.additions'),
      value: String(additions),
      unit: t('learningAccounts.items'),
      href: '#additions',
    },
  ]
}

/** Diploma and certificate, what is there and what is missing. */
function dualFacts(t: Translate, dual: DualCertificateRecord | null): Fact[] {
  const part = (label: string, one: DualCertificateRecord['diploma']): Fact => ({
    label,
    value: one ? t('learningAccounts.dualPart', { title: one.title, day: one.on }) : t('learningAccounts.dualMissing'),
  })
  const state: Fact =
    dual?.verdict === 'reached'
      ? {
          label: t('learningAccounts.dualState'),
          tag: { kind: 'good', text: t('learningAccounts.dualReached') },
          value: t('learningAccounts.dualReachedText', { day: formatDay(dual.on!, t.lang), age: dual.age! }),
        }
      : { label: t('learningAccounts.dualState'), value: t(`learningAccounts.dual-${dual?.reason ?? 'neither'}`) }
  return [
    part(t('learningAccounts.diploma'), dual?.diploma),
    part(t('learningAccounts.vocational'), dual?.certificate),
    state,
  ]
}

/** Before there is an account: what it is for, and the one act. */
export const openPage = (t: Translate) => ({
  layout: 'public' as const,
  width: 'form' as const,
  title: t('learningAccounts.title'),
  crumbs: [
    { text: t('own.title'), href: paths.me.home() },
    { text: t('learningAccounts.title'), href: '' },
  ],
  lead: t('learningAccounts.openLead'),
  form: { action: paths.myAccount.home(), sections: [], submit: t('learningAccounts.open') },
})
