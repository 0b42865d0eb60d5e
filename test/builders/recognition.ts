import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import type { SheetRow } from '../../src/infra/sheet-reading/sheet-read.js'
import type { Application } from '../../src/papers/recognition-applications/application.service.js'
import { registryColumns, type RegistryKey } from '../../src/papers/source-registers/registry-columns.data.js'
import type { Services } from '../../src/services.js'
import type { Actor } from '../../src/shared/permissions.js'
import { newIdNumber } from './person.js'

export const carer = '2022:4-10-01-05'
export const maker: Actor = { id: 'maker', username: 'maker', name: '周明澜', role: 'administrator' }
export const checker: Actor = { id: 'checker', username: 'checker', name: '秦思源', role: 'administrator' }
export const officer: Actor = {
  id: 'officer',
  username: 'officer',
  name: '白雁清',
  role: 'county-officer',
  region: '130632',
}
export const employer: Actor = {
  id: 'employer',
  username: 'employer',
  name: '高鹏',
  role: 'enterprise',
  organisationId: 'employer-1',
  organisationName: '雄安新程建设有限公司',
}
export const jpeg = Buffer.from('ffd8ffc0000b08000100010300000000', 'hex')

/** A published agreement: carers of Beijing, levels 3 and 4, everything but the subsidy. */
export async function saveAgreement(
  { agreements }: Services,
  { from = '2022-01-01', to, levels = [3, 4] }: { from?: string; to?: string; levels?: number[] } = {},
): Promise<string> {
  const id = await agreements.create(
    {
      number: '京津雄人社协〔2022〕1号',
      title: '京津雄职业技能评价结果互认协议',
      kind: 'recognise',
      clause: '第3条',
      sample: true,
      from,
      ...(to && { to }),
    },
    maker,
  )
  await agreements.addRows(
    id,
    {
      object: 'certificate',
      region: '110000',
      family: 'level-certificate',
      occupationId: carer,
      levels,
      effects: ['post', 'next-level', 'competition', 'credits', 'talent-statistics'],
    },
    maker,
  )
  await agreements.propose(id, maker)
  await agreements.publish(id, checker)
  return id
}

let serial = 0
/** A complete application for a carer of Beijing; each test sets the field it is about. */
export function anApplication(
  overrides: Partial<Application['paper']> & { name?: string; idNumber?: string; county?: string } = {},
): Application & { person: { name: string; idType: 'resident-id'; idNumber: string } } {
  const { name = '苇明远', idNumber = newIdNumber(), county = '130632', ...paper } = overrides
  return {
    person: { name, idType: 'resident-id', idNumber },
    county,
    paper: {
      region: '110000',
      family: 'level-certificate',
      occupationId: carer,
      level: 4,
      number: `S000011000001213${String((serial += 1)).padStart(6, '0')}`,
      issuer: '北京市养老护理评价中心',
      issuedOn: '2021-06-18',
      ...paper,
    },
  }
}

/** A neighbour's key pair, registered and activated. */
export async function saveSender(
  { sourceKeys }: Services,
  kind: 'ed25519' | 'rsa' = 'ed25519',
): Promise<{ keyId: string; privateKey: KeyObject }> {
  const pair = kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519')
  const keyId = await sourceKeys.register(
    {
      region: '110000',
      sender: '北京市职业技能鉴定管理中心',
      pem: String(pair.publicKey.export({ type: 'spki', format: 'pem' })),
    },
    maker,
  )
  await sourceKeys.activate(keyId, checker)
  return { keyId, privateKey: pair.privateKey }
}
export const signed = (bytes: Buffer, privateKey: KeyObject): Buffer =>
  sign(privateKey.asymmetricKeyType === 'rsa' ? 'sha256' : null, bytes, privateKey)

export const registryHeader = registryColumns.map(({ header }) => header)
/** What the register says of an application's paper. */
export function registryTexts(
  { person, paper }: ReturnType<typeof anApplication>,
  overrides: Partial<Record<RegistryKey, string>> = {},
): string[] {
  const texts: Record<RegistryKey, string> = {
    name: person.name,
    idNumber: person.idNumber,
    number: paper.number,
    issuer: paper.issuer,
    family: '职业技能等级证书',
    occupation: '养老护理员',
    edition: '2022',
    level: '三级/高级工',
    issuedOn: paper.issuedOn,
    expiresOn: '',
    status: '有效',
    statusOn: '',
    asOf: '2022-11-20',
    ...overrides,
  }
  return registryColumns.map(({ key }) => texts[key])
}
export const registryCsv = (...lines: string[][]): Buffer =>
  Buffer.from(`\ufeff${[registryHeader, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`)
export const registryRows = (...lines: string[][]): SheetRow[] =>
  lines.map((line, i) => ({ line: i + 2, cells: line.map((text) => ({ text, kind: text ? 'text' : 'blank' })) }))

/** A register as it arrives, confirmed; the job is the caller's to deliver. */
export async function receiveRegister(
  { sourceRegisters }: Services,
  { keyId, privateKey }: Awaited<ReturnType<typeof saveSender>>,
  ...lines: string[][]
): Promise<string> {
  const bytes = registryCsv(...lines)
  const id = await sourceRegisters.stage(
    { keyId, fileName: 'register.csv', bytes, signature: signed(bytes, privateKey) },
    { header: registryHeader, rows: registryRows(...lines) },
    maker,
  )
  await sourceRegisters.confirm(id, maker)
  return id
}
