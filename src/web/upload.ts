import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { RequestHandler } from 'express'
import multer from 'multer'
import { invalid } from '../shared/errors.js'
import { dateParts } from './date-parts.js'
import { verifyCsrf } from './csrf.js'

/** One field with one or more files; `maxBytes` of each. */
export interface Upload {
  field: string
  maxBytes: number
  maxFiles?: number
}

let directory = 'var/uploads'
export const setUploadDirectory = (path: string): void => {
  directory = path
  mkdirSync(path, { recursive: true })
}

/** Streams the files to disk, then checks the CSRF token, which stands in the same body; what is refused is removed. */
export function uploadHandlers(upload: Upload | undefined): RequestHandler[] {
  if (!upload) return [refuseUnread]
  const receive = multer({
    dest: directory,
    limits: { fileSize: upload.maxBytes, files: upload.maxFiles ?? 1, fields: 40, parts: 60 + (upload.maxFiles ?? 1) },
    defParamCharset: 'utf8',
  }).array(upload.field, upload.maxFiles ?? 1)
  return [
    (req, res, next) =>
      receive(req, res, (error: unknown) => {
        res.once('close', () => void removeUploads(filesOf(req)))
        for (const one of filesOf(req)) one.originalname = plainFileName(one.originalname)
        next(error ? refusalOf(error, upload) : undefined)
      }),
    dateParts,
    verifyCsrf,
  ]
}

/** What a sender calls a file, without a path and without what would break the header of a later download. */
export const plainFileName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim() || 'file'

/** The token of a multipart body is read by an upload handler; where there is none, nothing could vouch for the body. */
export const refuseUnread: RequestHandler = (req, res, next) =>
  req.is('multipart/form-data') ? verifyCsrf(req, res, next) : next()

export const filesOf = (req: { files?: unknown }): Express.Multer.File[] =>
  Array.isArray(req.files) ? (req.files as Express.Multer.File[]) : []

async function removeUploads(files: readonly Express.Multer.File[]) {
  await Promise.all(files.map((file) => rm(file.path, { force: true })))
}

/** A limit has its code, a body that is broken or cut off has none; what has another one is our own disk. */
function refusalOf(error: unknown, upload: Upload): unknown {
  const { code = 'LIMIT_BODY' } = error as { code?: string }
  if (code === 'LIMIT_FILE_SIZE') return invalid('file-too-big', { megabytes: Math.round(upload.maxBytes / 1_048_576) })
  return code.startsWith('LIMIT_') ? invalid('upload-not-accepted', { code }) : error
}
