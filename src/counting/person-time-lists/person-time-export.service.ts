import { writeSheet, type SheetColumn, type SheetValue } from '../../infra/sheets/write-sheet.js'
import { personCategoryName } from '../../registry/people/category.data.js'
import { formatInstant } from '../../shared/dates.js'
import type { Scope } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { filterKeys, type PersonTimeFilter } from './person-time.forms.js'
import type { LedgerRecord } from '../verdicts/ledger-row.rules.js'
import { tallyOf } from './person-time-tally.queries.js'
import { everyRow } from './person-time.queries.js'
import { conditionText, evidenceText, levelText, pairText, verdictTag } from './person-time.view.js'

const columns = [
  ['name', 14],
  ['idNumber', 22],
  ['run', 32],
  ['institution', 34],
  ['county', 12],
  ['day', 12],
  ['programme', 18],
  ['funding', 10],
  ['category', 20],
  ['occupation', 18],
  ['level', 16],
  ['verdict', 10],
  ['reason', 24],
  ['clause', 44],
  ['evidence', 40],
] as const

/** The list as a sheet, row for row as on the screen; streamed from the database. */
export async function personTimeSheet(
  t: Translate,
  filter: PersonTimeFilter,
  scope: Scope,
  by: { name: string; now: Date },
  progress: (rows: number) => Promise<void> = async () => undefined,
): Promise<Buffer> {
  const tally = await tallyOf(filter, scope)
  const conditions = filterKeys
    .filter((key) => filter[key] !== undefined)
    .map((key) => conditionText(t, key, filter))
    .join('，')
  return writeSheet({
    sheetName: t('personTimes.title'),
    title: `${t('personTimes.title')} ${pairText(t, tally)}${conditions && `（${conditions}）`}`,
    columns: columns.map(([name, width]): SheetColumn => ({
      header: t(`personTimes.${name}`),
      width,
      kind: name === 'day' ? 'day' : 'text',
    })),
    rows: counted(t, filter, scope, progress),
    footer: formatInstant(by.now),
    watermark: `${by.name} ${formatInstant(by.now)}`,
  })
}

async function* counted(
  t: Translate,
  filter: PersonTimeFilter,
  scope: Scope,
  progress: (rows: number) => Promise<void>,
): AsyncGenerator<SheetValue[]> {
  let n = 0
  for await (const row of everyRow(filter, scope)) {
    yield cells(t, row)
    n += 1
    if (n % 2000 === 0) await progress(n)
  }
}

function cells(t: Translate, row: LedgerRecord): SheetValue[] {
  return [
    row.personName,
    row.idMasked,
    row.courseRunTitle,
    row.organisationName,
    regionName(row.region, t.lang),
    row.on,
    t(`personTimes.programme-${row.programme}`),
    t(`personTimes.funding-${row.funding}`),
    personCategoryName(row.category, t.lang),
    row.occupationName ?? t('personTimes.noOccupation'),
    levelText(t, String(row.level ?? '')),
    t(`personTimes.${row.verdict}`),
    row.reason ? verdictTag(t, row).text : '',
    row.clause,
    evidenceText(t, row, true),
  ]
}
