import { addDays, type Day } from '../../src/shared/dates.js'
import type { RecordFacts } from '../../src/papers/learning-records/learning-record.rules.js'
import { photoFor } from './photos.js'
import type { Story } from './story.js'

/** What the holder of trainee1 added to the account: confirmed, returned, waiting. */
export async function addOwnRecords({ services, as, on, actor, actors, work }: Story, today: Day): Promise<void> {
  const trainee = actors.get('trainee1')
  if (!trainee) return
  const county = actor('anxin')
  const file = await photoFor('female', 2)
  const add = (facts: RecordFacts) =>
    as(trainee, () => services.learningRecords.add({ facts, office: 'county:130632', file }, trainee))
  const decide = (id: string, act: 'confirm' | 'return', note?: string) =>
    as(county, () => services.learningRecords.decide(id, act, note, 0, county))
  const practice = { kind: 'work-practice', place: '雄安新程建设有限公司', title: '砌筑班组' } as const
  on(addDays(today, -30))
  const worked = await add({ ...practice, from: addDays(today, -240), to: addDays(today, -120), hours: 480 })
  const diploma = await add({
    kind: 'diploma',
    place: '安新县职业技术教育中心（样例）',
    title: '护理',
    education: '40',
    to: '2019-07-01',
    number: 'ZZ2019130632000017',
  })
  const unclear = await add({
    ...practice,
    title: '质量检查',
    from: addDays(today, -110),
    to: addDays(today, -60),
    hours: 200,
  })
  on(addDays(today, -28))
  await decide(worked, 'confirm')
  await decide(diploma, 'confirm')
  await decide(unclear, 'return', '证明没有单位盖章，请补盖后重新上传')
  on(addDays(today, -3))
  await add({ ...practice, title: '安全员助理', from: addDays(today, -58), to: addDays(today, -5), hours: 160 })
  await work()
}
