import type { PersonInput } from '../../src/registry/people/person.service.js'
import { idCheckDigit } from '../../src/shared/id-card.js'
import type { Services } from '../../src/services.js'

let serial = 0
/** A number of somebody born about 1901, which no other test has. */
export function newIdNumber(birth = '19010501'): string {
  const first17 = `130632${birth}${String((serial += 1) % 1000).padStart(3, '0')}`
  return first17 + idCheckDigit(first17)
}

/** A trainee of an organisation, made through the service. */
export async function savePerson(
  { people }: Pick<Services, 'people'>,
  overrides: Partial<PersonInput> & { organisationId: string },
) {
  const input: PersonInput = {
    name: '安小荷',
    idType: 'resident-id',
    idNumber: newIdNumber(),
    phone: '13800001234',
    category: 'G05',
    on: '2022-03-01',
    ...overrides,
  }
  const { person } = await people.findOrCreate(input, 'test')
  return { ...person, _id: String(person._id), typedId: input.idNumber }
}
