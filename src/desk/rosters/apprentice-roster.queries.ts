import { Person } from '../../registry/people/person.model.js'
import type { Day } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../../workplace/apprenticeships/apprenticeship.model.js'
import { Apprentice, type ApprenticeRecord } from '../../workplace/apprentices/apprentice.model.js'
import { dueOn } from '../../workplace/apprentice-terms/apprentice-term.rules.js'
import { mentorshipQueries } from '../../workplace/mentorships/mentorship.queries.js'
import { guideOn } from '../../workplace/mentorships/mentorship.rules.js'

export interface RosterApprentice {
  name: string
  sex: string
  idMasked: string
  post: string
  contract: string
  term: string
  mentor: string
  teacher: string
  state: string
}
export interface ApprenticeRoster {
  number: string
  title: string
  enterpriseName: string
  institutionName: string
  skill: string
  startsOn: Day
  endsOn: Day
  planned: number
  filedOn?: Day
  apprentices: RosterApprentice[]
}

export const findClass = (id: string): Promise<ApprenticeshipRecord | null> =>
  Apprenticeship.findById(id).lean<ApprenticeshipRecord>()

const states: Record<ApprenticeRecord['state'], string> = {
  training: '在培',
  exited: '退出',
  transferred: '转班',
  certified: '持证',
  completed: '未持证',
  'not-completed': '未完成',
}
const sexes: Record<string, string> = { male: '男', female: '女' }

/** Everybody who ever stood in the class, in the order of entry; only what a paper may show. */
export async function apprenticeRosterOf(one: ApprenticeshipRecord, today: Day): Promise<ApprenticeRoster> {
  const rows = await Apprentice.find({ apprenticeshipId: String(one._id) })
    .sort({ createdAt: 1, _id: 1 })
    .lean<ApprenticeRecord[]>()
  const people = await Person.find({ _id: { $in: rows.map(({ personId }) => personId) } })
    .select('sex')
    .lean<{ _id: string; sex: string }[]>()
  const sexOf = new Map(people.map(({ _id, sex }) => [_id, sexes[sex] ?? '']))
  const guides = await mentorshipQueries.ofApprentices(rows.map(({ _id }) => String(_id)))
  return {
    number: one.number,
    title: one.title,
    enterpriseName: one.enterpriseName,
    institutionName: one.institutionName,
    skill: `${one.occupationName}（${levelPrinted(one.level as Level)}）`,
    startsOn: one.startsOn,
    endsOn: one.endsOn,
    planned: one.planned,
    ...(one.filedOn && { filedOn: one.filedOn }),
    apprentices: rows.map((row): RosterApprentice => {
      const last = row.exitedOn ?? dueOn(row)
      const day = today < row.from ? row.from : today > last ? last : today
      const guide = (kind: 'mentor' | 'teacher') =>
        guideOn(guides.get(String(row._id)) ?? [], kind, day)?.guideName ?? ''
      return {
        name: row.personName,
        sex: sexOf.get(row.personId) ?? '',
        idMasked: row.idMasked,
        post: row.post ?? '',
        contract: row.labourContract ? `${row.labourContract.from} 至 ${row.labourContract.to}` : '',
        term: `${row.from} 至 ${last}`,
        mentor: guide('mentor'),
        teacher: guide('teacher'),
        state: states[row.state],
      }
    }),
  }
}
