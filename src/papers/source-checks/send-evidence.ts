import type { Response } from 'express'
import { noteAct } from '../../infra/context.js'
import type { FileStore } from '../../infra/files.js'
import { notFound } from '../../shared/errors.js'

/** Copies and pictures are private; whoever opens one is on the trail. */
export async function sendEvidence(
  res: Response,
  files: FileStore,
  { _id, copyFile }: { _id: string; copyFile?: string | null },
): Promise<void> {
  if (!copyFile) throw notFound('recognition-copy', _id)
  const { bytes, contentType } = await files.get(copyFile)
  noteAct('recognition', _id, { opened: 'evidence' })
  res.set({ 'cache-control': 'private, no-store', 'content-disposition': 'inline' }).type(contentType).send(bytes)
}
