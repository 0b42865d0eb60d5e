import { sheetRows } from '../../scripts/demonstration/sheet-rows.js'
import { cook } from '../../scripts/demonstration/competitions.js'
import { holdContest } from '../../scripts/demonstration/contest-life.js'
import { cooking } from '../../scripts/demonstration/competition-schemes.js'
import { paperOf } from '../../scripts/demonstration/recognition-papers.js'
import type { Story } from '../../scripts/demonstration/story.js'
import { Competition } from '../../src/competitions/competitions/competition.model.js'
import { CompetitionEvent } from '../../src/competitions/events/event.model.js'
import { entryColumns, entryExample } from '../../src/competitions/entry-files/entry-columns.data.js'
import { schemeColumns } from '../../src/competitions/marking-schemes/scheme-columns.data.js'
import { batchColumns } from '../../src/papers/recognition-batches/batch-columns.data.js'
import { Certificate } from '../../src/papers/certificates/certificate.model.js'
import { LearningRecord } from '../../src/papers/learning-records/learning-record.model.js'
import { addDays, type Day } from '../../src/shared/dates.js'
import { apprenticeColumns, apprenticeExample } from '../../src/workplace/apprentice-files/apprentice-columns.data.js'
import { Apprentice } from '../../src/workplace/apprentices/apprentice.model.js'
import { Apprenticeship } from '../../src/workplace/apprenticeships/apprenticeship.model.js'

const scan = Buffer.from('%PDF-1.4\n%%EOF\n')

/** What is on its way in the rooms that the chapters of the demonstration leave at rest. */
export async function papersOnTheWay(story: Story, today: Day): Promise<void> {
  await mistakes(story)
  await ownRecords(story, today)
  await ownCaseReturned(story)
  await pausedPaper(story)
  await filesThatWait(story)
  await schemeInTwoVersions(story)
  await contestsBegun(story, today)
  await apprenticeOnBreak(story, today)
}

async function mistakes({ services, as, actor }: Story): Promise<void> {
  const admin = actor('admin')
  await services.mistakes.send({ page: '/open-courses', text: '安新县的电话打不通', contact: '13800001234' })
  const closed = await services.mistakes.send({ page: '/help', text: '第二段有错字' })
  await as(admin, () => services.mistakes.close(closed, '已改正', admin))
}

/** Work practice and diplomas that a holder added: waiting, returned, confirmed, cancelled; then a transcript. */
async function ownRecords({ services, as, actor, work }: Story, today: Day): Promise<void> {
  const [holder, office] = [actor('trainee1'), actor('anxin')]
  const add = (title: string) =>
    as(holder, () =>
      services.learningRecords.add(
        {
          facts: {
            kind: 'work-practice',
            place: `${title}服务部（样例）`,
            title,
            from: addDays(today, -300),
            to: addDays(today, -200),
            hours: 320,
          },
          office: 'county:130632',
          file: scan,
        },
        holder,
      ),
    )
  const decide = async (id: string, act: 'confirm' | 'return' | 'cancel', note?: string) => {
    const { version } = (await LearningRecord.findById(id).lean<{ version: number }>())!
    await as(office, () => services.learningRecords.decide(id, act, note, version, office))
  }
  await add('养老护理员')
  await decide(await add('家政服务员'), 'return', '请补上盖章的证明')
  await decide(await add('保育员'), 'confirm')
  const cancelled = await add('保洁员')
  await decide(cancelled, 'confirm')
  await decide(cancelled, 'cancel', '单位来函：没有这段经历')
  await work()
  await as(holder, () => services.transcripts.print(holder.personId!, holder))
}

async function ownCaseReturned({ services, as, actor }: Story): Promise<void> {
  const [holder, county] = [actor('trainee1'), actor('xiongxian')]
  const { paper } = paperOf(14)
  const person = { id: holder.personId! }
  const id = await as(holder, () => services.recognitions.apply({ person, county: '130638', paper }, holder))
  await as(county, () => services.recognitions.giveBack(id, '照片不清楚，请重新上传', county))
}

async function pausedPaper({ services, as, actor }: Story): Promise<void> {
  const admin = actor('admin')
  const paper = await Certificate.findOne({ family: 'completion', state: 'issued' })
    .sort({ issuedOn: -1, _id: 1 })
    .lean()
  await as(admin, () => services.certificates.hold(String(paper!._id), 'suspend', '有人反映代考，正在核查', admin))
}

/** Read, with lines to correct, and not confirmed yet. */
async function filesThatWait({ services, as, actor }: Story): Promise<void> {
  const enterprise = actor('xinqu')
  const plan = await Apprenticeship.findOne({ state: 'filed' }).lean<{ _id: string }>()
  const open = await Competition.findOne({ state: 'entries-open' }).lean()
  const event = await CompetitionEvent.findOne({ competitionId: String(open!._id) })
    .sort({ number: 1 })
    .lean()
  const apprentices = [apprenticeExample.map((text, i) => (i === 0 ? '芦春生' : text)), ['', '', '', '', '', '', '']]
  const applications = [batchColumns.map(({ key, example }) => (key === 'name' ? '苇明远' : example)), ['苇明亮']]
  await as(enterprise, async () => {
    await services.apprenticeFiles.stage(
      plan!._id,
      {
        fileName: '学徒名册.xlsx',
        header: apprenticeColumns.map(({ header }) => header),
        rows: sheetRows(apprentices),
      },
      enterprise,
    )
    await services.entryFiles.stage(
      String(event!._id),
      {
        fileName: '报名表.xlsx',
        header: entryColumns.map(({ header }) => header),
        rows: sheetRows([entryExample.map((text, i) => (i === 1 ? '芦春来' : text))]),
      },
      enterprise,
    )
    await services.recognitionBatches.stage(
      { fileName: '互认申请.xlsx', header: batchColumns.map(({ header }) => header), rows: sheetRows(applications) },
      enterprise,
    )
  })
}

async function schemeInTwoVersions({ services, as, actor }: Story): Promise<void> {
  const host = actor('weihai')
  const open = await Competition.findOne({ hostOrganisationId: host.organisationId!, state: 'entries-open' }).lean()
  const event = await CompetitionEvent.findOne({ competitionId: String(open!._id) })
    .sort({ number: 1 })
    .lean()
  const header = schemeColumns.map((column) => column.header)
  const bytes = Buffer.from([header, ...cooking].map((row) => row.join(',')).join('\r\n'))
  const file = { fileName: '评分方案.csv', bytes, contentType: 'text/csv', header, rows: sheetRows(cooking) }
  await as(host, async () => {
    const stage = () => services.schemes.stage(String(event!._id), file, host)
    await services.schemes.confirm(await stage(), host)
    await services.schemes.confirm(await stage(), host)
  })
}

/** A draft with an event, and one that waits for its review, of a host who reads. */
async function contestsBegun(story: Story, today: Day): Promise<void> {
  const facts = { tier: 'industry', host: 'weihai', region: '130632', place: '安新县职教中心（样例）' } as const
  const contest = { ...facts, contestFrom: addDays(today, 90), events: [cook(0)] }
  await holdContest(story, { ...contest, title: '安新县家常菜技能赛', until: 'draft' }, () => [])
  await holdContest(story, { ...contest, title: '安新县面点技能赛', until: 'submitted' }, () => [])
  story.on(today)
}

async function apprenticeOnBreak({ services, as, actor }: Story, today: Day): Promise<void> {
  const enterprise = actor('xinqu')
  const running = await Apprenticeship.findOne({ state: 'running' }).lean<{ _id: string }>()
  const one = await Apprentice.findOne({
    apprenticeshipId: running!._id,
    state: 'training',
    'breaks.0': { $exists: false },
  })
    .sort({ from: -1, _id: -1 })
    .lean()
  await as(enterprise, () =>
    services.apprenticeChanges.takeBreak(
      String(one!._id),
      { from: today, to: addDays(today, 20), reason: '病假' },
      enterprise,
    ),
  )
}
