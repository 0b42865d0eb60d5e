import { personCategoryName } from '../../registry/people/category.data.js'
import { regionFullName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Cell } from '../../web/table-models.js'
import type { RosterOutcome } from '../roster-files/roster-change.rules.js'
import type { RosterRowRecord } from '../roster-imports/roster-import.model.js'
import { clauses, labelled, listed } from '../enrolments/listing.view.js'

/** What `views/roster-imports/lines.ejs` draws; the name stands after the number of the line. */
export interface LinesModel {
  caption: string
  columns: string[]
  rows: { line: number; name: string; cells: Cell[] }[]
}

const nameOf = (t: Translate, row: RosterRowRecord): string => row.name || t('rosterImports.noName')
const idCell = (row: RosterRowRecord): Cell => ({ text: row.idMasked ?? '', num: true })
type Params = Record<string, string | number>

export const faultText = (t: Translate, { code, params }: { code?: string | null; params?: unknown }): string =>
  t(`rosterImports.fault-${code}`, (params ?? {}) as Params)

export function faultLines(t: Translate, rows: readonly RosterRowRecord[]): LinesModel {
  const columns = [t('rosterImports.name'), t('rosterImports.idNumber'), t('rosterImports.toCorrect')]
  const errors = (row: RosterRowRecord) =>
    (row.faults ?? []).map((fault) => ({
      column: t(`rosterImports.column-${fault.column}`),
      text: faultText(t, fault),
    }))
  return {
    caption: t('rosterImports.fault'),
    columns,
    rows: rows.map((row) => ({
      line: row.line,
      name: nameOf(t, row),
      cells: [idCell(row), { rowErrors: errors(row) }],
    })),
  }
}

function warningText(t: Translate, code: string, params: Params): string {
  return t(`rosterImports.warning-${code}`, {
    ...params,
    title: params['title'] || t('rosterImports.warning-otherRun'),
  })
}
export function warningLines(t: Translate, rows: readonly RosterRowRecord[]): LinesModel {
  const columns = [t('rosterImports.name'), t('rosterImports.idNumber'), t('rosterImports.toWatch')]
  const text = (row: RosterRowRecord) =>
    clauses(
      t,
      (row.warnings ?? []).map(({ code, params }) => warningText(t, code ?? '', (params ?? {}) as Params)),
    )
  return {
    caption: t('rosterImports.toWatch'),
    columns,
    rows: rows.map((row) => ({
      line: row.line,
      name: nameOf(t, row),
      cells: [idCell(row), { text: text(row), full: true }],
    })),
  }
}

export function plainLines(t: Translate, rows: readonly RosterRowRecord[], outcome: RosterOutcome): LinesModel {
  return {
    caption: t(`rosterImports.${outcome}`),
    columns: [t('rosterImports.name'), t('rosterImports.idNumber')],
    rows: rows.map((row) => ({ line: row.line, name: nameOf(t, row), cells: [idCell(row)] })),
  }
}

export function changeLines(t: Translate, rows: readonly RosterRowRecord[]): LinesModel {
  const columns = [
    t('rosterImports.name'),
    t('rosterImports.what'),
    t('rosterImports.before'),
    t('rosterImports.after'),
  ]
  const lines = rows.flatMap((row) =>
    (row.changes ?? []).map(({ column, from, to }) => ({
      line: row.line,
      name: nameOf(t, row),
      cells: [
        { text: t(`rosterImports.column-${column}`) },
        { text: valueText(t, column, from) || t('rosterImports.empty'), del: true, full: true },
        { text: valueText(t, column, to), strong: true, full: true },
      ],
    })),
  )
  return { caption: t('rosterImports.update'), columns, rows: lines }
}

function valueText(t: Translate, column: string | null | undefined, value: string | null | undefined): string {
  if (!value || value.startsWith('*')) return value ?? ''
  if (column === 'category' || column === 'tags')
    return listed(
      t,
      value.split(',').map((code) => personCategoryName(code, t.lang)),
    )
  return column === 'residence' ? regionFullName(value, t.lang) : value
}

/** Everything that is wrong with a line, for one cell of the file that goes back. */
export const reasonsOf = (t: Translate, row: RosterRowRecord): string =>
  clauses(
    t,
    (row.faults ?? []).map((fault) => labelled(t, t(`rosterImports.column-${fault.column}`), faultText(t, fault))),
  )
