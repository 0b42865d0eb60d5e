import type { FileStore } from '../../infra/files.js'
import { SourceRegister, type SourceRegisterRecord } from './source-register.model.js'

/** Registers hold ID numbers; those of the first days were stored open. */
export async function sealRegisters(files: Pick<FileStore, 'seal'>): Promise<void> {
  for (const { _id } of await SourceRegister.find().select('_id').lean<SourceRegisterRecord[]>())
    await files.seal(String(_id))
}
