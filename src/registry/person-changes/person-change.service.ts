import { noteAct } from '../../infra/context.js'
import type { FileStore } from '../../infra/files.js'
import { transact } from '../../infra/mongo.js'
import type { Day } from '../../shared/dates.js'
import { invalid, notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { Person, type PersonRecord } from '../people/person.model.js'
import { personAt, type Sealing } from '../people/person-record.js'
import { categoriesWith, tagsSetTo, withoutNumbers } from '../people/person.rules.js'
import { photoJpeg } from './photo.js'

export interface PersonChange {
  /** left away: as it was */
  phone?: string
  residenceRegion?: string
  category?: string
  /** exactly these hold from `on` */
  tags?: readonly string[]
  on: Day
  /** the version that the page showed */
  version?: number
}

/** What somebody who may see a person does to the record: opens a hidden number, changes facts, sets the photo. */
export function createPersonChanges({ files, sealing }: { files: FileStore; sealing: Sealing }) {
  return {
    /** Opens one value for a stated reason. The audit entry is written first: no entry, no value. */
    async reveal(personId: string, field: 'idNumber' | 'phone', reason: string, actor: Actor): Promise<string> {
      if (reason.trim().length < 2) throw invalid('people.reveal-reason')
      return transact(async () => {
        const person = await personAt(personId, undefined, actor)
        noteAct('person', String(person._id), { field, reason: withoutNumbers(reason) })
        const value = sealing.open(person, field)
        if (value === undefined) throw notFound(field, personId)
        return value
      })
    },

    /** Crops to 26:32 on white, strips what the camera wrote, and keeps the JPEG. Throws `invalid('people.photo-…')`. */
    async setPhoto(personId: string, bytes: Buffer, actor: Actor): Promise<void> {
      await personAt(personId, undefined, actor)
      const jpeg = await photoJpeg(bytes)
      await transact(async () => {
        const photoFile = await files.put(jpeg, 'image/jpeg')
        await Person.updateOne({ _id: personId }, { $set: { photoFile }, $inc: { version: 1 } })
        noteAct('person', personId, { act: 'photo' })
      })
    },

    /** Changes phone and residence, and from a day on category and tags; says whether anything was new. */
    async edit(personId: string, change: PersonChange, actor: Actor): Promise<boolean> {
      return transact(async () => {
        const person = await personAt(personId, change.version, actor)
        const set = changesOf(person, change)
        const fields = Object.keys(set)
        if (fields.length === 0) return false
        await Person.updateOne({ _id: person._id }, { $set: set, $inc: { version: 1 } })
        noteAct('person', personId, { act: 'edited', fields: fields.join() })
        return true
      })
    },
  }

  function changesOf(
    person: PersonRecord,
    { phone, residenceRegion, category, tags, on }: PersonChange,
  ): Record<string, unknown> {
    const categories = category ? categoriesWith(person.categories, category, on) : undefined
    const newTags = tags ? tagsSetTo(person.tags, tags, on) : undefined
    return {
      ...sealing.changedPhone(person, phone),
      ...(residenceRegion && residenceRegion !== person.residenceRegion && { residenceRegion }),
      ...(categories && { categories }),
      ...(newTags && { tags: newTags }),
    }
  }
}
