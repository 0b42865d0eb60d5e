import type { Workbook, Worksheet, DataValidation } from 'exceljs'
import type { SheetColumn } from './sheet-cells.js'

/** exceljs has this on every sheet but does not declare it. */
interface WithValidations {
  dataValidations: { add(range: string, validation: DataValidation): void }
}

const lastLine = 20_100
const listSheet = '选项'

/** Gives columns their choices. Short lists stand in the rule itself (255 characters at most), others on a hidden sheet. */
export function addDropDowns(
  book: Workbook,
  page: Worksheet,
  columns: readonly SheetColumn[],
  headerLine: number,
): void {
  const long: (readonly string[])[] = []
  columns.forEach(({ list }, i) => {
    if (!list) return
    const inline = list.join(',')
    const fits = inline.length <= 200 && !list.some((choice) => /[,"]/.test(choice))
    const formula = fits
      ? `"${inline}"`
      : `'${listSheet}'!$${letter(long.push(list))}$1:$${letter(long.length)}$${list.length}`
    const column = letter(i + 1)
    const { dataValidations } = page as unknown as WithValidations
    dataValidations.add(`${column}${headerLine + 1}:${column}${lastLine}`, ruleOf(formula))
  })
  if (long.length > 0) writeLists(book, long)
}

const ruleOf = (formula: string): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [formula],
  showErrorMessage: true,
  errorTitle: '请从列表中选择',
  error: '请从下拉列表中选择一项。Please choose one of the list.',
})

function writeLists(book: Workbook, lists: readonly (readonly string[])[]): void {
  const sheet = book.addWorksheet(listSheet, { state: 'hidden' })
  const length = Math.max(...lists.map((list) => list.length))
  for (let i = 0; i < length; i++) sheet.addRow(lists.map((list) => list[i] ?? null)).commit()
  const streamed = sheet as { commit?: () => void }
  streamed.commit?.()
}

const letter = (column: number): string =>
  column > 26
    ? letter(Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)
