import { paths } from '../../paths.js'
import { formatDay, formatInstant } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Moment, Note } from '../../web/story-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { CooperationRecord } from '../apprentice-contracts/cooperation.model.js'
import type { LogTally } from '../workplace-logs/log.queries.js'
import { apprenticeTag, dueText } from './apprentice-list.view.js'
import type { ApprenticeRecord } from './apprentice.model.js'
import type { ApprenticeLine, ApprenticeRow } from './apprentice.queries.js'
import { dueOn, midTermDueOn } from './apprentice-term.rules.js'

export interface ShowData {
  line: ApprenticeLine
  actor: Actor
  today: string
  midTermPercent: number
  logs: LogTally
  cooperation: CooperationRecord | null
  onBreak: boolean
  /** other records of the chain that this reader may open */ openable: readonly string[]
}
export interface Section {
  title: string
  table?: Table
  text?: string
  actions: Action[]
}

/** Who did what and when, newest first. */
export const apprenticeTimeline = (t: Translate, { timeline }: Pick<ApprenticeRecord, 'timeline'>): Moment[] =>
  [...(timeline ?? [])].reverse().map(({ act, at, byName, note, from, to }, i): Moment => ({
    text: t(`apprentices.act-${act}`) + (/^\d/.test(from ?? '') ? ` ${from} – ${to ?? ''}` : ''),
    by: byName,
    at: formatInstant(at),
    atIso: at.toISOString(),
    ...(note && { note }),
    ...(i === 0 && { now: true }),
  }))

export function apprenticePage(
  t: Translate,
  data: ShowData,
): Page & { facts: Fact[]; moments: Moment[]; note?: Note; sections: Section[] } {
  const {
    line: { apprentice, title, dues },
  } = data
  return {
    layout: 'staff',
    title: apprentice.personName,
    tag: apprenticeTag(t, apprentice.state),
    meta: apprentice.idMasked,
    actions: actionsOf(t, data),
    crumbs: [
      { text: t('apprentices.title'), href: paths.apprentices.list() },
      ...(data.actor.role === 'mentor'
        ? []
        : [{ text: title, href: paths.apprentices.ofClass(apprentice.apprenticeshipId) }]),
      { text: apprentice.personName, href: '' },
    ],
    ...(dues.length > 0 && {
      note: { kind: 'wait' as const, text: t('apprentices.todo'), items: dues.map((due) => dueText(t, due)) },
    }),
    facts: factsOf(t, data),
    moments: apprenticeTimeline(t, apprentice),
    sections: [
      contractsOf(t, data),
      guidesOf(t, data),
      logsOf(t, data),
      breaksOf(t, apprentice),
      checksOf(t, apprentice),
    ].filter((section) => section !== undefined),
  }
}

function actionsOf(t: Translate, { line: { apprentice }, actor, onBreak }: ShowData): Action[] {
  if (apprentice.state !== 'training') return []
  const id = apprentice._id
  if (actor.role === 'mentor')
    return [{ text: t('workplaceLogs.write'), href: paths.apprentices.writeLog(id), style: 'primary' }]
  if (!may(actor, 'apprentice.edit')) return []
  return [
    {
      text: t('apprentices.pairMentor'),
      href: `${paths.apprentices.guides(apprentice.apprenticeshipId)}?ids=${encodeURIComponent(id)}`,
      style: 'outline',
    },
    onBreak
      ? { text: t('apprenticeChanges.endBreak'), href: paths.apprentices.endBreak(id), style: 'outline' }
      : { text: t('apprenticeChanges.break'), href: paths.apprentices.break(id), style: 'outline' },
    { text: t('apprenticeChanges.transfer'), href: paths.apprentices.transfer(id), style: 'outline' },
    { text: t('apprenticeChanges.exit'), href: paths.apprentices.exit(id), style: 'outline-danger' },
  ]
}

function factsOf(
  t: Translate,
  { line: { apprentice, title, enterpriseName, institutionName }, midTermPercent, openable, actor }: ShowData,
): Fact[] {
  const last = dueOn(apprentice)
  const reasons = (apprentice.outcomeReasons ?? [])
    .map((reason) => t(`apprentices.reason-${reason}`))
    .join(t.lang === 'en' ? '; ' : '；')
  const chain = (label: string, id: string | null | undefined): Fact[] =>
    id
      ? [
          {
            label: t(label),
            value: openable.includes(id) ? t('apprentices.open') : '—',
            ...(openable.includes(id) && { href: paths.apprentices.show(id) }),
          },
        ]
      : []
  return [
    {
      label: t('apprentices.class'),
      value: title,
      ...(actor.role !== 'mentor' && { href: paths.apprentices.ofClass(apprentice.apprenticeshipId) }),
    },
    { label: t('apprentices.enterprise'), value: enterpriseName },
    { label: t('apprentices.institution'), value: institutionName },
    { label: t('apprentices.level'), value: levelPrinted(apprentice.level as Level, t.lang) },
    ...(apprentice.post ? [{ label: t('apprentices.post'), value: apprentice.post }] : []),
    {
      label: t('apprentices.term'),
      value: `${formatDay(apprentice.from, t.lang)} – ${formatDay(apprentice.to, t.lang)}`,
      ...(last !== apprentice.to && { note: t('apprentices.termMoved', { day: formatDay(last, t.lang) }) }),
    },
    { label: t('apprentices.midTermDue'), value: formatDay(midTermDueOn(apprentice, midTermPercent), t.lang) },
    ...(apprentice.exitedOn
      ? [
          { label: t('apprentices.exitedOn'), value: formatDay(apprentice.exitedOn, t.lang) },
          { label: t('apprentices.exitReason'), value: t(`apprentices.exit-${apprentice.exitReason ?? 'other'}`) },
        ]
      : []),
    ...(apprentice.outcome
      ? [
          {
            label: t('apprentices.outcome'),
            value: [t(`apprentices.state-${apprentice.outcome}`), reasons].filter(Boolean).join(' · '),
            ...(apprentice.outcomeOn && { note: formatDay(apprentice.outcomeOn, t.lang) }),
          },
        ]
      : []),
    ...chain('apprentices.transferredFrom', apprentice.transferredFrom),
    ...chain('apprentices.transferredTo', apprentice.transferredTo),
  ]
}

const table = (caption: string, columns: readonly string[], rows: readonly Cell[][]): Table => ({
  caption,
  columns: columns.map((label) => ({ label })),
  rows: rows.map((cells) => ({ cells })),
})

function contractsOf(t: Translate, { line: { apprentice }, actor, cooperation }: ShowData): Section {
  const [id, edits] = [apprentice._id, may(actor, 'apprentice.edit') && apprentice.state === 'training']
  const row = (
    kind: 'labour' | 'training' | 'cooperation',
    contract: { number?: string | null; from: string; to: string; file?: string | null } | null | undefined,
    form: string,
    file: string,
  ): Cell[] => [
    { text: t(`contracts.kind-${kind}`), sub: contract?.number ?? '' },
    contract
      ? { text: `${contract.from} – ${contract.to}`, num: true }
      : { tag: { kind: 'wait', text: t('contracts.missing') } },
    contract?.file ? { text: t('contracts.seeScan'), href: file } : { text: t('contracts.noScan') },
    ...(edits
      ? [{ bare: true, actions: [{ text: t(contract ? 'contracts.renew' : 'contracts.record'), href: form }] }]
      : []),
  ]
  const own = (kind: 'labour' | 'training', contract: ApprenticeRow['labourContract']) =>
    row(kind, contract, paths.apprentices.contract(id, kind), paths.apprentices.contractFile(id, kind))
  return {
    title: t('contracts.title'),
    actions: [],
    table: table(
      t('contracts.title'),
      [t('contracts.contract'), t('apprentices.days'), t('contracts.scan'), ...(edits ? [t('contracts.act')] : [])],
      [
        own('labour', apprentice.labourContract),
        own('training', apprentice.trainingAgreement),
        row(
          'cooperation',
          cooperation,
          paths.apprentices.cooperation(apprentice.apprenticeshipId),
          paths.apprentices.cooperationFile(apprentice.apprenticeshipId),
        ),
      ],
    ),
  }
}

function guidesOf(t: Translate, { line: { guides } }: ShowData): Section {
  const rows = guides.map(({ kind, guideName, qualification, from, to }): Cell[] => [
    { text: t(`apprentices.${kind}`) },
    { text: guideName, sub: qualification ?? '' },
    { text: to ? `${from} – ${to}` : t('apprentices.goesOn', { day: from }), num: true },
  ])
  return {
    title: t('apprentices.guidesTitle'),
    actions: [],
    ...(rows.length > 0
      ? {
          table: table(
            t('apprentices.guidesTitle'),
            [t('apprentices.kind'), t('apprentices.who'), t('apprentices.days')],
            rows,
          ),
        }
      : { text: t('apprentices.noGuide') }),
  }
}

const logsOf = (t: Translate, { line: { apprentice }, logs }: ShowData): Section => ({
  title: t('apprentices.logs'),
  text: t('apprentices.logsOf', { signed: logs.signed, waiting: logs.waiting }),
  actions: [{ text: t('workplaceLogs.read'), href: paths.apprentices.logs(apprentice._id), style: 'outline' }],
})

function breaksOf(t: Translate, { breaks }: ApprenticeRow): Section | undefined {
  if (!breaks || breaks.length === 0) return undefined
  return {
    title: t('apprentices.breaksTitle'),
    actions: [],
    table: table(
      t('apprentices.breaksTitle'),
      [t('apprentices.days'), t('apprentices.reason')],
      breaks.map(({ from, to, reason }) => [{ text: `${from} – ${to}`, num: true }, { text: reason }]),
    ),
  }
}

function checksOf(t: Translate, { midTerm, assessment }: ApprenticeRow): Section | undefined {
  const mark = (value: number | null | undefined): Cell => ({
    text: typeof value === 'number' ? String(value) : '—',
    n: true,
  })
  const row = (kind: 'mid-term' | 'assessment', check: ApprenticeRow['midTerm']): Cell[][] =>
    check
      ? [
          [
            { text: t(`apprentices.tab-${kind}`) },
            { text: check.on, num: true },
            mark(check.theory),
            mark(check.practice),
            {
              tag: check.absent
                ? { kind: 'back', text: t('apprentices.absent') }
                : check.passed
                  ? { kind: 'good', text: t('apprentices.passed') }
                  : { kind: 'back', text: t('apprentices.failed') },
            },
          ],
        ]
      : []
  const rows = [...row('mid-term', midTerm), ...row('assessment', assessment)]
  return rows.length > 0
    ? {
        title: t('apprentices.checksTitle'),
        actions: [],
        table: table(
          t('apprentices.checksTitle'),
          ['check', 'day', 'theory', 'practice', 'result'].map((key) => t(`apprentices.${key}`)),
          rows,
        ),
      }
    : undefined
}
