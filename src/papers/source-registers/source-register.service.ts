import { noteAct } from '../../infra/context.js'
import { sha256 } from '../../infra/files.js'
import { inPortions, inTurns } from '../../infra/in-turns.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { Delivery } from '../../infra/outbox/delivery.js'
import type { SheetRead } from '../../infra/sheet-reading/sheet-read.js'
import type { TaskService } from '../../office/tasks/task.service.js'
import { paths } from '../../paths.js'
import type { PersonService } from '../../registry/people/person.service.js'
import { invalid, notFound, refused } from '../../shared/errors.js'
import { maskId } from '../../shared/id-card.js'
import type { Actor } from '../../shared/permissions.js'
import { isSignedBy, readSignature } from '../source-keys/registry-signature.js'
import { readRegistry, readRegistryHeader, registerCounts, type RegistryFacts } from './registry-row.rules.js'
import {
  SourceEntry,
  SourceKey,
  SourceLine,
  SourceRegister,
  sourceEntryId,
  type SourceKeyRecord,
  type SourceLineRecord,
  type SourceRegisterRecord,
} from './source-register.model.js'

type Needs = Pick<Infra, 'clock' | 'files' | 'outbox'> & { tasks: TaskService; people: Pick<PersonService, 'indexOf'> }
/** A file with the signature that came beside it. */
export interface SignedFile {
  keyId: string
  fileName: string
  bytes: Buffer
  signature: Buffer
}
type RegisterRows = Pick<Extract<SheetRead, { ok: true }>, 'header' | 'rows'>

const portion = 200
const mostFaults = 200

/** Registers of Beijing and Tianjin: nothing is read before the signature over the file's bytes has been proved. */
export function createSourceRegisterService({ clock, files, outbox, tasks, people }: Needs) {
  const service = {
    /** Throws unless the file is signed by that sender and is new here; gives the key. */
    async prove({ keyId, bytes, signature }: SignedFile): Promise<SourceKeyRecord> {
      const key = await SourceKey.findById(keyId).lean<SourceKeyRecord>()
      if (!key || key.state !== 'active') throw refused('sourceRegisters.key-not-active')
      if (signature.length === 0) throw refused('sourceRegisters.unsigned')
      if (!isSignedBy(key.pem, bytes, readSignature(signature)))
        throw refused('sourceRegisters.signature-wrong', { sender: key.sender })
      const known = await SourceRegister.findById(sha256(bytes)).select('asOf state').lean<SourceRegisterRecord>()
      if (known && known.state !== 'discarded') throw refused('sourceRegisters.known-file', { asOf: known.asOf })
      return key
    },

    /** Keeps the lines of a proved file for the preview; the entries stay as they are. */
    async stage(file: SignedFile, { header, rows }: RegisterRows, actor: Actor): Promise<string> {
      const key = await service.prove(file)
      const place = readRegistryHeader(header)
      if (!place.ok) throw invalid('sourceRegisters.header-missing', { columns: place.missing.join('、') })
      const lines = await inTurns(readRegistry(rows, place.at, clock.today()))
      const asOf = lines.find(({ facts }) => facts)?.facts?.asOf
      const faults = lines.flatMap(({ line, faults: own }) => own.map((fault) => ({ line, ...fault })))
      if (!asOf) throw invalid('sourceRegisters.no-lines', { ...faults[0] })
      const id = sha256(file.bytes)
      // A large register does not fit one transaction; its lines have no effect until it is confirmed.
      await SourceLine.deleteMany({ registerId: id })
      await inPortions(lines, (some) =>
        SourceLine.insertMany(some.flatMap(({ line, facts }) => (facts ? [lineOf(id, line, facts)] : []))),
      )
      await files.putSealed(file.bytes, 'application/octet-stream')
      await transact(async () => {
        await SourceRegister.deleteOne({ _id: id, state: 'discarded' })
        await SourceRegister.create([
          {
            _id: id,
            keyId: file.keyId,
            region: key.region,
            sender: key.sender,
            fileName: file.fileName,
            signature: readSignature(file.signature).toString('base64'),
            asOf,
            state: 'preview' as const,
            counts: registerCounts(lines),
            faults: faults.slice(0, mostFaults),
            timeline: [stepOf('received', actor)],
            createdAt: clock.now(),
            createdBy: actor.id,
          },
        ])
        noteAct('source-register', id, { lines: lines.length, faults: faults.length })
      })
      return id
    },

    /** Hands the good lines to the job; asked again it gives the same task. */
    async confirm(id: string, actor: Actor): Promise<string> {
      return transact(async () => {
        const register = await load(id)
        if (register.taskId) return register.taskId
        if (register.state !== 'preview') throw refused('sourceRegisters.wrong-state')
        const total = (register.counts?.valid ?? 0) + (register.counts?.ended ?? 0)
        const taskId = await tasks.create({
          kind: 'register-import',
          title: `${register.sender} ${register.asOf}`,
          ownerId: actor.id,
          total,
          request: { registerId: id },
        })
        register.set({ state: 'confirmed', taskId })
        register.timeline!.push(stepOf('confirmed', actor))
        await register.save()
        await outbox.publish('source-registers.write', id, { registerId: id })
        noteAct('source-register', id, { to: 'confirmed' })
        return taskId
      })
    },

    async discard(id: string, actor: Actor): Promise<void> {
      await transact(async () => {
        const register = await load(id)
        if (register.state !== 'preview') throw refused('sourceRegisters.wrong-state')
        register.set({ state: 'discarded' })
        register.timeline!.push(stepOf('discarded', actor))
        await register.save()
        await SourceLine.deleteMany({ registerId: id })
        noteAct('source-register', id, { to: 'discarded' })
      })
    },

    /** The job: entries portion by portion, each line marked in the transaction that writes it; every portion is told to the recognitions. */
    async write(registerId: string, delivery?: Pick<Delivery, 'fence'>): Promise<void> {
      const register = await SourceRegister.findById(registerId).lean<SourceRegisterRecord>()
      if (register?.state !== 'confirmed') return
      let written = await SourceLine.countDocuments({ registerId, state: 'written' })
      for (;;) {
        const lines = await SourceLine.find({ registerId, state: 'waiting' })
          .sort({ line: 1 })
          .limit(portion)
          .lean<SourceLineRecord[]>()
        if (lines.length === 0) break
        await writePortion(register, lines, delivery)
        written += lines.length
        await tasks.progress(register.taskId!, { done: written })
      }
      await transact(async () => {
        await delivery?.fence()
        await SourceRegister.updateOne(
          { _id: registerId, state: 'confirmed' },
          { $set: { state: 'done', written }, $inc: { version: 1 } },
        )
        await tasks.finish(register.taskId!, { resultHref: paths.sourceRegisters.show(registerId) })
      })
    },
  }
  return service

  async function writePortion(
    { _id, region, sender, asOf }: SourceRegisterRecord,
    lines: readonly SourceLineRecord[],
    delivery?: Pick<Delivery, 'fence'>,
  ) {
    const registerId = String(_id)
    const [first, last] = [lines[0]!.line, lines.at(-1)!.line]
    await transact(async () => {
      await delivery?.fence()
      for (const { _id: lineId, registerId: _r, line: _l, state: _s, ...facts } of lines) {
        const id = sourceEntryId(region, facts.number)
        const newer = await SourceEntry.exists({ _id: id, asOf: { $gt: asOf } })
        if (!newer)
          await SourceEntry.replaceOne({ _id: id }, { region, ...facts, registerId, sender, asOf }, { upsert: true })
        await SourceLine.updateOne({ _id: lineId }, { $set: { state: 'written' } })
      }
      await outbox.publish('recognitions.hear-source', `${registerId}:${first}`, { registerId, first, last })
    })
  }

  function lineOf(registerId: string, line: number, { idNumber, asOf: _, ...facts }: RegistryFacts) {
    return {
      _id: `${registerId}:${line}`,
      registerId,
      line,
      state: 'waiting' as const,
      ...facts,
      personIndex: people.indexOf('resident-id', idNumber),
      idMasked: maskId(idNumber),
    }
  }
  function stepOf(act: string, { id, name }: Actor) {
    return { act, at: clock.now(), byId: id, byName: name }
  }
}
export type SourceRegisterService = ReturnType<typeof createSourceRegisterService>

async function load(id: string) {
  const register = await SourceRegister.findById(id)
  if (!register) throw notFound('source-register', id)
  return register
}
