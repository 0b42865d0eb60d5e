import { addDays, type Day } from '../../src/shared/dates.js'
import { apprenticeColumns, type ApprenticeKey } from '../../src/workplace/apprentice-files/apprentice-columns.data.js'
import { Apprentice } from '../../src/workplace/apprentices/apprentice.model.js'
import { logIdOf } from '../../src/workplace/workplace-logs/log.model.js'
import type { DemoPerson } from './people.js'
import { demoPassword } from './registry.js'
import { sheetRows } from './sheet-rows.js'
import type { Story } from './story.js'

/** One of a class goes on in another class of the enterprise: the days learnt go along. */
export async function changeClass({ services, as, actor, on }: Story, from: string, to: string, today: Day) {
  const firm = actor('xinqu')
  const [one] = await Apprentice.find({ apprenticeshipId: from, state: 'training' }).sort({ _id: -1 }).limit(1).lean()
  on(addDays(today, -20))
  await as(firm, () =>
    services.apprenticeChanges.transfer(
      String(one!._id),
      { classId: to, on: addDays(today, -20), reason: '原班组撤并，转入同一职业同一等级的班' },
      firm,
    ),
  )
}

/** Days of learning at work, written on a phone: signed, returned, waiting; and one that the mentor wrote. */
export async function keepLogs({ services, as, actor, actors, on }: Story, classId: string, today: Day) {
  const mentor = actor('mentor')
  const [own, other] = await Apprentice.find({ apprenticeshipId: classId, state: 'training', transferredFrom: null })
    .sort({ _id: 1 })
    .limit(2)
    .lean()
  const { personId, personName: name, _id } = own!
  const username = 'apprentice'
  const id = await services.accounts.create({ username, name, role: 'trainee', password: demoPassword, personId })
  const apprentice = { id, username, name, role: 'trainee' as const, personId }
  actors.set(username, apprentice)
  const write = (day: Day, task: string, learnt: string) => {
    on(day)
    return as(apprentice, () =>
      services.workplaceLogs.write(String(_id), { on: day, hours: 6, task, learnt }, apprentice),
    )
  }
  const [first, second, third, fourth] = [-4, -3, -2, -1].map((days) => addDays(today, days)) as [Day, Day, Day, Day]
  await write(first, '拌砂浆，砌 24 墙 2 平方米', '灰缝控制在 10 毫米左右')
  await write(second, '立皮数杆，砌转角', '转角要先校垂直')
  await as(mentor, () => services.workplaceLogs.sign([logIdOf(String(_id), first)], mentor))
  await as(mentor, () => services.workplaceLogs.giveBack(logIdOf(String(_id), second), '请写清楚用了什么量具', mentor))
  await write(third, '砌隔墙 3 平方米，勾缝', '勾缝前墙面要洒水')
  await write(fourth, '检查垂直度和平整度，返工 2 处', '用 2 米靠尺和塞尺')
  await as(mentor, () =>
    services.workplaceLogs.write(
      String(other!._id),
      { on: fourth, hours: 6, task: '跟班砌基础墙，认识材料和工具', learnt: '安全交底' },
      mentor,
    ),
  )
}

/** Rosters by file: one that was taken back, one that stands, one that still waits; each has a row to correct. */
export async function sendRosters(
  { services, as, actor, on }: Story,
  classId: string,
  people: readonly DemoPerson[],
  today: Day,
) {
  const firm = actor('xinqu')
  on(today)
  const stage = (fileName: string, ...rows: Partial<Record<ApprenticeKey, string>>[]) =>
    as(firm, () =>
      services.apprenticeFiles.stage(
        classId,
        {
          fileName,
          header: apprenticeColumns.map(({ header }) => header),
          rows: sheetRows(rows.map((row) => apprenticeColumns.map(({ key }) => row[key] ?? ''))),
        },
        firm,
      ),
    )
  const [first, second, third, fourth] = people.map(rowOf)
  const wrongDigit = {
    ...third!,
    idNumber: `${third!.idNumber.slice(0, 17)}${third!.idNumber.endsWith('0') ? '1' : '0'}`,
  }
  const taken = await stage('学徒名册-误传.xlsx', first!, wrongDigit)
  await as(firm, () => services.apprenticeFiles.confirm(taken, firm))
  await as(firm, () => services.apprenticeFiles.withdraw(taken, firm))
  const kept = await stage('学徒名册-更正.xlsx', second!, { ...wrongDigit, mentor: '查无此人' })
  await as(firm, () => services.apprenticeFiles.confirm(kept, firm))
  await stage('学徒名册-补报.xlsx', fourth!, wrongDigit, { ...first!, labourFrom: '2026-02-30', category: '农民' })
}

const rowOf = ({ name, idNumber, phone }: DemoPerson) => ({
  name,
  idNumber,
  phone,
  category: '企业职工',
  post: '砌筑岗',
})
