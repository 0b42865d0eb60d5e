import { noteAct } from '../../infra/context.js'
import type { FileStore } from '../../infra/files.js'
import { transact } from '../../infra/mongo.js'
import type { Clock, Day } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { Apprenticeship } from '../apprenticeships/apprenticeship.model.js'
import { apprenticeshipInScope } from '../apprenticeships/apprenticeship.rules.js'
import { loadApprentice, saveStep } from '../apprentices/apprentice-record.js'
import { contractObstacle } from './contract.rules.js'
import { Cooperation, type CooperationRecord } from './cooperation.model.js'
import { scanType } from './scan.rules.js'

export interface Scan {
  name: string
  bytes: Buffer
}
export interface ContractInput {
  number?: string
  from: Day
  to: Day
  signedOn: Day
  scan?: Scan
}
export type OwnContract = 'labour' | 'training'
/** Where an apprentice's record keeps each of its two contracts. */
export const contractFields = { labour: 'labourContract', training: 'trainingAgreement' } as const

/** The three contracts of an apprenticeship with their scans. */
export function createContractService({ clock, files }: { clock: Clock; files: FileStore }) {
  return {
    /** Records a contract of an apprentice, or its later wording; a scan that is not sent again stays. */
    async record(
      apprenticeId: string,
      kind: OwnContract,
      input: ContractInput,
      actor: Actor,
      version?: number,
    ): Promise<void> {
      if (!may(actor, 'apprentice.edit')) throw forbidden('not-your-role')
      await transact(async () => {
        const apprentice = await loadApprentice(apprenticeId, actor, version)
        if (apprentice.state !== 'training') throw refused('apprentices.ended')
        const field = contractFields[kind]
        const before = apprentice[field]
        const scan = await stored(input, before)
        if (before)
          apprentice.corrections!.push({
            what: kind,
            before: {
              number: before.number,
              from: before.from,
              to: before.to,
              signedOn: before.signedOn,
              file: before.file,
            },
            at: clock.now(),
            byId: actor.id,
            byName: actor.name,
          })
        apprentice.set(field, { ...termsOf(input), ...scan, at: clock.now(), byId: actor.id, byName: actor.name })
        await saveStep(apprentice, { clock, actor }, { act: `contract-${kind}`, from: input.from, to: input.to })
      })
    },

    /** The agreement of enterprise and institution, once for the class. */
    async recordCooperation(classId: string, input: ContractInput, actor: Actor, version?: number): Promise<void> {
      if (!may(actor, 'apprentice.edit')) throw forbidden('not-your-role')
      await transact(async () => {
        await assertClass(classId, actor)
        const before = await Cooperation.findById(classId)
        if (before && version !== undefined && before.get('version') !== version) throw conflict('changed-meanwhile')
        const scan = await stored(input, before)
        const after = before ?? new Cooperation({ _id: classId })
        if (before)
          after.earlier!.push({
            number: before.number,
            from: before.from,
            to: before.to,
            signedOn: before.signedOn,
            file: before.file,
            at: before.at,
            byName: before.byName,
          })
        after.set({ ...termsOf(input), ...scan, at: clock.now(), byId: actor.id, byName: actor.name })
        await after.save()
        noteAct('apprenticeship', classId, { act: 'contract-cooperation' })
      })
    },

    cooperationOf: (classId: string): Promise<(CooperationRecord & { version: number }) | null> =>
      Cooperation.findById(classId).lean<CooperationRecord & { version: number }>(),

    async scanOf(
      apprenticeId: string,
      kind: OwnContract,
      actor: Actor,
    ): Promise<{ bytes: Buffer; contentType: string }> {
      const contract = (await loadApprentice(apprenticeId, actor))[contractFields[kind]]
      if (!contract?.file) throw notFound('contract-scan', apprenticeId)
      noteAct('apprentice', apprenticeId, { scan: kind })
      return files.get(contract.file)
    },
    async cooperationScan(classId: string, actor: Actor): Promise<{ bytes: Buffer; contentType: string }> {
      await assertClass(classId, actor)
      const agreement = await Cooperation.findById(classId).lean<CooperationRecord>()
      if (!agreement?.file) throw notFound('contract-scan', classId)
      noteAct('apprenticeship', classId, { scan: 'cooperation' })
      return files.get(agreement.file)
    },
  }

  async function stored(
    { from, to, signedOn, scan }: ContractInput,
    before: { file?: string | null; fileName?: string | null } | null | undefined,
  ): Promise<{ file?: string; fileName?: string }> {
    const obstacle = contractObstacle({ from, to, signedOn }, clock.today())
    if (obstacle)
      throw refused(`contracts.${obstacle}`, { field: obstacle === 'ends-before-it-starts' ? 'to' : 'signedOn' })
    if (!scan)
      return { ...(before?.file && { file: before.file }), ...(before?.fileName && { fileName: before.fileName }) }
    const type = scanType(scan.bytes)
    if (!type) throw refused('contracts.scan-type', { field: 'scan' })
    return { file: await files.put(scan.bytes, type), fileName: scan.name.slice(-120) }
  }
}
export type ContractService = ReturnType<typeof createContractService>

const termsOf = ({ number, from, to, signedOn }: ContractInput) => ({ ...(number && { number }), from, to, signedOn })

async function assertClass(classId: string, actor: Actor): Promise<void> {
  const one = await Apprenticeship.findById(classId)
  if (!one) throw notFound('apprenticeship', classId)
  if (!apprenticeshipInScope(actor, one)) throw forbidden('not-yours')
}
