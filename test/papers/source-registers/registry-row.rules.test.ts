import { expect } from 'chai'
import {
  readRegistry,
  readRegistryHeader,
  registerCounts,
} from '../../../src/papers/source-registers/registry-row.rules.js'
import { anApplication, registryHeader, registryRows, registryTexts } from '../../builders/recognition.js'

const at = (() => {
  const header = readRegistryHeader(registryHeader)
  if (!header.ok) throw new Error('header')
  return header.at
})()
const faultsOf = (...lines: string[][]) =>
  [...readRegistry(registryRows(...lines), at, '2022-11-23')].map(({ faults }) =>
    faults.map(({ column, code }) => `${column}:${code}`),
  )

describe('a line of a register', () => {
  const paper = anApplication()
  it('reads well', () => {
    const [line] = readRegistry(registryRows(registryTexts(paper)), at, '2022-11-23')
    expect(line!.facts).to.include({
      name: '苇明远',
      level: 4,
      edition: '2022',
      status: 'valid',
      asOf: '2022-11-20',
      family: 'level-certificate',
    })
  })
  it('does not take a cell whose content is lost, nor an issuer that no paper has room for', () => {
    const spoilt = (column: 'issuer' | 'number', text: string, kind: 'error' | 'number' | 'text') => {
      const [row] = registryRows(registryTexts(paper))
      row!.cells[at[column]!] = { text, kind }
      return [...readRegistry([row!], at, '2022-11-23')][0]!.faults
    }
    expect(spoilt('issuer', '#N/A', 'error')).to.deep.equal([{ column: 'issuer', code: 'cell-error', text: '#N/A' }])
    expect(spoilt('number', '1411003000501230', 'number').map(({ code }) => code)).to.deep.equal(['cell-as-number'])
    expect(spoilt('issuer', '院'.repeat(61), 'text').map(({ code }) => code)).to.deep.equal(['cell-long'])
  })
  it('tells each fault with its column', () => {
    const cases: [Parameters<typeof registryTexts>[1], string][] = [
      [{ name: '' }, 'name:missing'],
      [{ idNumber: '110108190101010000' }, 'idNumber:id-wrong'],
      [{ number: '!!' }, 'number:number-shape'],
      [{ family: '奖状' }, 'family:family-unknown'],
      [{ edition: '2030' }, 'edition:edition-unknown'],
      [{ level: '九级' }, 'level:level-unknown'],
      [{ issuedOn: '去年' }, 'issuedOn:day-unreadable'],
      [{ issuedOn: '2022-11-24' }, 'issuedOn:day-future'],
      [{ status: '不知道' }, 'status:status-unknown'],
    ]
    for (const [change, fault] of cases) expect(faultsOf(registryTexts(paper, change))[0], fault).to.deep.equal([fault])
  })
  it('may be issued today, and may expire later', () =>
    expect(faultsOf(registryTexts(paper, { issuedOn: '2022-11-23', expiresOn: '2030-01-01' }))).to.deep.equal([[]]))
  it('is a fault at its second place, and when its date is another', () =>
    expect(faultsOf(registryTexts(paper), registryTexts(paper, { asOf: '2022-11-21' }))).to.deep.equal([
      [],
      ['asOf:as-of-differs', 'number:number-twice'],
    ]))
  it('counts every line once', () =>
    expect(
      registerCounts([
        ...readRegistry(
          registryRows(
            registryTexts(paper),
            registryTexts(anApplication(), { status: '注销' }),
            registryTexts(anApplication(), { name: '' }),
          ),
          at,
          '2022-11-23',
        ),
      ]),
    ).to.deep.equal({ lines: 3, valid: 1, ended: 1, faults: 1 }))
  it('is not read when columns are missing, which are named', () =>
    expect(readRegistryHeader(['姓名', '编号']))
      .to.deep.include({ ok: false })
      .and.have.property('missing')
      .that.includes('证件号码'))
})
