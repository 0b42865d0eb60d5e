import { expect } from 'chai'
import sharp from 'sharp'
import { runAs } from '../../../src/infra/context.js'
import { newId } from '../../../src/infra/ids.js'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { Person, PersonIdentity, type PersonRecord } from '../../../src/registry/people/person.model.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { newIdNumber, savePerson } from '../../builders/person.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
const manager = (organisationId: string): Actor => ({
  id: 'manager',
  username: 'm',
  name: '刘海峰',
  role: 'institution-manager',
  organisationId,
})

describe('people', () => {
  usesDatabase()
  const { services, infra } = makeServices()
  const { people } = services
  let organisationId = ''
  before(async () => void (organisationId = await saveOrganisation()))
  const input = (overrides: Record<string, unknown> = {}) => ({
    name: '安小荷',
    idType: 'resident-id' as const,
    idNumber: newIdNumber(),
    on: '2022-03-01',
    organisationId,
    ...overrides,
  })

  describe('findOrCreate', () => {
    const spellings = [
      ['a lower-case x', '34052419800101001x', '34052419800101001X'],
      ['full-width characters', '３４０５２４１９８００１０１００１Ｘ', '34052419800101001X'],
      ['spaces', ' 340524 19800101 001X ', '34052419800101001X'],
      ['fifteen digits', '130629010101001', '130629190101010019'],
    ] as const
    for (const [what, one, other] of spellings) {
      it(`takes ${what} for the same human`, async () => {
        const name = `荷${'一二三四'[spellings.findIndex(([label]) => label === what)]!}`
        await Promise.all([Person.deleteMany({}), PersonIdentity.deleteMany({})])
        const first = await people.findOrCreate(input({ name, idNumber: one }), 'test')
        const second = await people.findOrCreate(input({ name, idNumber: other }), 'test')
        expect([first.outcome, second.outcome, String(second.person._id)]).to.deep.equal([
          'new',
          'same',
          String(first.person._id),
        ])
        expect(await PersonIdentity.countDocuments({})).to.equal(1)
      })
    }

    it('makes one person of many that come at once', async () => {
      const same = input()
      const made = await Promise.all(Array.from({ length: 8 }, () => people.findOrCreate(same, 'test')))
      expect(new Set(made.map(({ person }) => String(person._id))).size).to.equal(1)
      expect(made.filter(({ outcome }) => outcome === 'new')).to.have.length(1)
      expect(await PersonIdentity.countDocuments({ _id: people.indexOf('resident-id', same.idNumber) })).to.equal(1)
    })

    it('reads sex and birthday from the number, masks and seals it', async () => {
      const { person } = await people.findOrCreate(
        input({ idNumber: '130632190101010025', phone: '13800001234' }),
        'test',
      )
      expect([person.sex, person.birthOn, person.idMasked, person.phoneMasked]).to.deep.equal([
        'female',
        '1901-01-01',
        '130632********0025',
        '138****1234',
      ])
      const stored = JSON.stringify(await Person.collection.findOne({ _id: person._id as never }))
      expect(stored).to.not.include('130632190101010025').and.not.include('13800001234')
      expect(people.openId(await people.get(String(person._id)))).to.equal('130632190101010025')
    })

    it('refuses another name for the same number, and says whose it is by a mask', async () => {
      const first = input()
      await people.findOrCreate(first, 'test')
      const error = await people.findOrCreate({ ...first, name: '安小河' }, 'test').then(
        () => undefined,
        (fault: { code: string; details: object }) => fault,
      )
      expect([error?.code, error?.details]).to.deep.equal(['people.name-differs', { known: '安*荷' }])
    })

    const wrong = [
      ['13063219010101002', 'people.id-length'],
      ['1306321901010100AB', 'people.id-characters'],
      ['130632190113010020', 'people.id-date'],
      ['130632190101010026', 'people.id-check-digit'],
    ] as const
    for (const [idNumber, code] of wrong)
      it(`refuses ${idNumber} with ${code}, writing nothing`, async () => {
        const before = await Person.countDocuments({})
        expect([
          await codeOf(people.findOrCreate(input({ idNumber }), 'test')),
          await Person.countDocuments({}),
        ]).to.deep.equal([code, before])
      })

    it('says updated for a new phone, category or tag, and same for what it knows', async () => {
      const first = { ...input(), phone: '13800001234', category: 'G05', tags: ['G06'] }
      await people.findOrCreate(first, 'test')
      const outcomes = []
      for (const change of [
        {},
        { phone: '13900001234' },
        { category: 'G12', on: '2022-09-01' },
        { tags: ['G10'], on: '2022-09-01' },
        { tags: ['G06'], on: '2022-09-02', phone: '13900001234' },
      ])
        outcomes.push(
          (await people.findOrCreate({ ...first, phone: undefined, category: undefined, ...change }, 'test')).outcome,
        )
      expect(outcomes).to.deep.equal(['same', 'updated', 'updated', 'updated', 'same'])
      const { personId } = (await people.lookUp([first]))[0]!
      const person = await people.get(personId!)
      expect([
        people.categoryOn(person, '2022-08-31'),
        people.categoryOn(person, '2022-09-01'),
        people.tagsOn(person, '2022-09-01'),
      ]).to.deep.equal(['G05', 'G12', ['G06', 'G10']])
    })

    it('lets a second organisation and its county see the person', async () => {
      const first = input()
      await people.findOrCreate(first, 'test')
      const other = await saveOrganisation({ region: '130638' })
      const { person, outcome } = await people.findOrCreate({ ...first, organisationId: other }, 'test')
      expect([outcome, person.organisationIds, person.regions]).to.deep.equal([
        'same',
        [organisationId, other],
        ['130632', '130638'],
      ])
    })
  })

  it('look up twenty thousand rows at once, in any order, known or not', async () => {
    const known = await savePerson(services, { organisationId, name: '米春燕' })
    const rows = Array.from({ length: 20_000 }, (_, i) => ({
      idType: 'passport' as const,
      idNumber: `E${String(i).padStart(8, '0')}`,
      name: '无名',
    }))
    const answers = await people.lookUp([
      ...rows,
      { idType: 'resident-id', idNumber: known.typedId.toLowerCase(), name: '米 春燕' },
      { idType: 'resident-id', idNumber: known.typedId, name: '米春雁' },
    ])
    expect(answers.slice(-3)).to.deep.equal([
      {},
      { personId: known._id },
      { personId: known._id, nameDiffers: true, knownName: '米*燕' },
    ])
  })

  it('do not open a ciphertext that was moved to another record', async () => {
    const [one, other] = [
      await savePerson(services, { organisationId }),
      await savePerson(services, { organisationId }),
    ]
    await Person.collection.updateOne(
      { _id: other._id as never },
      { $set: { idNumber: (await Person.collection.findOne({ _id: one._id as never }))!['idNumber'] as never } },
    )
    const moved = await people.get(other._id)
    expect(() => people.openId(moved)).to.throw()
  })

  describe('reveal', () => {
    it('opens the number after its reason is in the audit trail, which does not hold it', async () => {
      const { _id, typedId } = await savePerson(services, { organisationId })
      const value = await runAs({ event: 'PERSON_NUMBER_REVEALED', actorId: 'manager' }, () =>
        people.reveal(_id, 'idNumber', `contact: 核对 ${typedId}`, manager(organisationId)),
      )
      const entry = await AuditEntry.findOne({ event: 'PERSON_NUMBER_REVEALED', 'notes.id': _id }).lean()
      expect([value, entry?.notes[0]?.details]).to.deep.equal([
        typedId,
        { field: 'idNumber', reason: 'contact: 核对 ******' },
      ])
    })
    it('opens nothing without a reason, for another organisation, or what is not there', async () => {
      const { _id } = await savePerson(services, { organisationId, phone: undefined })
      expect(await codeOf(people.reveal(_id, 'idNumber', ' ', manager(organisationId)))).to.equal(
        'people.reveal-reason',
      )
      expect(await codeOf(people.reveal(_id, 'idNumber', 'contact', manager(newId())))).to.equal('not-yours')
      expect(await codeOf(people.reveal(_id, 'phone', 'contact', manager(organisationId)))).to.equal('not-found')
    })
  })

  describe('setPhoto', () => {
    const picture = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 4, background: { r: 20, g: 90, b: 95, alpha: 0.5 } } })
    it('crops to 307 × 378 on white, without what the camera wrote', async () => {
      const { _id } = await savePerson(services, { organisationId })
      await people.setPhoto(
        _id,
        await picture(900, 700)
          .jpeg()
          .withExif({ IFD0: { Copyright: 'somebody' } })
          .toBuffer(),
        manager(organisationId),
      )
      const { photoFile } = await people.get(_id)
      const { bytes, contentType } = await infra.files.get(photoFile!)
      const { width, height, format, exif } = await sharp(bytes).metadata()
      expect([width, height, format, exif, contentType]).to.deep.equal([307, 378, 'jpeg', undefined, 'image/jpeg'])
    })
    it('refuses what is too small or no photo', async () => {
      const { _id } = await savePerson(services, { organisationId })
      expect(
        await codeOf(people.setPhoto(_id, await picture(199, 400).png().toBuffer(), manager(organisationId))),
      ).to.equal('people.photo-small')
      for (const bytes of [
        Buffer.from('not a picture'),
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>'),
        (await picture(400, 400).jpeg().toBuffer()).subarray(0, 500),
      ]) {
        expect(await codeOf(people.setPhoto(_id, bytes, manager(organisationId)))).to.equal('people.photo-format')
      }
    })
  })

  describe('edit', () => {
    it('changes phone, category and tags from a day, and ends a tag', async () => {
      const { _id } = await savePerson(services, { organisationId, tags: ['G06', 'G10'] })
      expect(
        await people.edit(
          _id,
          { phone: '13900009876', category: 'G12', tags: ['G10'], on: '2022-10-01' },
          manager(organisationId),
        ),
      ).to.equal(true)
      const person = await people.get(_id)
      expect([
        person.phoneMasked,
        people.openPhone(person),
        people.categoryOn(person, '2022-10-01'),
        people.tagsOn(person, '2022-09-30'),
        people.tagsOn(person, '2022-10-01'),
      ]).to.deep.equal(['139****9876', '13900009876', 'G12', ['G06', 'G10'], ['G10']])
    })
    it('says so when nothing is different, and refuses a page that is out of date', async () => {
      const { _id } = await savePerson(services, { organisationId })
      const { version } = (await people.get(_id)) as PersonRecord & { version: number }
      expect(
        await people.edit(
          _id,
          { phone: '13800001234', category: 'G05', tags: [], on: '2022-10-01', version },
          manager(organisationId),
        ),
      ).to.equal(false)
      await people.edit(_id, { category: 'G12', on: '2022-10-01', version }, manager(organisationId))
      expect(
        await codeOf(people.edit(_id, { category: 'G04', on: '2022-10-01', version }, manager(organisationId))),
      ).to.equal('changed-meanwhile')
    })
  })

  it('lead from a merged record to the one that stays', async () => {
    const [stays, goes] = [
      await savePerson(services, { organisationId }),
      await savePerson(services, { organisationId }),
    ]
    await Person.updateOne({ _id: goes._id }, { $set: { mergedInto: stays._id } })
    expect(String((await people.get(goes._id))._id)).to.equal(stays._id)
  })
})
