import { expect } from 'chai'
import { load } from 'cheerio'
import { Policy } from '../../../src/office/policies/policy.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import { appAs, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { saveCompletion, saveCountedRun, saveTrainee, saveTrainingOrganisation } from '../../builders/person-time.js'

describe('/person-times', function () {
  this.timeout(60_000)
  usesDatabase()
  const ids: Record<string, string> = {}
  let first = ''

  before(async () => {
    const { services } = makeServices()
    await services.policies.loadSeeds()
    await saveTrainingOrganisation()
    await saveTrainingOrganisation({ _id: 'org-2', name: '雄县示范职业培训学校', region: '130638' })
    const people = [await saveTrainee(), await saveTrainee(), await saveTrainee()]
    const here = await saveCountedRun({ closedOn: '2022-07-20' })
    const there = await saveCountedRun({
      closedOn: '2022-08-20',
      organisationId: 'org-2',
      organisationName: '雄县示范职业培训学校',
      region: '130638',
      course: { lineage: 'welder', occupationName: '焊工' },
    })
    for (const person of people) await saveCompletion(here, person)
    for (const person of people) await saveCompletion(there, person)
    first = people[0]!
    ids['here'] = `${here}:${first}`
    ids['there'] = `${there}:${first}`
    await Enrolment.updateOne(
      { _id: ids['there'] },
      {
        $set: {
          completed: false,
          completionReasons: ['low-attendance'],
          attendedTheoryHours: 43,
          attendedPracticeHours: 50,
        },
      },
    )
    for (const run of [here, there]) await services.personTimes.settleRun(run)
  })

  const rows = (html: string): number => load(html)('main tbody tr').length
  const meta = (html: string): string => load(html)('.xa-title .xa-mute').text().trim()

  it('shows every candidate to an administrator, in 人次 and in 人', async () => {
    const { browser } = await appAs('administrator')
    const page = await browser.get('/person-times')
    expect(page.status).to.equal(200)
    expect(meta(page.text)).to.equal('6 人次 · 3 人')
    expect(rows(page.text)).to.equal(6)
  })

  it('is as long as its figure says, by rows and by person', async () => {
    const { browser } = await appAs('administrator')
    for (const [query, personTimes, people] of [
      ['verdict=counted', 5, 3],
      ['verdict=excluded', 1, 1],
      ['county=130638', 3, 3],
      ['occupation=welder&verdict=counted', 2, 2],
      ['month=2022-07', 3, 3],
      ['quarter=2022Q3', 6, 3],
      ['year=2021', 0, 0],
    ] as const) {
      const list = await browser.get(`/person-times?${query}`)
      expect(meta(list.text), query).to.equal(`${personTimes} 人次 · ${people} 人`)
      expect(rows(list.text), query).to.equal(personTimes)
      expect(rows((await browser.get(`/person-times?${query}&by=person`)).text), query).to.equal(people)
    }
  })

  it('states the rule above the list, with its figure, clause and first day', async () => {
    const { browser } = await appAs('administrator')
    const html = load((await browser.get('/person-times?reason=low-attendance')).text)
    const rule = html('.xa-rule').text()
    expect(rule)
      .to.include('出勤学时达到应训学时的 80%')
      .and.include('样例：出勤率达到 80%')
      .and.match(/2021-01-01.* 起施行/)
    expect(html('main tbody').text()).to.include('93 / 120 学时，77.5%')
  })

  it('speaks English when asked', async () => {
    const { browser } = await appAs('administrator')
    const page = await browser.get('/person-times?reason=low-attendance&lang=en')
    expect(page.text).to.include('Attendance must reach 80% of the required hours')
    expect(load(page.text)('body').text()).not.to.match(/personTimes\.|policies\./)
  })

  it('shows an institution and a county officer only what is theirs, whatever the address says', async () => {
    const institution = await appAs({ role: 'institution-clerk', organisationId: 'org-2' })
    expect(meta((await institution.browser.get('/person-times?institution=org-1')).text)).to.equal('0 人次 · 0 人')
    expect(meta((await institution.browser.get('/person-times')).text)).to.equal('3 人次 · 3 人')
    const officer = await appAs({ role: 'county-officer', region: '130632' })
    expect(meta((await officer.browser.get('/person-times?county=130638')).text)).to.equal('0 人次 · 0 人')
    expect(meta((await officer.browser.get('/person-times')).text)).to.equal('3 人次 · 3 人')
  })

  it('opens one row with verdict, rule, evidence and history to its own institution, and to no other', async () => {
    const own = await appAs({ role: 'institution-clerk', organisationId: 'org-2' })
    const page = await own.browser.get(`/person-times/${encodeURIComponent(ids['there']!)}`)
    expect(page.status).to.equal(200)
    const text = load(page.text)('main').text()
    expect(text).to.include('出勤学时不足').and.include('77.5%').and.include('判定经过')
    expect((await own.browser.get(`/person-times/${encodeURIComponent(ids['here']!)}`)).status).to.equal(403)
    expect((await own.browser.get('/person-times/nobody')).status).to.equal(404)
  })

  it('refuses who may not see person-times, and asks strangers to sign in', async () => {
    for (const role of ['trainee', 'judge', 'operator', 'mentor'] as const) {
      const { browser } = await appAs(role)
      expect((await browser.get('/person-times')).status, role).to.equal(403)
    }
    const { browser } = await appAs('administrator')
    await browser.post('/sign-out')
    expect((await browser.get('/person-times')).status).to.equal(303)
  })

  it('exports the same rows as a sheet, and leaves an audit entry without names', async () => {
    const { browser } = await appAs('auditor')
    const file = await browser.agent
      .get('/person-times/export.xlsx?verdict=counted')
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => done(null, Buffer.concat(parts)))
      })
    expect(file.status).to.equal(200)
    expect((file.body as Buffer).subarray(0, 2).toString()).to.equal('PK')
  })

  it('starts a task for a long list', async () => {
    const { browser } = await appAs('administrator')
    const answer = await browser.post('/person-times/export', { verdict: 'counted' })
    expect(answer.status).to.equal(303)
    expect(answer.headers['location']).to.match(/^\/tasks\/[0-9a-f]{24}$/)
  })

  it('ignores nonsense in the address', async () => {
    const { browser } = await appAs('administrator')
    const page = await browser.get('/person-times?year=abc&verdict=maybe&county[$ne]=1&page=99')
    expect(page.status).to.equal(200)
    expect(meta(page.text)).to.equal('6 人次 · 3 人')
  })
})

describe('/policies', function () {
  this.timeout(60_000)
  usesDatabase()
  before(() => makeServices().services.policies.loadSeeds())
  const form = {
    key: 'person-time.yearly-limit',
    value: '2',
    'from-year': '2022',
    'from-month': '12',
    'from-day': '1',
    clause: '雄人社〔2022〕9号 第三条',
    origin: 'own',
  }

  it('lists every figure with clause and first day; only an administrator may add', async () => {
    const { browser } = await appAs('administrator')
    const page = await browser.get('/policies')
    expect(page.text)
      .to.include('每人每年最多补贴次数')
      .and.include('3 次')
      .and.include('样例')
      .and.include('/policies/new')
    const clerk = await appAs({ role: 'institution-clerk', organisationId: 'org-1' })
    const seen = await clerk.browser.get('/policies')
    expect([seen.status, seen.text.includes('/policies/new')]).to.deep.equal([200, false])
    expect((await clerk.browser.get('/policies/new')).status).to.equal(403)
  })

  it('adds a row from a day on and keeps the old one', async () => {
    const { browser, services } = await appAs('administrator')
    const answer = await browser.post('/policies/new', form)
    expect(answer.status).to.equal(303)
    expect(await Policy.countDocuments({ key: 'person-time.yearly-limit' })).to.equal(2)
    expect((await services.policies.figure('person-time.yearly-limit', '2022-11-30')).value).to.equal(3)
    expect((await services.policies.figure('person-time.yearly-limit', '2022-12-01')).value).to.equal(2)
    expect((await browser.get('/policies')).text).to.include('将施行')
  })

  it('refuses a second row of the same day, on the form', async () => {
    const { browser } = await appAs('administrator')
    const answer = await browser.post('/policies/new', form)
    expect(answer.status).to.equal(422)
    expect(answer.text).to.include('这一天已经有一个数了').and.include('雄人社〔2022〕9号 第三条')
  })

  for (const [what, change, says] of [
    ['a value above the range', { key: 'completion.pass-mark', value: '101' }, '0 到 100'],
    ['no whole number', { value: '2.5' }, '0 到 99'],
    ['a day that does not exist', { 'from-month': '2', 'from-day': '30' }, '请填写施行日期'],
    ['no clause', { clause: ' ' }, '请填写依据'],
    ['no origin', { origin: '' }, '请选择是正式规定还是样例'],
  ] as const) {
    it(`says what to correct: ${what}`, async () => {
      const { browser } = await appAs('administrator')
      const answer = await browser.post('/policies/new', { ...form, ...change })
      expect(answer.status).to.equal(422)
      expect(answer.text).to.include(says)
    })
  }

  it('shows the targets of the plan with their clause', async () => {
    const { browser, services } = await appAs('administrator')
    await services.targets.loadSeeds()
    const page = await browser.get('/policies/targets')
    expect(page.status).to.equal(200)
    expect(page.text).to.include('110,000').and.include('雄就社领发〔2022〕1号 四（四）3').and.include('5,000')
  })
})
