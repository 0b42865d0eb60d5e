import { writeSheet } from '../../infra/sheets/write-sheet.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { PartnerReport } from './partner-report.queries.js'
import { partnerColumns, recognisedColumns } from './partner-report.view.js'

/** Both tables below each other, the first column saying which a line belongs to. */
export function partnerSheet(
  t: Translate,
  { partners, recognised }: PartnerReport,
  watermark: string,
): Promise<Buffer> {
  const [own, theirs] = [partnerColumns.slice(2), recognisedColumns.slice(4)]
  const texts = ['table', 'organisation', 'home', 'family', 'occupation', 'level'] as const
  return writeSheet({
    sheetName: t('partnerReports.sheet'),
    title: t('partnerReports.title'),
    watermark,
    columns: [
      ...texts.map((key, i) => ({
        header: t(`partnerReports.${key}`),
        width: i === 1 ? 34 : 16,
        kind: 'text' as const,
      })),
      ...own.map((key) => ({ header: t(`partnerReports.${key}`), width: 12, kind: 'number' as const })),
      { header: t(`partnerReports.${theirs[0]!}`), width: 12, kind: 'number' as const },
    ],
    rows: [
      ...partners.map((row) => [
        t('partnerReports.partners'),
        row.name,
        regionName(row.homeRegion, t.lang),
        '',
        '',
        '',
        row.runs,
        row.trainees,
        row.certificates,
        row.personTimes,
        row.people,
        '',
      ]),
      ...recognised.map((row) => [
        t('partnerReports.recognised'),
        '',
        regionName(row.region, t.lang),
        t(`agreements.family-${row.family}`),
        row.occupation,
        levelPrinted(row.level as Level, t.lang),
        '',
        '',
        '',
        '',
        row.people,
        row.cases,
      ]),
    ],
  })
}
