import { generateKeyPairSync } from 'node:crypto'
import { expect } from 'chai'
import { SourceEntry, SourceRegister } from '../../../src/papers/source-registers/source-register.model.js'
import {
  anApplication,
  checker,
  maker,
  receiveRegister,
  registryCsv,
  registryHeader,
  registryRows,
  registryTexts,
  saveSender,
  signed,
} from '../../builders/recognition.js'
import { makeServices } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )

describe('registers of the neighbours', () => {
  usesDatabase()
  const world = makeServices()
  const { services } = world
  afterEach(() => empty('source-keys', 'source-entries', 'source-registers', 'source-register-lines', 'outbox'))

  for (const kind of ['ed25519', 'rsa'] as const)
    it(`are taken only with the right ${kind} signature over the very bytes`, async () => {
      const { keyId, privateKey } = await saveSender(services, kind)
      const stranger = generateKeyPairSync('ed25519').privateKey
      const bytes = registryCsv(registryTexts(anApplication()))
      const file = { keyId, fileName: 'r.csv', bytes, signature: signed(bytes, privateKey) }
      const prove = (change: Partial<typeof file>) => codeOf(services.sourceRegisters.prove({ ...file, ...change }))
      const asText = Buffer.from(`${file.signature.toString('base64')}\n`)
      expect([
        await prove({}),
        await prove({ signature: asText }),
        await prove({ signature: Buffer.alloc(0) }),
        await prove({ signature: signed(bytes, stranger) }),
        await prove({ bytes: Buffer.concat([bytes, Buffer.from(' ')]) }),
      ]).to.deep.equal([
        'done',
        'done',
        'sourceRegisters.unsigned',
        'sourceRegisters.signature-wrong',
        'sourceRegisters.signature-wrong',
      ])
      await services.sourceKeys.retire(keyId, maker)
      expect(await prove({})).to.equal('sourceRegisters.key-not-active')
      expect(await SourceRegister.countDocuments()).to.equal(0)
    })

  it('come from keys that a second administrator activated; private, short and strange keys are refused', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const add = (pem: string) => services.sourceKeys.register({ region: '120000', sender: '天津市', pem }, maker)
    const id = await add(String(publicKey.export({ type: 'spki', format: 'pem' })))
    expect([
      await codeOf(services.sourceKeys.activate(id, maker)),
      await codeOf(services.sourceKeys.activate(id, checker)),
    ]).to.deep.equal(['maker-is-checker', 'done'])
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
    const texts = [
      String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
      'hello',
      ...[short, curve, publicKey].map((key) => String(key.export({ type: 'spki', format: 'pem' }))),
    ]
    const codes = []
    for (const text of texts) codes.push(await codeOf(add(text)))
    expect(codes).to.deep.equal(
      ['key-private', 'key-unreadable', 'key-short', 'key-kind', 'key-known'].map((code) => `sourceRegisters.${code}`),
    )
  })

  it('write their entries once, and an older file never overwrites a newer one', async () => {
    const sender = await saveSender(services)
    const paper = anApplication()
    const id = await receiveRegister(services, sender, registryTexts(paper, { status: '撤销', asOf: '2022-11-20' }))
    await receiveRegister(services, sender, registryTexts(paper, { asOf: '2022-10-20' }))
    await deliverAll(world)
    await services.sourceRegisters.write(id)
    expect(await SourceEntry.find().lean()).to.have.length(1)
    expect(await SourceEntry.findOne().lean()).to.include({ status: 'revoked', asOf: '2022-11-20' })
    expect((await SourceRegister.find().lean()).map(({ state }) => state)).to.deep.equal(['done', 'done'])
  })

  it('are never taken twice, and nothing is written before the confirmation', async () => {
    const { keyId, privateKey } = await saveSender(services)
    const line = registryTexts(anApplication())
    const bytes = registryCsv(line)
    const file = { keyId, fileName: 'r.csv', bytes, signature: signed(bytes, privateKey) }
    const stage = () =>
      services.sourceRegisters.stage(file, { header: registryHeader, rows: registryRows(line) }, maker)
    const id = await stage()
    expect([await SourceEntry.countDocuments(), await codeOf(stage())]).to.deep.equal([0, 'sourceRegisters.known-file'])
    await services.sourceRegisters.discard(id, maker)
    expect(await codeOf(stage())).to.equal('done')
  })
})
