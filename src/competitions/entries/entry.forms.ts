import { z } from 'zod'
import { parseDay } from '../../shared/dates.js'
import { idDocumentTypes, personIdVerdict } from '../../shared/id-card.js'
import { phoneVerdict } from '../../shared/phone.js'
import { cleanText, isName, normaliseName } from '../../shared/text.js'
import { choiceOf, optionalText } from '../../web/form.js'
import { identities } from '../events/event.model.js'
import { honours } from './entry.model.js'
import type { MemberInput } from './entry.service.js'

const honour = z.enum(honours).catch('none')
export const ownEntryForm = z.object({
  identity: choiceOf(identities, 'entries.identityMissing'),
  honour,
  employer: optionalText(60),
})
export const teamForm = z.object({ teamName: optionalText(30) })

/** Word keys by field: the fields of the second contestant end in -2. */
export interface MembersRead {
  members: MemberInput[]
  errors: Record<string, string>
}

/** The contestants of a team form, every fault of each of them at once. */
export function readMembers(body: unknown, size: number): MembersRead {
  const fields = (body ?? {}) as Record<string, unknown>
  const read: MembersRead = { members: [], errors: {} }
  for (let i = 1; i <= size; i += 1) {
    const text = (name: string): string => {
      const value = fields[`${name}-${i}`]
      return typeof value === 'string' ? cleanText(value).slice(0, 60) : ''
    }
    const say = (name: string, key: string): void => void (read.errors[`${name}-${i}`] = key)
    const name = normaliseName(text('name'))
    if (!isName(name)) say('name', 'entryFiles.fault-name-shape')
    const idType = idDocumentTypes.find((one) => one === text('idType')) ?? 'resident-id'
    const id = personIdVerdict(idType, text('idNumber'))
    if (!id.ok) say('idNumber', 'entryFiles.fault-id-wrong')
    const birthOn = text('birthOn') ? parseDay(text('birthOn')) : undefined
    if (text('birthOn') && !birthOn) say('birthOn', 'competitions.dayMissing')
    if (id.ok && idType !== 'resident-id' && !id.birthOn && !text('birthOn'))
      say('birthOn', 'entryFiles.fault-birth-missing')
    const phone = text('phone') ? phoneVerdict(text('phone')) : undefined
    if (phone && !phone.ok) say('phone', 'entryFiles.fault-phone-wrong')
    const identity = identities.find((one) => one === text('identity'))
    if (!identity) say('identity', 'entries.identityMissing')
    const held = honours.find((one) => one === text('honour')) ?? 'none'
    if (id.ok && identity)
      read.members.push({
        name,
        idType,
        idNumber: id.id,
        identity,
        honour: held,
        ...(birthOn && { birthOn }),
        ...(phone?.ok && { phone: phone.phone }),
      })
  }
  return read
}
