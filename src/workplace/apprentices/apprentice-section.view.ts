import { paths } from '../../paths.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { CooperationRecord } from '../apprentice-contracts/cooperation.model.js'
import type { LogTally } from '../workplace-logs/log.queries.js'
import type { ApprenticeLine, ApprenticeRow } from './apprentice.queries.js'

export interface SectionData {
  line: ApprenticeLine
  actor: Actor
  logs: LogTally
  cooperation: CooperationRecord | null
}
export interface Section {
  title: string
  table?: Table
  text?: string
  actions: Action[]
}

/** What belongs to an apprentice, each with its table: contracts, guides, logs, breaks, checks. */
export const sectionsOf = (t: Translate, data: SectionData): Section[] =>
  [
    contractsOf(t, data),
    guidesOf(t, data),
    logsOf(t, data),
    breaksOf(t, data.line.apprentice),
    checksOf(t, data.line.apprentice),
  ].filter((section) => section !== undefined)

const table = (caption: string, columns: readonly string[], rows: readonly Cell[][]): Table => ({
  caption,
  columns: columns.map((label) => ({ label })),
  rows: rows.map((cells) => ({ cells })),
})

function contractsOf(t: Translate, { line: { apprentice }, actor, cooperation }: SectionData): Section {
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

function guidesOf(t: Translate, { line: { guides } }: SectionData): Section {
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

const logsOf = (t: Translate, { line: { apprentice }, logs }: SectionData): Section => ({
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
