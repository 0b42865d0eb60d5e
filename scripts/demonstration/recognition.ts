import { generateKeyPairSync, sign } from 'node:crypto'
import type { SheetRow } from '../../src/infra/sheets/sheet-read.js'
import type { Application } from '../../src/papers/recognitions/recognition-application.service.js'
import { registryColumns, type RegistryKey } from '../../src/papers/source-registers/registry-columns.data.js'
import { addDays, type Day } from '../../src/shared/dates.js'
import { idCheckDigit } from '../../src/shared/id-card.js'
import type { Actor } from '../../src/shared/permissions.js'
import { Recognition } from '../../src/papers/recognitions/recognition.model.js'
import { photoFor } from './photos.js'
import type { Story } from './story.js'

type Paper = Application & { person: { name: string; idType: 'resident-id'; idNumber: string } }
const carer = '2022:4-10-01-05'
const names = [
  '京小荷',
  '津海生',
  '苇明远',
  '芦秋实',
  '荷春晓',
  '雁长空',
  '淀清波',
  '莲心洁',
  '舟行远',
  '柳依依',
  '蒲青云',
  '菱角儿',
  '鹭飞白',
] as const

/** A paper of a neighbour, in invented hands, born in 1901. */
function paperOf(index: number, overrides: Partial<Paper['paper']> = {}): Paper {
  const region = index % 3 === 1 ? '120000' : '110000'
  const first17 = `${region.slice(0, 3)}108190102${String(1 + (index % 27)).padStart(2, '0')}${String(index * 2 + 1).padStart(3, '0')}`
  const issuer = region === '110000' ? '北京市养老护理评价中心（样例）' : '天津市护理技能评价中心（样例）'
  return {
    county: '130638',
    person: {
      name: names[index % names.length]!,
      idType: 'resident-id',
      idNumber: `${first17}${idCheckDigit(first17)}`,
    },
    paper: {
      region,
      family: 'level-certificate',
      occupationId: carer,
      level: 3 + (index % 2),
      number: `S0000${region.slice(0, 2)}00000124${3 + (index % 2)}${String(100 + index).padStart(6, '0')}`,
      issuer,
      issuedOn: '2024-06-18',
      ...overrides,
    },
  }
}

/** Recognition of papers of Beijing and Tianjin: an agreement, a signed register, and cases in every state. */
export async function recogniseNeighbours(story: Story, today: Day): Promise<void> {
  const { services, as, on, actor, work } = story
  const { agreements, recognitions } = services
  const [admin, second, county] = [actor('admin'), actor('admin2'), actor('xiongxian')]
  const enterprise: Actor = { ...actor('xinqu'), organisationName: '雄安新程建设有限公司' }
  const picture = await photoFor('female', 1)
  on(addDays(today, -80))
  await as(admin, async () => {
    const id = await agreements.create(
      {
        number: '京津雄人社协〔2026〕1号（样例）',
        title: '京津雄职业技能评价结果互认协议（样例）',
        kind: 'recognise',
        clause: '第3条',
        sample: true,
        from: addDays(today, -80),
        to: addDays(today, 900),
      },
      admin,
    )
    for (const region of ['110000', '120000']) {
      await agreements.addRows(
        id,
        {
          object: 'certificate',
          region,
          family: 'level-certificate',
          occupationId: carer,
          levels: [2, 3, 4, 5],
          effects: ['post', 'next-level', 'competition', 'credits', 'talent-statistics'],
        },
        admin,
      )
      for (const object of ['assessment-body', 'institution'] as const)
        await agreements.addRows(id, { object, region, effects: ['post'] }, admin)
    }
    await agreements.propose(id, admin)
    await as(second, () => agreements.publish(id, second))
    await agreements.create(
      {
        number: '京津雄人社协〔2026〕2号（样例）',
        title: '焊工一试多证协议（样例）',
        kind: 'joint-exam',
        clause: '第2条',
        sample: true,
        from: today,
      },
      admin,
    )
  })

  const apply = (paper: Paper) => as(enterprise, () => recognitions.apply(paper, enterprise))
  const accept = (id: string) => as(county, () => recognitions.accept(id, county))
  const look = (id: string, result: 'agrees' | 'not-found' | 'facts-differ' | 'revoked') =>
    as(county, () =>
      recognitions.lookUp(
        id,
        { place: 'jndj.osta.org.cn', result, fields: result === 'facts-differ' ? ['level'] : [], picture },
        county,
      ),
    )
  const compare = (id: string) => as(county, () => recognitions.compare(id, { bodyNotFiled: false }, county))
  const decide = (id: string, granted: boolean) =>
    as(second, async () => {
      const one = await Recognition.findById(id).lean()
      await recognitions.decide(
        id,
        { granted, reasons: granted ? [] : ((one?.opinion?.reasons ?? []) as never) },
        second,
      )
    })
  const upTo = async (paper: Paper, ...steps: ((id: string) => Promise<unknown>)[]) => {
    const id = await apply(paper)
    for (const step of steps) await step(id)
    return id
  }
  const agreed = (id: string) => look(id, 'agrees')
  const grant = [accept, agreed, compare, (id: string) => decide(id, true)]

  on(addDays(today, -40))
  const withRegister = [paperOf(0), paperOf(3)]
  await upTo(paperOf(1), ...grant)
  await upTo(paperOf(2), ...grant)
  const flagged = await upTo(withRegister[1]!, ...grant)
  const revoked = await upTo(paperOf(4), ...grant, (id) => look(id, 'revoked'))
  await as(second, () => recognitions.revoke(revoked, '来源地书面确认撤销', second))
  await upTo(paperOf(5, { level: 6 }), accept, agreed, compare, (id) => decide(id, false))
  const { number } = (await Recognition.findById(flagged).lean())!
  await as(enterprise, () =>
    recognitions.rely({ number, name: withRegister[1]!.person.name, purpose: '养老护理员岗位聘用' }, enterprise),
  )

  on(addDays(today, -5))
  await receive(
    story,
    admin,
    second,
    addDays(today, -6),
    registerLine(withRegister[0]!, '有效', addDays(today, -6)),
    registerLine(withRegister[1]!, '撤销', addDays(today, -6)),
  )
  await work()
  await upTo(withRegister[0]!, accept)
  on(addDays(today, -2))
  await upTo(paperOf(6), accept, (id) => look(id, 'not-found'))
  await upTo(paperOf(7), accept, agreed, compare)
  await upTo(paperOf(8), accept)
  await upTo(paperOf(9), (id) => as(county, () => recognitions.giveBack(id, '证书照片不清楚，请重新上传', county)))
  await upTo(paperOf(10), (id) => as(enterprise, () => recognitions.withdraw(id, '填错了持证人', enterprise)))
  await upTo(paperOf(11))
  await ownCase(story)
}

function registerLine({ person, paper }: Paper, status: string, asOf: Day): string[] {
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
async function receive(
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

/** A trainee with an account has one of his own. */
async function ownCase({ services, as, actors }: Story): Promise<void> {
  const trainee = actors.get('trainee1')
  if (!trainee?.personId) return
  await as(trainee, () =>
    services.recognitions.apply(
      { person: { id: trainee.personId! }, county: '130632', paper: paperOf(12).paper },
      trainee,
    ),
  )
}
