import { addDays, type Day } from '../../src/shared/dates.js'
import type { Actor } from '../../src/shared/permissions.js'
import { Recognition } from '../../src/papers/recognitions/recognition.model.js'
import { carer, paperOf, type Paper } from './recognition-papers.js'
import { receive, registerLine } from './recognition-register.js'
import { photoFor } from './photos.js'
import type { Story } from './story.js'

/** Recognition of papers of Beijing and Tianjin: an agreement, a signed register, and cases in every state. */
export async function recogniseNeighbours(story: Story, today: Day): Promise<void> {
  const { services, as, on, actor, actors, work } = story
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
  const trainee = actors.get('trainee1')
  const applyOwn = (paper: Paper) =>
    as(trainee!, () =>
      recognitions.apply({ person: { id: trainee!.personId! }, county: '130638', paper: paper.paper }, trainee!),
    )
  const own = async (paper: Paper) => {
    const id = await applyOwn(paper)
    for (const step of grant) await step(id)
    return id
  }
  if (trainee) await own(paperOf(12, { level: 4 }))
  const ownRevoked = trainee && (await own(paperOf(13, { level: 3 })))
  const withRegister = [paperOf(0), paperOf(3)]
  await upTo(paperOf(1), ...grant)
  await upTo(paperOf(2), ...grant)
  const flagged = await upTo(withRegister[1]!, ...grant)
  const revoked = await upTo(paperOf(4), ...grant)
  // The statements are made before the sources end, so that the revoked one is a paper that can be verified.
  await work()
  for (const id of [revoked, ...(ownRevoked ? [ownRevoked] : [])]) {
    await look(id, 'revoked')
    await as(second, () => recognitions.revoke(id, '来源地书面确认撤销', second))
  }
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
  if (trainee) await applyOwn(paperOf(15, { level: 5 }))
}
