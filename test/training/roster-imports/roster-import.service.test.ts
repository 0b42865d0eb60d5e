import { expect } from 'chai'
import type { SheetRow } from '../../../src/infra/sheet-reading/sheet-read.js'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { Task } from '../../../src/office/tasks/task.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import { RosterImport, RosterRow } from '../../../src/training/roster-imports/roster-import.model.js'
import { loadBasics, putInState, saveRun, someone } from '../../builders/course.js'
import { codeOf, enrol } from '../../builders/enrolment.js'
import { newIdNumber, savePerson } from '../../builders/person.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const header = ['姓名*', '证件号码*', '手机号码', '人员类别*']
const category = '农村转移就业劳动者'
type Line = readonly [name: string, idNumber: string, phone?: string, category?: string]
const rowsOf = (lines: readonly Line[]): SheetRow[] =>
  lines.map(([name, id, phone = '', kind = category], i) => ({
    line: i + 2,
    cells: [name, id, phone, kind].map((text) => ({ text, kind: text ? 'text' : 'blank' })),
  }))
const fileOf = (...lines: Line[]) => ({ fileName: '学员名单.xlsx', header, rows: rowsOf(lines) })
const people = (count: number): Line[] =>
  Array.from({ length: count }, (_, i) => [`安小${'荷苇芦渡舟'[i % 5]}`, newIdNumber()] as const)

describe('roster imports', () => {
  usesDatabase()
  const app = makeServices()
  const { services } = app
  const { rosterImports, courseRuns } = services
  before(() => loadBasics(services))

  const stateOf = async (id: string) => (await RosterImport.findById(id).lean())!
  const enrolledIn = (courseRunId: string) => Enrolment.countDocuments({ courseRunId, state: 'enrolled' })
  async function imported(lines: readonly Line[], until: 'draft' | 'filed' = 'draft', capacity = 60) {
    const run = await saveRun(services, { until, input: { capacity } })
    const id = await rosterImports.stage(run.id, fileOf(...lines), run.manager)
    return { ...run, importId: id }
  }
  async function written(lines: readonly Line[]) {
    const made = await imported(lines)
    await rosterImports.confirm(made.importId, made.manager)
    await deliverAll(app, 'imports.write-roster')
    return made
  }

  it('write nothing before they are confirmed', async () => {
    const { id, importId } = await imported([
      ['安小荷', newIdNumber()],
      ['', newIdNumber()],
    ])
    const { state, counts, faults, expiresAt } = await stateOf(importId)
    expect([state, { ...counts }, faults]).to.deep.equal(['preview', { new: 1, update: 0, same: 0, fault: 1 }, 1])
    expect((expiresAt!.getTime() - Date.now()) / 86_400_000).to.be.within(6.9, 7)
    expect([await Person.countDocuments(), await enrolledIn(id), (await courseRuns.get(id)).enrolled]).to.deep.equal([
      0, 0, 0,
    ])
  })

  it('seal what the file says', async () => {
    const { importId } = await imported([['安小荷', '130632190101010025', '13800001234']])
    const row = JSON.stringify(await RosterRow.findOne({ importId }).lean())
    expect(row).to.not.include('130632190101010025').and.not.include('13800001234')
  })

  it('write the good lines by the job, once for two deliveries', async () => {
    const { id, importId, manager } = await imported([...people(3), ['', newIdNumber()]])
    const [task, again] = [
      await rosterImports.confirm(importId, manager),
      await rosterImports.confirm(importId, manager),
    ]
    expect(again).to.equal(task)
    expect(Object.values(await deliverAll(app, 'imports.write-roster'))).to.deep.equal(['done'])
    await rosterImports.write(importId, { fence: async () => undefined })
    const { state, written: done } = await stateOf(importId)
    expect([
      state,
      { ...done },
      await enrolledIn(id),
      (await courseRuns.get(id)).enrolled,
      await OutboxRow.countDocuments({ type: 'imports.write-roster', 'payload.importId': importId }),
    ]).to.deep.equal(['done', { new: 3, update: 0, same: 0, fault: 0 }, 3, 3, 1])
    const { state: taskState, done: count, total, resultHref } = (await Task.findById(task).lean())!
    expect([taskState, count, total, resultHref]).to.deep.equal(['done', 3, 3, `/imports/${importId}`])
    expect(await RosterRow.countDocuments({ importId, state: 'written', cells: { $exists: true } })).to.equal(0)
  })

  for (const after of [0, 1, 2]) {
    it(`go on after a crash behind ${after} transactions, and write every line once`, async () => {
      const { id, importId, manager } = await imported(people(120), 'draft', 200)
      await rosterImports.confirm(importId, manager)
      let committed = 0
      const dying = {
        fence: async () => {
          if (committed >= after) throw new Error('killed')
          committed += 1
        },
      }
      await rosterImports.write(importId, dying).catch(() => undefined)
      const total = (await stateOf(importId)).counts!.new
      expect(await enrolledIn(id)).to.equal(Math.min(after * 50, total))
      await Promise.all([
        rosterImports.write(importId, { fence: async () => undefined }),
        deliverAll(app, 'imports.write-roster'),
      ]).catch(() => undefined)
      await rosterImports.write(importId, { fence: async () => undefined })
      const done = await stateOf(importId)
      expect([done.state, done.written?.new, await enrolledIn(id), (await courseRuns.get(id)).enrolled]).to.deep.equal([
        'done',
        total,
        total,
        total,
      ])
    })
  }

  it('tell new, changed and unchanged lines apart when the file comes again', async () => {
    const [first, second, third] = people(3) as [Line, Line, Line]
    const { id, manager } = await written([first, second])
    const again = await rosterImports.stage(id, fileOf([first[0], first[1], '13900005521'], second, third), manager)
    expect({ ...(await stateOf(again)).counts }).to.deep.equal({ new: 1, update: 1, same: 1, fault: 0 })
    await rosterImports.confirm(again, manager)
    await deliverAll(app, 'imports.write-roster')
    expect([{ ...(await stateOf(again)).written }, await enrolledIn(id)]).to.deep.equal([
      { new: 1, update: 1, same: 1, fault: 0 },
      3,
    ])
  })

  it('name the masked owner of a number that belongs to another name', async () => {
    const { id, manager } = await saveRun(services, { until: 'draft' })
    const { typedId } = await savePerson(services, { organisationId: 'elsewhere', name: '张晓明' })
    const importId = await rosterImports.stage(id, fileOf(['李晓明', typedId]), manager)
    expect(
      (await RosterRow.findOne({ importId }).lean())!.faults!.map(({ column, code, params }) => [column, code, params]),
    ).to.deep.equal([['name', 'name-differs', { known: '张*明' }]])
  })

  it('warn of another run on the same days, and of a shared phone', async () => {
    const other = await saveRun(services, { until: 'draft' })
    const { person } = await enrol(services, other.id, other.manager, { name: '安小荷' })
    await putInState(other.id, 'filed')
    const { id, manager } = await saveRun(services, { until: 'draft' })
    const importId = await rosterImports.stage(
      id,
      fileOf(['安小荷', person.typedId, '13900005521'], ['马长海', newIdNumber(), '13900005521']),
      manager,
    )
    const rows = await RosterRow.find({ importId }).sort({ line: 1 }).lean()
    expect(rows.map(({ warnings }) => warnings!.map(({ code }) => code).join())).to.deep.equal([
      'overlap,phone-shared',
      'phone-shared',
    ])
    expect((rows[0]!.warnings![0]!.params as Record<string, string>)['title']).to.equal('')
  })

  it('never call themselves done when a line was lost', async () => {
    const { importId, manager } = await imported(people(2))
    await rosterImports.confirm(importId, manager)
    await RosterRow.deleteOne({ importId })
    await deliverAll(app, 'imports.write-roster')
    const { state, failure } = await stateOf(importId)
    expect([state, failure]).to.deep.equal(['failed', 'rosterImports.lines-lost'])
  })

  it('refuse alone the line whose person was registered under another name meanwhile', async () => {
    const lines = people(3)
    const { id, importId, manager } = await imported(lines)
    await rosterImports.confirm(importId, manager)
    await savePerson(services, { organisationId: 'elsewhere', name: '完全不同', idNumber: lines[1]![1] })
    await deliverAll(app, 'imports.write-roster')
    const { state, written: done, refused } = await stateOf(importId)
    expect([state, done?.new, refused, await enrolledIn(id)]).to.deep.equal(['done', 2, 1, 2])
    expect((await RosterRow.findOne({ importId, state: 'refused' }).lean())!.faults![0]!.code).to.equal('name-differs')
  })

  it('are not confirmed beyond the capacity, nor when the run was closed meanwhile', async () => {
    const { id, importId, manager } = await imported(people(3), 'draft', 2)
    expect(await codeOf(rosterImports.confirm(importId, manager))).to.equal('refused: rosterImports.over-capacity')
    const later = await imported(people(1))
    await rosterImports.confirm(later.importId, later.manager)
    await putInState(later.id, 'withdrawn')
    await deliverAll(app, 'imports.write-roster')
    const { state, failure } = await stateOf(later.importId)
    expect([state, failure, await enrolledIn(later.id), await enrolledIn(id)]).to.deep.equal([
      'failed',
      'enrolments.roster-closed',
      0,
      0,
    ])
  })

  it('are withdrawn whole, and leave the people and other imports alone', async () => {
    const [first, second] = people(2) as [Line, Line]
    const { id, importId, manager } = await written([first])
    const other = await rosterImports.stage(id, fileOf(first, second), manager)
    await rosterImports.confirm(other, manager)
    await deliverAll(app, 'imports.write-roster')
    const before = await Person.countDocuments()
    expect(await rosterImports.withdraw(importId, manager)).to.equal(1)
    expect([
      await enrolledIn(id),
      (await courseRuns.get(id)).enrolled,
      await Person.countDocuments(),
      (await stateOf(importId)).state,
    ]).to.deep.equal([1, 1, before, 'withdrawn'])
    await Enrolment.updateOne({ courseRunId: id, state: 'enrolled' }, { $set: { theoryScore: 70 } })
    expect(await codeOf(rosterImports.withdraw(other, manager))).to.equal('refused: enrolments.run-has-results')
  })

  it('belong to their institution', async () => {
    const { id, importId } = await imported(people(1))
    const stranger = someone('institution-manager', { organisationId: 'other' })
    expect(await codeOf(rosterImports.confirm(importId, stranger))).to.equal('forbidden: not-yours')
    expect(await codeOf(rosterImports.stage(id, fileOf(...people(1)), stranger))).to.equal('forbidden: not-yours')
    expect(await codeOf(rosterImports.confirm(importId, someone('administrator')))).to.equal('forbidden: not-your-role')
  })
})
