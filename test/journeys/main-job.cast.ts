import ExcelJS from 'exceljs'
import { photoFor } from '../../scripts/demonstration/photos.js'
import { loadBasics, saveBody, saveInstitution } from '../builders/course.js'
import { newIdNumber } from '../builders/person.js'
import { saveActor } from '../support/app.js'
import type { Stack } from '../support/stack.js'
import type { UploadedFile } from '../support/visitor.js'

export interface Trainee {
  name: string
  idNumber: string
  phone: string
  category: string
  hours: [theory: string, practice: string]
  marks: [theory: string, practice: string]
}

const category = '农村转移就业劳动者'
const trainee = (name: string, more: Partial<Trainee> = {}): Trainee => ({
  name,
  idNumber: newIdNumber(),
  phone: '13800001234',
  category,
  hours: ['20', '58'],
  marks: ['82', '78'],
  ...more,
})
/** A character outside the basic plane, one that few fonts have, a middle dot: names as the county really has them. */
export const rare = '张𬎆䶮'
export const good: readonly Trainee[] = [
  trainee('安小荷'),
  trainee(rare),
  trainee('艾孜买提·买买提', { category: '就业困难人员' }),
  trainee('李建国'),
  trainee('赵秀兰'),
  trainee('刘铁柱', { marks: ['55', '90'] }),
  trainee('马长海', { hours: ['20', '40'] }),
  trainee('何秀英', { hours: ['16', '48'], marks: ['60', '60'] }),
]
/** As they come: a check digit that is wrong, a day that no month has, an ID without a name. */
export const corrected: readonly Trainee[] = [trainee('孙丽华'), trainee('周大山'), trainee('吴玉梅')]
const wrongCheck = (id: string): string => id.slice(0, 17) + (id.endsWith('1') ? '2' : '1')
const asTyped: readonly Trainee[] = [
  { ...corrected[0]!, idNumber: wrongCheck(corrected[0]!.idNumber) },
  { ...corrected[1]!, idNumber: '130632190102310015' },
  { ...corrected[2]!, name: '' },
]
export const typedRoster = [...good, ...asTyped]
export const everybody = [...good, ...corrected]
export const withoutPhoto = '赵秀兰'
/** Who completes: all but a failed paper and a low attendance. */
export const completed = everybody.filter(({ name }) => name !== '刘铁柱' && name !== '马长海')

/** Fills the downloaded template, as a clerk does in a spreadsheet. */
export async function fillTemplate(template: Buffer, people: readonly Trainee[]): Promise<UploadedFile> {
  const book = await open(template)
  const sheet = book.worksheets[0]!
  const column = columnsOf(sheet)
  people.forEach(({ name, idNumber, phone, category: kind }, index) => {
    const row = sheet.getRow(index + 2)
    for (const [header, text] of [
      ['姓名', name],
      ['证件类型', ''],
      ['证件号码', idNumber],
      ['性别', ''],
      ['出生日期', ''],
      ['手机号码', phone],
      ['人员类别', kind],
      ['重点群体标签', ''],
      ['常住地', ''],
    ] as const)
      row.getCell(column(header)).value = text
  })
  return workbook('砌筑工学员名册.xlsx', book)
}

/** What a sheet says, by header, line by line. */
export async function linesOf(bytes: Buffer): Promise<Record<string, string>[]> {
  const sheet = (await open(bytes)).worksheets[0]!
  const headers = headersOf(sheet)
  return sheet
    .getRows(2, Math.max(1, sheet.actualRowCount - 1))!
    .map((row) => Object.fromEntries(headers.map((header, at) => [header, row.getCell(at + 1).text])))
}

/** The returned workbook with the right values typed over the wrong ones. */
export async function correctFaults(bytes: Buffer): Promise<UploadedFile> {
  const book = await open(bytes)
  const sheet = book.worksheets[0]!
  const column = columnsOf(sheet)
  corrected.forEach(({ name, idNumber }, index) => {
    sheet.getRow(index + 2).getCell(column('姓名')).value = name
    sheet.getRow(index + 2).getCell(column('证件号码')).value = idNumber
  })
  return workbook('错误行-已改.xlsx', book)
}

/** The sheet of results, filled in. */
export async function fillResults(bytes: Buffer): Promise<UploadedFile> {
  const book = await open(bytes)
  const sheet = book.worksheets[0]!
  const column = columnsOf(sheet)
  sheet.eachRow((row, number) => {
    const found = number > 1 && everybody.find(({ name }) => name === row.getCell(column('姓名')).text)
    if (!found) return
    const values = [...found.hours, ...found.marks].map(Number)
    for (const [index, header] of ['理论出勤学时', '实操出勤学时', '理论成绩', '实操成绩'].entries())
      row.getCell(column(header)).value = values[index]!
  })
  return workbook('成绩.xlsx', book)
}

export async function photosOf(people: readonly Trainee[]): Promise<UploadedFile[]> {
  return Promise.all(
    people.map(async ({ name }, index) => ({
      name: `${name}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await photoFor('female', index),
    })),
  )
}

/** The desks of this story, with an account each. */
export async function openOffices({ services }: Stack) {
  await loadBasics(services)
  await services.targets.loadSeeds()
  const [school, body] = [await saveInstitution(), await saveBody()]
  const [manager, officer, administrator, examiner] = await Promise.all([
    saveActor({ role: 'institution-manager', organisationId: school, name: '芦长庆' }),
    saveActor({ role: 'county-officer', region: '130638', name: '段志远' }),
    saveActor({ role: 'administrator', name: '周明澜' }),
    saveActor({ role: 'assessment-body', organisationId: body, name: '韩菊芳' }),
  ])
  return { manager, officer, administrator, examiner, school, body }
}

async function open(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}
const headersOf = (sheet: ExcelJS.Worksheet): string[] =>
  Array.from({ length: sheet.columnCount }, (_, at) =>
    sheet
      .getRow(1)
      .getCell(at + 1)
      .text.replace('*', ''),
  )
function columnsOf(sheet: ExcelJS.Worksheet): (header: string) => number {
  const headers = headersOf(sheet)
  return (header) => {
    const at = headers.indexOf(header)
    if (at < 0) throw new Error(`no column ${header} among ${headers.join()}`)
    return at + 1
  }
}
const workbook = async (name: string, book: ExcelJS.Workbook): Promise<UploadedFile> => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(await book.xlsx.writeBuffer()),
})
