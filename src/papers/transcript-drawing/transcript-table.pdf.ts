import { palette } from '../../infra/paper-drawing/palette.js'
import type { Cell } from '../../infra/paper/table-cell.js'
import { rowHeights, type Column } from '../../infra/paper/table.js'
import { creditText } from '../credit-entries/credit.rules.js'
import { learningAccountWords } from '../learning-accounts/learning-account.words.js'
import { rowHeight, type TranscriptRow } from '../transcripts/transcript.rules.js'
import type { TranscriptPaper } from './transcript-head.pdf.js'

const word = (key: string): string =>
  (learningAccountWords as Readonly<Record<string, readonly string[]>>)[key]?.[0] ?? key

const column = (head: string, width: number, align: Column['align']): Column => ({ head, width, align, size: 8.5 })
export const columns = [
  column('序号', 11, 'center'),
  column('完成日期', 21, 'left'),
  column('学习成果', 56, 'left'),
  column('类型', 22, 'left'),
  column('来源机构', 41, 'left'),
  column('学时', 13, 'right'),
  column('学分', 16, 'right'),
]

/** A reversal is red and says so in words: on a grey print it must still be told apart. */
export function rowOf({
  no,
  on,
  title,
  kind,
  source,
  hours,
  hundredths,
  reversesNo,
  reason,
}: TranscriptRow): (string | Cell)[] {
  if (reversesNo === undefined)
    return [
      String(no),
      on,
      title,
      word(`kind-${kind}`),
      source,
      hours === undefined ? '' : String(hours),
      creditText(hundredths),
    ]
  const red = (text: string): Cell => ({ text, colour: palette.red })
  return [
    red(String(no)),
    red(on),
    red(`冲回：第 ${reversesNo} 项，${word(`reversal-${reason ?? 'removed'}`)}`),
    red('冲回'),
    red('系统'),
    '',
    red(creditText(hundredths)),
  ]
}

/** In millimetres: a long title takes more than the two lines of a row. */
export const transcriptHeights = (rows: readonly TranscriptRow[]): number[] =>
  rowHeights({ columns, rowHeight, rows: rows.map(rowOf) })

export const totalsOf = ({ sums }: TranscriptPaper): string[] => [
  '',
  '',
  '合计',
  '',
  `有效 ${sums.results} 项`,
  sums.hours.toLocaleString('en-US'),
  creditText(sums.balance),
]
