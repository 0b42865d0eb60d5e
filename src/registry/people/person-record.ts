/** What the services of people do alike with a person's record. */
import type { UpdateQuery } from 'mongoose'
import type { Sealed, Vault } from '../../infra/vault.js'
import { conflict, forbidden, notFound } from '../../shared/errors.js'
import { maskPhone } from '../../shared/id-card.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { countyOf, isInNewArea } from '../../shared/regions.js'
import { Organisation } from '../organisations/organisation.model.js'
import { Person, type PersonRecord } from './person.model.js'
import type { PersonRow } from './person.queries.js'

/** Somebody merged into another is that other one. */
export async function loadPerson(id: string): Promise<PersonRow> {
  const person = await Person.findById(id).lean<PersonRow>()
  if (!person) throw notFound('person', id)
  return person.mergedInto ? loadPerson(person.mergedInto) : person
}

/** An organisation sees the people it taught or examined, a county officer those of the county, a trainee only himself. */
export function maySee(person: Pick<PersonRecord, '_id' | 'organisationIds' | 'regions'>, actor: Actor): boolean {
  const { organisationId, region, personId } = scopeOf(actor)
  return (
    (organisationId === undefined || person.organisationIds.includes(organisationId)) &&
    (region === undefined || (person.regions ?? []).includes(region)) &&
    (personId === undefined || personId === person._id)
  )
}

export function assertMaySee(person: PersonRecord, actor: Actor): void {
  if (!maySee(person, actor)) throw forbidden('not-yours')
}

/** The record that somebody may see, as long as it is that of the page which the change comes from. */
export async function personAt(id: string, version: number | undefined, actor: Actor): Promise<PersonRow> {
  const person = await loadPerson(id)
  assertMaySee(person, actor)
  if (version !== undefined && version !== person.version) throw conflict('changed-meanwhile')
  return person
}

/** Changes the version that was read. Throws `conflict('changed-meanwhile')` when somebody was faster. */
export async function updatePerson({ _id, version }: PersonRow, change: UpdateQuery<PersonRecord>): Promise<void> {
  const { modifiedCount } = await Person.updateOne({ _id, version }, { ...change, $inc: { version: 1 } })
  if (modifiedCount === 0) throw conflict('changed-meanwhile')
}

/**
 * A person signs in under one name. Inside the transaction that opens the account: of two at once the second finds the first.
 * Throws `conflict('accounts.person-has-account')`. No fact of the person changes: a form that is open meanwhile stays good.
 */
export async function noteAccount(personId: string, accountId: string): Promise<void> {
  const person = await Person.findById(personId).select('accountId').lean<Pick<PersonRecord, 'accountId'>>()
  if (person?.accountId) throw conflict('accounts.person-has-account')
  await Person.updateOne({ _id: personId }, { $set: { accountId } })
}

/** The ciphertext is bound to field and person: moved to another record it does not open. */
const place = (id: string, field: 'idNumber' | 'phone'): string => `people.${field}.${id}`

export function createSealing(vault: Vault) {
  const open = (person: PersonRecord, field: 'idNumber' | 'phone'): string | undefined => {
    const sealed = person[field]
    return sealed?.ct ? vault.open(sealed as unknown as Sealed, place(String(person._id), field)) : undefined
  }
  return {
    open,
    idNumber: (id: string, idNumber: string) => ({ idNumber: vault.seal(idNumber, place(id, 'idNumber')) }),
    phone: (id: string, phone: string | undefined) =>
      phone ? { phone: vault.seal(phone, place(id, 'phone')), phoneMasked: maskPhone(phone) } : {},
    /** Empty when the person has this very number already, so that an import says "unchanged". */
    changedPhone(person: PersonRecord, phone: string | undefined) {
      return phone && phone !== open(person, 'phone') ? this.phone(String(person._id), phone) : {}
    },
  }
}
export type Sealing = ReturnType<typeof createSealing>

/** Counties whose officers may see somebody: of the organisation that brings the person, and of the residence. */
export async function countiesOf(organisationId: string, residenceRegion?: string | null): Promise<string[]> {
  const organisation = await Organisation.findById(organisationId).select('region').lean<{ region: string }>()
  const home = residenceRegion && isInNewArea(residenceRegion) ? countyOf(residenceRegion) : undefined
  return [...new Set([organisation?.region, home].filter((code): code is string => code !== undefined))]
}
