import type { Request, Response } from 'express'
import { readSheetSafely } from '../infra/sheet-reading/read-sheet-process.js'
import type { SheetRow } from '../infra/sheet-reading/sheet-read.js'
import { workbookType } from '../infra/sheets/write-sheet.js'
import { asDownload } from './download.js'
import { filesOf } from './upload.js'

/** Sends a workbook to be saved under this name. */
export const sendWorkbook = (res: Response, name: string, bytes: Buffer): void =>
  void asDownload(res, name).type(workbookType).send(bytes)

interface UploadedSheet {
  ok: true
  /** what the reader's file was called, at most 120 characters */
  fileName: string
  path: string
  contentType: string
  header: string[]
  rows: SheetRow[]
}

/** The sheet of the file that came with the request: that of this name, else the first with the expected columns; or the key of what to do. */
export async function uploadedSheet(
  req: Request,
  expect: readonly string[],
  sheetName: string,
): Promise<UploadedSheet | { ok: false; key: string }> {
  const [uploaded] = filesOf(req)
  if (!uploaded) return { ok: false, key: 'errors.file-missing' }
  const { path, originalname, mimetype } = uploaded
  const read = await readSheetSafely(path, { originalName: originalname, expect: [...expect], sheetName })
  if (!read.ok) return { ok: false, key: `errors.sheet-${read.reason}` }
  return { ...read, path, fileName: originalname.slice(0, 120), contentType: mimetype.slice(0, 80) }
}
