import { formatDay, type Day } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Figure } from '../../web/figure-models.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import type { Cell, Row, Table } from '../../web/table-models.js'
import { paths } from '../../paths.js'
import type { Achievement } from '../achievements/achievement.rules.js'
import type { Entry } from '../credit-entries/credit-entry.service.js'
import { balanceOf, bookedOf, creditText, standingEntries, type CreditRow } from '../credit-entries/credit.rules.js'
import type { DualCertificateRecord } from '../dual-certificates/dual-certificate.model.js'
import { printedNumber } from './account-number.rules.js'
import type { LearningAccountRecord } from './learning-account.model.js'
import type { Holder } from './learning-account.queries.js'

/** Where the parts of an account are to be found: the holder's own pages, or those of an officer. */
export interface Place {
  own: boolean
  home: string
  credits: string
  credit(serial: number): string
}
export const ownPlace: Place = {
  own: true,
  home: paths.myAccount.home(),
  credits: paths.myAccount.credits(),
  credit: (serial) => paths.myAccount.credit(String(serial)),
}
export const officePlace = (personId: string): Place => ({
  own: false,
  home: paths.learningAccounts.show(personId),
  credits: paths.learningAccounts.credits(personId),
  credit: (serial) => paths.learningAccounts.credit(personId, String(serial)),
})

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

const frameOf = (t: Translate, place: Place, name: string) => ({
  layout: place.own ? ('public' as const) : ('staff' as const),
  crumbs: place.own
    ? [{ text: t('own.title'), href: paths.me.home() }]
    : [
        { text: t('learningAccounts.accounts'), href: paths.learningAccounts.list() },
        { text: name, href: place.home },
      ],
})

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

export const resultKind = (t: Translate, { kind }: Pick<Achievement, 'kind'>): string =>
  t(`learningAccounts.kind-${kind}`)
/** The page of the paper, case or addition that a result rests on. */
export function evidenceHref({ kind, certificateId, recordId }: Achievement, own: boolean): string | undefined {
  if (certificateId) return own ? paths.me.certificate(certificateId) : paths.certificates.show(certificateId)
  if (!recordId) return undefined
  if (kind === 'recognition') return own ? paths.ownRecognitions.show(recordId) : paths.recognitions.show(recordId)
  return own ? paths.myAccount.record(recordId) : paths.learningRecords.show(recordId)
}

function resultsTable(
  t: Translate,
  rows: readonly CreditRow[],
  entries: readonly Entry[],
  place: Place,
): Table | undefined {
  if (rows.length === 0) return undefined
  const standing = standingEntries(entries.map(bookedOf))
  const serialOf = new Map(entries.map(({ _id, serial }) => [_id, serial]))
  const creditCell = (row: CreditRow): Cell => {
    const entry = standing.get(row.achievement.key)
    if (!entry)
      return { text: row.reason ? t(`learningAccounts.none-${row.reason}`) : t('learningAccounts.booking'), n: true }
    return {
      text: creditText(entry.hundredths),
      href: place.credit(serialOf.get(entry.id)!),
      n: true,
      ...(row.hundredths < row.full && { sub: t('learningAccounts.capped', { full: creditText(row.full) }) }),
    }
  }
  return {
    caption: t('learningAccounts.results'),
    columns: [
      { label: t('learningAccounts.result') },
      { label: t('learningAccounts.on') },
      { label: t('learningAccounts.kind') },
      { label: t('learningAccounts.evidence') },
      { label: t('learningAccounts.standing') },
      { label: t('learningAccounts.credits'), n: true },
    ],
    rows: rows.map((row) => {
      const { achievement } = row
      const href = evidenceHref(achievement, place.own)
      return {
        cells: [
          { text: achievement.title, sub: achievement.source, lang: 'zh-CN', ...(href && { href }) },
          { text: achievement.on, num: true },
          { text: resultKind(t, achievement) },
          {
            text: t(`learningAccounts.grade-${achievement.grade}`),
            ...(achievement.number && { sub: achievement.number }),
          },
          standingCell(t, achievement),
          creditCell(row),
        ],
      }
    }),
  }
}

function standingCell(t: Translate, achievement: Achievement): Cell {
  if (achievement.standing === 'void')
    return {
      tag: { kind: 'void', text: t('learningAccounts.void') },
      sub: t(`learningAccounts.void-${achievement.reason}`),
    }
  return {
    tag:
      achievement.standing === 'holds'
        ? { kind: 'good', text: t('learningAccounts.holds') }
        : { kind: 'run', text: t('learningAccounts.underWay') },
  }
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

/** The ledger line by line; its last line is the balance, which is stored nowhere. */
export function ledgerPage(
  t: Translate,
  holder: Holder,
  entries: readonly Entry[],
  place: Place,
): Page & Record<string, unknown> {
  const frame = frameOf(t, place, holder.name)
  return {
    ...frame,
    crumbs: [
      ...frame.crumbs,
      ...(place.own ? [{ text: t('learningAccounts.title'), href: place.home }] : []),
      { text: t('learningAccounts.ledger'), href: '' },
    ],
    title: t('learningAccounts.ledger'),
    meta: place.own ? '' : `${holder.name} ${holder.idMasked}`,
    lead: t('learningAccounts.ledgerLead'),
    list:
      entries.length > 0
        ? { table: ledgerTable(t, entries, place) }
        : { empty: { title: t('learningAccounts.noEntries'), text: t('learningAccounts.noResultsText') } },
  }
}

const signed = (hundredths: number): string => (hundredths > 0 ? `+${creditText(hundredths)}` : creditText(hundredths))

function ledgerTable(t: Translate, entries: readonly Entry[], place: Place): Table {
  const columns = [
    { label: t('learningAccounts.result') },
    { label: t('learningAccounts.serial'), n: true },
    { label: t('learningAccounts.on') },
    { label: t('learningAccounts.kind') },
    { label: t('learningAccounts.credits'), n: true },
  ]
  return {
    caption: t('learningAccounts.ledger'),
    columns,
    rows: [...entries].reverse().map((entry) => ({
      cells: [
        {
          text: entryTitle(t, entry),
          sub: entry.act === 'reversed' ? t(`learningAccounts.reversal-${entry.reason}`) : entry.source,
          lang: 'zh-CN',
        },
        { text: String(entry.serial), n: true },
        { text: entry.on, num: true },
        { text: t(entry.act === 'reversed' ? 'learningAccounts.reversed' : `learningAccounts.kind-${entry.kind}`) },
        { text: signed(entry.hundredths), n: true, href: place.credit(entry.serial) },
      ],
    })),
    foot: [
      { text: t('learningAccounts.balance') },
      { text: '' },
      { text: '' },
      { text: '' },
      { text: creditText(balanceOf(entries)), n: true, strong: true },
    ],
  }
}

const entryTitle = (t: Translate, { act, title }: Entry): string =>
  act === 'reversed' ? t('learningAccounts.reversalOf', { title }) : title

export interface EntryData {
  holder: Holder
  entry: Entry
  other: Entry | null
  source?: { text: string; href: string }
  inForce: readonly { name: string; value: string; from: Day }[]
}

/** One entry opened to its rule, its clause and its source. */
export function entryPage(
  t: Translate,
  { holder, entry, other, source, inForce }: EntryData,
  place: Place,
): Page & Record<string, unknown> {
  const frame = frameOf(t, place, holder.name)
  return {
    ...frame,
    title: entryTitle(t, entry),
    tag:
      entry.act === 'reversed'
        ? { kind: 'void', text: t('learningAccounts.reversed') }
        : other
          ? { kind: 'moved', text: t('learningAccounts.wasReversed') }
          : { kind: 'good', text: t('learningAccounts.holds') },
    crumbs: [
      ...frame.crumbs,
      ...(place.own ? [{ text: t('learningAccounts.title'), href: place.home }] : []),
      { text: t('learningAccounts.ledger'), href: place.credits },
      { text: t('learningAccounts.entryOf', { serial: entry.serial }), href: '' },
    ],
    rule: {
      sentence: t(`learningAccounts.rule-${entry.type}`),
      clause: entry.clause,
      sample: entry.sample,
      from: inForce
        .map(({ name, value, from }) => t('learningAccounts.inForce', { name, value, day: from }))
        .join(t.lang === 'en' ? '; ' : '；'),
    },
    facts: [
      {
        label: t('learningAccounts.credits'),
        value: signed(entry.hundredths),
        strong: true,
        ...(Math.abs(entry.full) > Math.abs(entry.hundredths) && {
          note: t('learningAccounts.capped', { full: creditText(Math.abs(entry.full)) }),
        }),
      },
      { label: t('learningAccounts.kind'), value: t(`learningAccounts.kind-${entry.kind}`) },
      { label: t('learningAccounts.on'), value: formatDay(entry.on, t.lang) },
      ...(typeof entry.hours === 'number'
        ? [{ label: t('learningAccounts.hours'), value: t('learningAccounts.hoursText', { hours: entry.hours }) }]
        : []),
      { label: t('learningAccounts.source'), value: entry.source },
      {
        label: t('learningAccounts.evidence'),
        value: t(`learningAccounts.grade-${entry.grade}`),
        ...(entry.number && { note: entry.number }),
      },
      ...(entry.reason
        ? [{ label: t('learningAccounts.why'), value: t(`learningAccounts.reversal-${entry.reason}`) }]
        : []),
      ...(other
        ? [
            {
              label: t(entry.reverses ? 'learningAccounts.reverses' : 'learningAccounts.reversedBy'),
              value: t('learningAccounts.entryOf', { serial: other.serial }),
              href: place.credit(other.serial),
            },
          ]
        : []),
      ...(source ? [{ label: t('learningAccounts.seeSource'), value: source.text, href: source.href }] : []),
    ] satisfies Fact[],
    back: { text: t('learningAccounts.ledger'), href: place.credits },
  }
}
