import { creditCodeCheck } from '../../src/shared/credit-code.js'
import type { Actor, Role } from '../../src/shared/permissions.js'
import type { Story } from './story.js'
import { demoOrganisations } from './organisations.js'

export const demoPassword = 'reeds-on-the-lake-1901'

export interface DemoAccount {
  username: string
  name: string
  role: Role
  organisation?: string
  region?: string
}

/** Who can sign in to the demonstration. */
export const demoAccounts: readonly DemoAccount[] = [
  { username: 'admin', name: '周明澜', role: 'administrator' },
  { username: 'admin2', name: '秦思源', role: 'administrator' },
  { username: 'rongcheng', name: '贾文泽', role: 'county-officer', region: '130629' },
  { username: 'anxin', name: '白雁清', role: 'county-officer', region: '130632' },
  { username: 'xiongxian', name: '段志远', role: 'county-officer', region: '130638' },
  { username: 'weihai', name: '芦长庆', role: 'institution-manager', organisation: 'weihai' },
  { username: 'weihai.clerk', name: '荷小雨', role: 'institution-clerk', organisation: 'weihai' },
  { username: 'shifan', name: '马立新', role: 'institution-manager', organisation: 'shifan' },
  { username: 'fuzhuang', name: '田秀英', role: 'institution-manager', organisation: 'fuzhuang' },
  { username: 'qicheng', name: '石建军', role: 'institution-manager', organisation: 'qicheng' },
  { username: 'beijing', name: '京海波', role: 'institution-manager', organisation: 'beijing' },
  { username: 'tianjin', name: '津雪梅', role: 'institution-manager', organisation: 'tianjin' },
  { username: 'luhua', name: '韩菊芳', role: 'assessment-body', organisation: 'luhua' },
  { username: 'baiyang', name: '邵文亮', role: 'assessment-body', organisation: 'baiyang' },
  { username: 'xinqu', name: '高鹏', role: 'enterprise', organisation: 'xinqu' },
  { username: 'mentor', name: '石志刚', role: 'mentor', organisation: 'xinqu' },
  { username: 'judge', name: '雷震', role: 'judge' },
  { username: 'auditor', name: '严清', role: 'auditor' },
  { username: 'operator', name: '段云', role: 'operator' },
]

/** Organisations as they would file themselves, each reviewed by somebody else; then the accounts. */
export async function makeRegistry(story: Story): Promise<void> {
  const { services, as } = story
  const lineages = [...new Set((await services.occupations.list()).map(({ lineage }) => lineage))]
  for (const account of demoAccounts.filter(({ organisation }) => !organisation)) await addAccount(story, account)
  for (const [index, organisation] of demoOrganisations.entries()) {
    const { key, state, certificatePrefix, ...rest } = organisation
    const first17 = `91133100MA${String(100 + index)}XAJ${index % 10}`
      .replace(/[IOSVZ]/g, 'A')
      .padEnd(17, '7')
      .slice(0, 17)
    const maker: Actor = { id: `demo-${key}`, username: key, name: '机构经办', role: 'administrator' }
    const teaches = !organisation.capabilities.includes('enterprise')
    const id = await as(maker, () =>
      services.organisations.register(
        {
          ...rest,
          creditCode: `${first17}${creditCodeCheck(first17)}`,
          creditCodeWarning: false,
          contactName: '联系人',
          contactPhone: '0312-0000000',
          ...(certificatePrefix && { certificatePrefix }),
          licences: teaches
            ? lineages.map((occupation) => ({
                occupation,
                maxLevel: 6,
                from: '2021-01-01',
                document: '样例许可〔2021〕1号',
              }))
            : [],
        },
        maker,
      ),
    )
    story.organisations.set(key, id)
    await review(story, id, state ?? 'approved', maker)
  }
  for (const account of demoAccounts.filter(({ organisation }) => organisation)) await addAccount(story, account)
}

async function review({ services, as, actor }: Story, id: string, state: string, maker: Actor): Promise<void> {
  if (state === 'draft') return
  await as(maker, () => services.organisations.submit(id, maker))
  if (state === 'submitted') return
  const administrator = actor('admin')
  if (state === 'returned')
    return void (await as(administrator, () =>
      services.organisationReviews.giveBack(id, '办学许可证已过期，请上传新的许可证', administrator),
    ))
  await as(administrator, () => services.organisationReviews.approve(id, administrator))
  if (state === 'suspended')
    await as(administrator, () =>
      services.organisationReviews.suspend(id, '抽查发现教师与备案不符，整改期间暂停开班', administrator),
    )
}

async function addAccount(story: Story, { username, name, role, organisation, region }: DemoAccount): Promise<void> {
  const organisationId = organisation && story.organisations.get(organisation)
  const id = await story.services.accounts.create({
    username,
    name,
    role,
    password: demoPassword,
    ...(organisationId && { organisationId }),
    ...(region && { region }),
  })
  story.actors.set(username, {
    id,
    username,
    name,
    role,
    ...(organisationId && { organisationId }),
    ...(region && { region }),
  })
}
