/** What a staged line holds under seal: the typed texts, and the facts that were read from them. */
import type { Sealed, Vault } from '../../infra/vault.js'
import type { RosterFacts, RosterTexts } from '../roster-files/roster-row.rules.js'
import type { RosterRowRecord } from '../roster-imports/roster-import.model.js'

export interface SealedLine {
  texts: RosterTexts
  facts?: RosterFacts
}
const place = (id: string): string => `roster-import-rows.cells.${id}`

export function createLineSealing(vault: Vault) {
  return {
    seal: (id: string, line: SealedLine): Sealed => vault.seal(JSON.stringify(line), place(id)),
    open: (row: Pick<RosterRowRecord, '_id' | 'cells'>): SealedLine =>
      JSON.parse(vault.open(row.cells as unknown as Sealed, place(String(row._id)))) as SealedLine,
  }
}
export type LineSealing = ReturnType<typeof createLineSealing>
