/** How a file that was read becomes the lines and the figures of a preview. */
import { invalid } from '../../shared/errors.js'
import { maskId } from '../../shared/id-card.js'
import { readHeader, type ColumnPlaces } from '../roster-files/roster-header.rules.js'
import { rosterRowId } from '../roster-imports/roster-import.model.js'
import type { JudgedLine } from './roster-judge.js'
import type { LineSealing } from './roster-sealing.js'

export function placesOf(header: readonly string[]): { at: ColumnPlaces; unused: string[] } {
  const verdict = readHeader(header)
  if (verdict.ok) return verdict
  if (verdict.missing.length > 0) throw invalid('rosterImports.header-missing', { columns: verdict.missing.join('、') })
  throw invalid('rosterImports.header-twice', { columns: verdict.twice.join('、') })
}

/** One line as it waits for the confirmation, its texts under seal. */
export function stagedLine(sealing: LineSealing, importId: string, line: JudgedLine, expiresAt: Date) {
  const { texts, facts, faults, changes, warnings, outcome } = line
  const _id = rosterRowId(importId, line.line)
  return {
    _id,
    importId,
    line: line.line,
    state: outcome === 'fault' ? ('fault' as const) : ('waiting' as const),
    outcome,
    name: texts.name,
    idMasked: texts.idNumber && maskId(facts?.idNumber ?? texts.idNumber.replace(/\s/g, '')),
    cells: sealing.seal(_id, { texts, facts }),
    faults,
    changes,
    warnings,
    expiresAt,
  }
}

export function summaryOf(lines: readonly JudgedLine[]) {
  const counts = { new: 0, update: 0, same: 0, fault: 0 }
  for (const { outcome } of lines) counts[outcome] += 1
  return {
    counts,
    faults: lines.reduce((sum, { faults }) => sum + faults.length, 0),
    warned: lines.filter(({ warnings }) => warnings.length > 0).length,
  }
}
