import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import { tellPeople } from '../../registry/accounts/person-news.js'
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import { conflict, forbidden, invalid, isAppError, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { LearningRecord, LearningRecordSlot, type LearningRecordRecord } from './learning-record.model.js'
import { learningRecordQueries } from './learning-record.queries.js'
import {
  fingerprintOf,
  recordFault,
  recordVerdict,
  seesRecord,
  type RecordAct,
  type RecordFacts,
} from './learning-record.rules.js'

interface Update {
  $set: Record<string, unknown>
  $push: Record<string, unknown>
  $unset?: Record<string, number>
}
interface Needs extends Pick<Infra, 'clock' | 'files' | 'outbox'> {
  notifications: NotificationService
}
export interface NewRecord {
  facts: RecordFacts
  office: string
  file?: Buffer
}

// A scan or photo of the paper; what a file is, its first bytes say, not its name.
const signatures = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
] as const
function typeOfFile(bytes: Buffer): string {
  const found = signatures.find(([, first]) => first.every((byte, i) => bytes[i] === byte))?.[0]
  if (!found) throw invalid('learningRecords.fileKind', { field: 'file' })
  return found
}

/** What holders add to their accounts, and how it is confirmed. */
export function createLearningRecordService({ clock, files, outbox, notifications }: Needs) {
  const service = {
    async getFor(id: string, actor: Actor): Promise<LearningRecordRecord> {
      const record = await learningRecordQueries.find(id)
      // The same answer for another's record as for none, so that a holder never learns which ids exist.
      if (!record || (actor.role === 'trainee' && !seesRecord(actor, record))) throw notFound('learning-record', id)
      if (!seesRecord(actor, record)) throw forbidden('not-yours')
      return record
    },

    /** Returns the id of the new record, which waits for its confirmation. */
    async add({ facts, office, file }: NewRecord, actor: Actor): Promise<string> {
      const person = await holderOf(actor)
      if (!file) throw invalid('learningRecords.fileMissing', { field: 'file' })
      const fields = await checked(facts, office, person)
      const contentType = typeOfFile(file)
      const id = newId()
      await once(async () => {
        await LearningRecordSlot.create([{ _id: fingerprintOf(person._id, facts), recordId: id }])
        await LearningRecord.create([
          {
            _id: id,
            personId: person._id,
            personName: person.name,
            idMasked: person.idMasked,
            ...fields,
            file: await files.put(file, contentType),
            timeline: [step('submit', actor)],
            createdAt: clock.now(),
            createdBy: actor.id,
          },
        ])
        await settle(person._id)
        noteAct('learning-record', id, { act: 'submit' })
      })
      return id
    },

    /** Corrects what was returned and puts it forward again; without a new file the old one stays. */
    async resubmit(id: string, { facts, office, file }: NewRecord, version: number, actor: Actor): Promise<void> {
      const record = await service.getFor(id, actor)
      const person = await holderOf(actor)
      const to = allowed('resubmit', record, actor)
      const fields = await checked({ ...facts, kind: record.kind } as RecordFacts, office, person)
      const contentType = file && typeOfFile(file)
      await once(async () => {
        await LearningRecordSlot.deleteMany({ recordId: id })
        await LearningRecordSlot.create([{ _id: fingerprintOf(person._id, facts), recordId: id }])
        const gone = fields.organisationId ? {} : { $unset: { organisationId: 1, organisationName: 1 } }
        await change(record, version, {
          $set: { ...fields, ...(contentType && { file: await files.put(file, contentType) }), state: to },
          $push: { timeline: step('resubmit', actor) },
          ...gone,
        })
      })
    },

    async withdraw(id: string, actor: Actor): Promise<void> {
      const record = await service.getFor(id, actor)
      const to = allowed('withdraw', record, actor)
      await transact(async () => {
        await LearningRecordSlot.deleteMany({ recordId: id })
        await change(record, record.version, { $set: { state: to }, $push: { timeline: step('withdraw', actor) } })
        await settle(record.personId)
      })
    },

    /** Confirmed, returned with its reason, or a confirmation taken back; the holder is told. */
    async decide(
      id: string,
      act: 'confirm' | 'return' | 'cancel',
      note: string | undefined,
      version: number,
      actor: Actor,
    ): Promise<void> {
      const record = await service.getFor(id, actor)
      const to = allowed(act, record, actor)
      if (act !== 'confirm' && !note) throw invalid('reasonMissing')
      await transact(async () => {
        if (act === 'cancel') await LearningRecordSlot.deleteMany({ recordId: id })
        await change(record, version, {
          $set: { state: to, decidedOn: clock.today() },
          $push: { timeline: { ...step(act, actor), ...(note && { note }) } },
        })
        await settle(record.personId)
        const { _id, personId, title } = record
        const key = `learningRecords.told-${act}`
        await tellPeople(notifications, [{ personId, key, params: { title }, href: paths.myAccount.record(_id) }])
      })
    },
  }
  return service

  async function holderOf({ personId }: Actor): Promise<PersonRecord & { _id: string }> {
    const person = personId ? await Person.findById(personId).lean<PersonRecord & { _id: string }>() : null
    if (!person) throw refused('learningAccounts.not-linked')
    return person
  }

  async function checked(facts: RecordFacts, office: string, person: PersonRecord & { _id: string }) {
    const wrong = recordFault(facts, clock.today(), person.birthOn)
    if (wrong) throw invalid(`learningRecords.${wrong.fault}`, { field: wrong.field })
    const asked = (await learningRecordQueries.officesFor(person._id)).find(({ value }) => value === office)
    if (!asked) throw invalid('learningRecords.officeMissing', { field: 'office' })
    const { organisationId, organisationName, region } = asked
    return { ...facts, region, ...(organisationId && { organisationId, organisationName }) }
  }

  function allowed(act: RecordAct, record: LearningRecordRecord, actor: Actor) {
    const verdict = recordVerdict(act, record, actor)
    if (verdict.ok) return verdict.to
    throw verdict.reason === 'wrong-state' ? refused('wrong-state') : forbidden(verdict.reason)
  }

  function step(act: string, actor: Actor) {
    return { act, at: clock.now(), byId: actor.id, byName: actor.name }
  }

  /** Only the version that was looked at is changed. */
  async function change({ _id, state, version }: LearningRecordRecord, seen: number, update: Update): Promise<void> {
    const { modifiedCount } = await LearningRecord.updateOne(
      { _id, state, version: seen },
      { ...update, $inc: { version: 1 } },
    )
    if (modifiedCount === 0) throw conflict('changed-meanwhile', { version })
    noteAct('learning-record', _id, { from: state, to: String(update.$set['state']) })
  }

  function settle(personId: string): Promise<void> {
    return outbox.publish('credits.settle-person', `${personId}:${newId()}`, { personId })
  }
}
export type LearningRecordService = ReturnType<typeof createLearningRecordService>

/** A second record of the same practice or diploma meets the slot of the first. */
async function once(work: () => Promise<void>): Promise<void> {
  try {
    await transact(work)
  } catch (error) {
    throw isAppError(error, 'conflict') && error.code === 'already-exists'
      ? invalid('learningRecords.already', { field: 'place' })
      : error
  }
}
