import { writeSheet, type SheetColumn } from '../../infra/sheets/write-sheet.js'
import type { EnrolmentRecord } from '../enrolments/enrolment.model.js'
import type { Planned } from '../assessments/result-entry.rules.js'
import { resultHeaders } from './result-file.rules.js'

const columnsOf = ({ theoryHours, practiceHours }: Planned): SheetColumn[] => [
  { header: resultHeaders.rowId, width: 27, kind: 'text', note: '请勿改动：成绩按这一列对应到人' },
  { header: resultHeaders.name, width: 16, kind: 'text' },
  { header: resultHeaders.idNumber, width: 22, kind: 'text' },
  { header: resultHeaders.attendedTheoryHours, width: 15, kind: 'number', note: `0 到 ${theoryHours}` },
  { header: resultHeaders.attendedPracticeHours, width: 15, kind: 'number', note: `0 到 ${practiceHours}` },
  { header: resultHeaders.theoryScore, width: 12, kind: 'number', note: '0 到 100，可有一位小数' },
  { header: resultHeaders.practiceScore, width: 12, kind: 'number', note: '0 到 100，可有一位小数' },
  { header: resultHeaders.absent, width: 8, kind: 'text', list: ['是'], note: '缺考填“是”，成绩留空' },
]

/** The roster with what is recorded so far, ready to be filled in. */
export const resultSheet = (planned: Planned, rows: readonly EnrolmentRecord[]): Promise<Buffer> =>
  writeSheet({
    sheetName: '名册',
    columns: columnsOf(planned),
    headerLocked: true,
    rows: rows.map((row) => [
      row.personId,
      row.personName,
      row.idMasked,
      row.attendedTheoryHours,
      row.attendedPracticeHours,
      row.theoryScore,
      row.practiceScore,
      row.absent ? '是' : '',
    ]),
  })
