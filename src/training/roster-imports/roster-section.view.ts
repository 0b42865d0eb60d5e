import { paths, withQuery } from '../../paths.js'
import { pageOf, pagerOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import type { RosterOutcome } from '../roster-files/roster-change.rules.js'
import type { Link } from '../../web/link-models.js'
import type { Pager } from '../../web/table-models.js'
import type { RosterImportRecord, RosterRowRecord } from './roster-import.model.js'
import type { ImportData } from './roster-import.view.js'
import {
  changeLines,
  faultLines,
  plainLines,
  warningLines,
  type LinesModel,
} from '../roster-lines/roster-lines.view.js'

export interface SectionModel {
  id: string
  title: string
  link?: Link
  lines: LinesModel
  pager?: Pager
}

/** Before the writing the preview's counts, afterwards those of what was done. */
export function countOf(record: RosterImportRecord, outcome: RosterOutcome): number {
  if (record.state === 'preview' || record.state === 'confirmed') return record.counts?.[outcome] ?? 0
  return outcome === 'fault' ? (record.counts?.fault ?? 0) + record.refused : (record.written?.[outcome] ?? 0)
}

/** Errors before changes; what is new or unchanged only behind its figure. */
export function sectionsOf(t: Translate, data: ImportData): SectionModel[] {
  const { record, only, page, lines, warned } = data
  const id = String(record._id)
  const pagerFor = (outcome: RosterOutcome) =>
    pagerOf(
      only ? page : pageOf({}, countOf(record, outcome), page.size),
      (number) => `${withQuery(paths.imports.show(id), { show: outcome, page: number })}#${outcome}`,
    )
  const shown = only ? [only] : (['fault', 'update'] as const)
  const sections = shown
    .filter((outcome) => only || countOf(record, outcome) > 0)
    .map((outcome) => ({ ...sectionOf(t, record, outcome, lines[outcome] ?? []), pager: pagerFor(outcome) }))
  const warnings =
    only || warned.length === 0 || record.state !== 'preview'
      ? []
      : [
          {
            id: 'warnings',
            title: t('rosterImports.warnTitle', { count: record.warned }),
            lines: warningLines(t, warned),
          },
        ]
  return [...sections.filter((one) => one.id === 'fault'), ...warnings, ...sections.filter((one) => one.id !== 'fault')]
}

function sectionOf(
  t: Translate,
  record: RosterImportRecord,
  outcome: RosterOutcome,
  rows: readonly RosterRowRecord[],
): SectionModel {
  const id = String(record._id)
  const count = countOf(record, outcome)
  if (outcome === 'fault') {
    const link =
      rows.length > 0
        ? { link: { text: t('rosterImports.downloadFaults'), href: paths.imports.faults(id), icon: 'download' } }
        : {}
    return {
      id: outcome,
      title: t('rosterImports.faultsTitle', { lines: count, faults: record.faults + record.refused }),
      ...link,
      lines: faultLines(t, rows),
    }
  }
  return {
    id: outcome,
    title: t(`rosterImports.${outcome}Title`, { count }),
    lines: outcome === 'update' ? changeLines(t, rows) : plainLines(t, rows, outcome),
  }
}
