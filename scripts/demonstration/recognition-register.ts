import { generateKeyPairSync, sign } from 'node:crypto'
import type { SheetRow } from '../../src/infra/sheet-reading/sheet-read.js'
import { registryColumns, type RegistryKey } from '../../src/papers/source-registers/registry-columns.data.js'
import type { Day } from '../../src/shared/dates.js'
import type { Actor } from '../../src/shared/permissions.js'
import type { Paper } from './recognition-papers.js'
import type { Story } from './story.js'

/** What the register says of a paper. */
export function registerLine({ person, paper }: Paper, status: string, asOf: Day): string[] {
  const texts: Record<RegistryKey, string> = {
    name: person.name,
    idNumber: person.idNumber,
    number: paper.number,
    issuer: paper.issuer,
    family: '职业技能等级证书',
    occupation: '养老护理员',
    edition: '2022',
    level: paper.level === 4 ? '三级/高级工' : '四级/中级工',
    issuedOn: paper.issuedOn,
    expiresOn: '',
    status,
    statusOn: '',
    asOf,
  }
  return registryColumns.map(({ key }) => texts[key])
}

/** A register as Beijing sends it, with its signature. */
export async function receive(
  { services, as }: Story,
  admin: Actor,
  second: Actor,
  asOf: Day,
  ...lines: string[][]
): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const keyId = await as(admin, () =>
    services.sourceKeys.register(
      {
        region: '110000',
        sender: '北京市职业技能鉴定管理中心（样例）',
        pem: String(publicKey.export({ type: 'spki', format: 'pem' })),
      },
      admin,
    ),
  )
  await as(second, () => services.sourceKeys.activate(keyId, second))
  const header = registryColumns.map(({ header: name }) => name)
  const bytes = Buffer.from([header, ...lines].map((line) => line.join(',')).join('\r\n'))
  const rows = lines.map((line, i): SheetRow => ({
    line: i + 2,
    cells: line.map((text) => ({ text, kind: text ? 'text' : 'blank' })),
  }))
  const id = await as(admin, () =>
    services.sourceRegisters.stage(
      { keyId, fileName: `beijing-${asOf}.csv`, bytes, signature: sign(null, bytes, privateKey) },
      { header, rows },
      admin,
    ),
  )
  await as(admin, () => services.sourceRegisters.confirm(id, admin))
}
