import type { Words } from './words.js'

/** What may be wrong with any cell of any sheet; rooms that read sheets take these into their words. */
export const cellFaultWords = {
  'fault-cell-error': ['单元格显示 {{text}}，请改为实际内容', 'The cell shows {{text}}. Enter what it should say'],
  'fault-cell-as-number': [
    '请把该列设为文本，再重新填写：表格软件已经丢了末几位数字',
    'Format the column as text and enter it again: as a number it has lost its last digits',
  ],
  'fault-cell-long': ['最多 {{text}} 个字', 'Use at most {{text}} characters'],
} satisfies Words
