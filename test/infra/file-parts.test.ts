import { expect } from 'chai'
import fc from 'fast-check'
import { commonOpening, joinParts, splitByShared } from '../../src/infra/file-parts.js'
import { createFileStore, sha256 } from '../../src/infra/files.js'
import { createVault } from '../../src/infra/vault.js'
import { usesDatabase } from '../support/database.js'
import mongoose from 'mongoose'

const noise = (length: number, seed: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, i) => (i * 7919 + seed * 104_729 + ((i * i) % 251) * 13) % 256))

describe('a file in parts', () => {
  it('gives the same bytes again, whatever is shared', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 0, maxLength: 200 }), { maxLength: 5 }),
        fc.array(fc.nat(4), { maxLength: 4 }),
        (pieces, picks) => {
          const bytes = Buffer.concat(pieces)
          const shared = picks.filter((i) => pieces[i]).map((i) => ({ id: `f${i}`, bytes: pieces[i]! }))
          const parts = splitByShared(bytes, shared)
          expect(
            joinParts(parts, new Map(shared.map(({ id, bytes: stretch }) => [id, Buffer.from(stretch)]))).equals(bytes),
          ).to.equal(true)
        },
      ),
    )
  })

  it('refers to long stretches and keeps its own', () => {
    const [head, photo, own] = [noise(1000, 1), noise(500, 2), noise(50, 3)]
    const parts = splitByShared(Buffer.concat([head, own, photo, own]), [
      { id: 'photo', bytes: photo },
      { id: 'head', bytes: head },
      { id: 'other', bytes: noise(400, 4) },
    ])
    expect(parts.map(({ file, bytes }) => file ?? bytes!.length)).to.deep.equal(['head', 50, 'photo', 50])
  })

  it('keeps everything, when a stretch differs in its last byte', () => {
    const photo = noise(500, 2)
    const changed = Buffer.from(photo)
    changed[499] = (changed[499]! + 1) % 256
    expect(splitByShared(changed, [{ id: 'photo', bytes: photo }]).map(({ file }) => file)).to.deep.equal([undefined])
  })

  it('finds where two files part, after a whole object', () => {
    const same = Buffer.from('1 0 obj x endobj\n2 0 obj y endobj\n3 0 obj ')
    const length = commonOpening(
      Buffer.concat([same, Buffer.from('abc')]),
      Buffer.concat([same, Buffer.from('abd')]),
      'endobj\n',
    )
    expect(same.subarray(0, length).toString()).to.equal('1 0 obj x endobj\n2 0 obj y endobj\n')
    expect(commonOpening(Buffer.from('abc'), Buffer.from('xbc'), 'endobj\n')).to.equal(0)
  })
})

describe('the file store', () => {
  usesDatabase()
  const files = createFileStore(createVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) }))

  it('gives a file of parts byte for byte, and refuses one whose parts were changed', async () => {
    const [head, own] = [noise(1000, 1), noise(50, 3)]
    const id = await files.put(head, 'application/octet-stream')
    const bytes = Buffer.concat([head, own])
    const name = sha256(bytes)
    await files.putMany([{ bytes, sha256: name, contentType: 'application/pdf', shared: [{ id, bytes: head }] }])
    expect((await files.get(name)).bytes.equals(bytes)).to.equal(true)
    expect((await files.getMany([name, 'none', id])).get(name)!.equals(bytes)).to.equal(true)
    const stored = await mongoose.connection
      .collection<{ _id: string; bytes?: unknown; parts?: unknown[] }>('files')
      .findOne({ _id: name })
    expect([stored!.bytes, stored!.parts!.length]).to.deep.equal([undefined, 2])
    await mongoose.connection
      .collection<{ _id: string }>('files')
      .updateOne({ _id: id }, { $set: { bytes: noise(1000, 9) } })
    expect(
      await files.get(name).then(
        () => 'given',
        (error: Error) => error.message,
      ),
    ).to.include('is not what was stored')
  })

  it('seals a file of ID numbers, and one that was stored open before, under the same name', async () => {
    const bytes = Buffer.from('安小荷,130632190101010025\r\n')
    const stored = async (id: string) => {
      const row = await mongoose.connection
        .collection<{ _id: string; bytes: { buffer: Buffer } }>('files')
        .findOne({ _id: id })
      return Buffer.from(row!.bytes.buffer).toString()
    }
    const id = await files.putSealed(bytes, 'text/csv')
    expect([id, await stored(id).then((text) => text.includes('130632190101010025'))]).to.deep.equal([
      sha256(bytes),
      false,
    ])
    expect((await files.get(id)).bytes.equals(bytes)).to.equal(true)
    const open = await files.put(Buffer.from('130632190101010025'), 'text/csv')
    for (let twice = 0; twice < 2; twice += 1) await files.seal(open)
    expect([(await files.get(open)).bytes.toString(), await stored(open)]).to.satisfy(
      ([read, kept]: [string, string]) => read === '130632190101010025' && !kept.includes(read),
    )
  })

  it('seals a large file, too, also after a sealing that was broken off, and leaves no open bytes', async () => {
    const bytes = Buffer.alloc(12 * 1024 * 1024 + 1, '130632190101010025\r\n')
    const rows = mongoose.connection.collection<{ _id: string }>('files')
    const openParts = () =>
      mongoose.connection.collection('files-large.files').countDocuments({ filename: sha256(bytes) })
    const id = await files.put(bytes, 'text/csv')
    expect(await openParts()).to.equal(1)
    await files.seal(id)
    expect([(await files.get(id)).bytes.equals(bytes), await openParts()]).to.deep.equal([true, 0])
    await rows.deleteOne({ _id: id })
    await files.putSealed(bytes, 'text/csv')
    expect((await files.get(id)).bytes.equals(bytes)).to.equal(true)
  })
})
