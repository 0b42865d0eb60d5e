import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { Vault } from '../../infra/vault.js'
import type { Clock } from '../../shared/dates.js'
import { invalid, refused } from '../../shared/errors.js'
import { maskId, maskName, personIdVerdict, type IdDocumentType } from '../../shared/id-card.js'
import type { Actor } from '../../shared/permissions.js'
import { PersonIdentity } from '../people/person.model.js'
import { createSealing, loadPerson, personAt, updatePerson } from '../people/person-record.js'
import { withoutNumbers } from '../people/person.rules.js'
import type { PersonService } from '../people/person.service.js'
import type { DocumentGround } from './document-correction.forms.js'

interface Needs {
  clock: Clock
  vault: Vault
  outbox: Outbox
  people: PersonService
}
export interface DocumentCorrection {
  idType: IdDocumentType
  idNumber: string
  ground: DocumentGround
  note?: string | undefined
  /** the version that the page showed */
  version?: number | undefined
}

/** Another ID document for the same human: the known number was mistyped, or the paper was renewed under a new number. */
export function createDocumentCorrectionService({ clock, vault, outbox, people }: Needs) {
  const sealing = createSealing(vault)

  return {
    /**
     * A mistyped number finds this person no longer, because it may be somebody else's; a renewed one still does. Throws
     * `invalid('people.id-…')`, `invalid('documentCorrections.same')`, `refused('documentCorrections.held')`.
     */
    async correct(
      personId: string,
      { idType, idNumber, ground, note, version }: DocumentCorrection,
      actor: Actor,
    ): Promise<void> {
      const verdict = personIdVerdict(idType, idNumber)
      if (!verdict.ok) throw invalid(`people.id-${verdict.reason}`, { expected: verdict.expected ?? '' })
      await transact(async () => {
        const person = await personAt(personId, version, actor)
        const { _id: id } = person
        const [before, after] = [
          people.indexOf(person.idType, people.openId(person)),
          people.indexOf(idType, verdict.id),
        ]
        if (after === before) throw invalid('documentCorrections.same', { field: 'idNumber' })
        const holder = await PersonIdentity.findById(after).lean<{ personId: string }>()
        if (holder && holder.personId !== id)
          throw refused('documentCorrections.held', {
            field: 'idNumber',
            known: maskName((await loadPerson(holder.personId)).name),
          })
        if (ground === 'mistyped') await PersonIdentity.deleteOne({ _id: before })
        if (!holder) await PersonIdentity.create([{ _id: after, personId: id }])
        const { birthOn = person.birthOn, sex = person.sex } = verdict
        const idMasked = maskId(verdict.id)
        await updatePerson(person, {
          $set: { idType, ...sealing.idNumber(id, verdict.id), idMasked, birthOn, sex },
          $push: {
            formerDocuments: {
              idType: person.idType,
              idMasked: person.idMasked,
              until: clock.today(),
              ground,
              byId: actor.id,
            },
          },
        })
        const effect = `${id}:${person.version + 1}`
        await outbox.publish('people.write-copies', effect, { personId: id })
        // Some verdicts ask for the age.
        if (birthOn !== person.birthOn) {
          await outbox.publish('person-times.settle-person', effect, { personId: id })
          await outbox.publish('credits.settle-person', effect, { personId: id })
        }
        noteAct('person', id, {
          act: 'document-corrected',
          former: person.idMasked,
          now: idMasked,
          reason: ground,
          ...(note && { note: withoutNumbers(note) }),
        })
      })
    },
  }
}
export type DocumentCorrectionService = ReturnType<typeof createDocumentCorrectionService>
