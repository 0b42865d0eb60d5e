import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { invalid } from '../../shared/errors.js'
import { maskName } from '../../shared/id-card.js'
import type { Actor } from '../../shared/permissions.js'
import { personPinyin } from '../../shared/pinyin.js'
import { normaliseName } from '../../shared/text.js'
import { tellPeople } from '../accounts/person-news.js'
import { personAt, updatePerson } from '../people/person-record.js'
import { withoutNumbers } from '../people/person.rules.js'
import { nameVerdict, type NameGround } from './name-correction.rules.js'

interface Needs {
  clock: Clock
  outbox: Outbox
  notifications: NotificationService
}
export interface NameCorrection {
  name: string
  ground: NameGround
  note?: string | undefined
  /** the version that the page showed */
  version?: number | undefined
}

/** A name that was mistyped, or changed by law. Papers keep the name that they were issued with, until they are reissued. */
export function createNameCorrectionService({ clock, outbox, notifications }: Needs) {
  return {
    /** Throws `invalid('nameCorrections.name-…')` for a name that cannot be one, or is the known one. */
    async correct(
      personId: string,
      { name: typed, ground, note, version }: NameCorrection,
      actor: Actor,
    ): Promise<void> {
      const name = normaliseName(typed)
      await transact(async () => {
        const person = await personAt(personId, version, actor)
        const verdict = nameVerdict(person.name, name)
        if (verdict !== 'ok') throw invalid(`nameCorrections.name-${verdict}`)
        const { _id: id } = person
        const former = { name: person.name, until: clock.today(), ground, byId: actor.id }
        await updatePerson(person, { $set: { name, ...personPinyin(name) }, $push: { formerNames: former } })
        await outbox.publish('people.write-copies', `${id}:${person.version + 1}`, { personId: id })
        await tellPeople(notifications, [
          { personId: id, key: 'nameCorrections.news', params: { name }, href: paths.me.home() },
        ])
        noteAct('person', id, {
          act: 'name-corrected',
          former: maskName(person.name),
          name: maskName(name),
          reason: ground,
          ...(note && { note: withoutNumbers(note) }),
        })
      })
    },
  }
}
export type NameCorrectionService = ReturnType<typeof createNameCorrectionService>
