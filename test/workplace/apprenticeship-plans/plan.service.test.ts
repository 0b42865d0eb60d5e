import { expect } from 'chai'
import { Apprenticeship } from '../../../src/workplace/apprenticeships/apprenticeship.model.js'
import { loadBasics, saveBody, saveInstitution } from '../../builders/course.js'
import { makeServices, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('the title of a plan', () => {
  usesDatabase()

  it('takes the next place of its own kind when another level is chosen, so that no two plans have one name', async () => {
    const { services } = makeServices()
    await loadBasics(services)
    const organisationId = await saveInstitution({ name: '雄安装备', capabilities: ['enterprise'], licences: [] })
    const enterprise = await saveActor({ role: 'enterprise', organisationId })
    const plan = {
      occupationId: '2022:6-29-01-01',
      level: 4,
      institutionId: await saveInstitution(),
      assessmentBodyId: await saveBody(),
      region: '130638',
      startsOn: '2022-12-01',
      endsOn: '2023-11-30',
      planned: 4,
      totalHours: 640,
      centralHours: 180,
      trainingPlan: '砌筑岗，企业导师带岗位，学校教师讲专业，每周集中教学一天。',
    }
    await services.apprenticeshipPlans.create(plan, enterprise)
    const second = await services.apprenticeshipPlans.create({ ...plan, level: 5 }, enterprise)
    const titleOf = async () => (await Apprenticeship.findById(second).lean())!.title
    const first = await titleOf()
    await services.apprenticeshipPlans.save(second, { ...plan, planned: 5 }, enterprise)
    const changed = await titleOf()
    await services.apprenticeshipPlans.save(second, { ...plan, planned: 6 }, enterprise)
    expect([first, changed, await titleOf()]).to.deep.equal([
      '砌筑工（二级/技师）新型学徒制 第1期',
      '砌筑工（三级/高级工）新型学徒制 第2期',
      '砌筑工（三级/高级工）新型学徒制 第2期',
    ])
  })
})
