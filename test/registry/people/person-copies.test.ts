import { expect } from 'chai'
import mongoose from 'mongoose'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { personCopies } from '../../../src/registry/people/person-copies.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { savePerson } from '../../builders/person.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

/** Made with a name, and keep it: what was handed in, printed, published, or is a file as it came. */
const standingStill = ['Settlement.lines', 'CertificateChunk.refused']
/** The register itself, and rows of files as they came. */
const neverOurs = [
  'Person',
  'Person.formerDocuments',
  'RosterRow',
  'RecognitionBatchRow',
  'SourceEntry',
  'SourceRegisterLine',
]
type Row = Record<string, unknown>

describe('what lists keep of a person', () => {
  usesDatabase()

  it('follows a correction, delivered once or twice, and leaves other people alone', async () => {
    const { browser, services, infra } = await appAs('administrator')
    const { _id: id, idMasked } = await savePerson(services, { organisationId: await saveOrganisation() })
    const copies = personCopies()
    const collection = (name: string) => mongoose.model(name).collection
    for (const name of new Set(copies.map((copy) => copy.collection))) {
      const own = copies.filter((copy) => copy.collection === name)
      const row = (person: string): Row =>
        Object.assign({}, ...own.map((copy) => ({ [copy.person]: person, [copy.path]: 'as it was' })))
      const { list } = own[0]!
      const rows = list
        ? [{ _id: `own-${name}`, [list]: [row(id), row('another')] }]
        : [id, 'another'].map((person) => ({ _id: `${person}-${name}`, ...row(person) }))
      await collection(name).insertMany(rows as never[])
    }
    const answer = await browser.post(`/people/${id}/name`, { name: '安晓荷', ground: 'document' })
    expect(answer.status).to.equal(303)
    for (let time = 0; time < 2; time += 1) {
      await OutboxRow.updateMany({ type: 'people.write-copies' }, { $set: { state: 'pending', attempts: 0 } })
      expect(Object.values(await deliverAll({ services, infra }, 'people.write-copies'))).to.deep.equal(['done'])
      for (const { collection: name, list, person, path, fact } of copies) {
        const rows = (await collection(name).find({}).toArray()) as unknown as Row[]
        const lines = list ? rows.flatMap((row) => (row[list] ?? []) as Row[]) : rows
        const kept = (of: string) => lines.filter((line) => line[person] === of).map((line) => line[path])
        expect([...kept(id), ...kept('another')], `${name}.${path}`).to.deep.equal([
          fact === 'name' ? '安晓荷' : idMasked,
          'as it was',
        ])
      }
    }
  })

  for (const [path, standing] of [
    ['personName', standingStill],
    ['idMasked', [...neverOurs, 'Settlement.lines', 'Transcript']],
  ] as const)
    it(`is marked wherever a schema keeps ${path}`, () => {
      const kept = Object.entries(mongoose.models).flatMap(([name, { schema }]) =>
        Object.entries(schema.paths).flatMap(([at, type]) => [
          ...(at === path ? [name] : []),
          ...(type.schema?.path(path) ? [`${name}.${at}`] : []),
        ]),
      )
      const followed = personCopies()
        .filter((copy) => copy.path === path)
        .map(({ collection, list }) => (list ? `${collection}.${list}` : collection))
      expect(kept.filter((one) => !followed.includes(one)).sort()).to.deep.equal([...standing].sort())
    })
})
