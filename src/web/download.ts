import type { Response } from 'express'

/** A file to be saved under this name. A slash in it (三级/高级工) would be taken for a folder, and all before it be lost. */
export const asDownload = (res: Response, name: string): Response => res.attachment(name.replace(/[\\/]/g, '／'))
