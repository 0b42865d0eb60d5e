import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { expect } from 'chai'
import mongoose from 'mongoose'
import type { Role } from '../../src/shared/permissions.js'
import { loadBasics } from '../builders/course.js'
import { saveTenant, type Tenant } from '../builders/tenant.js'
import { Browser, makeApp } from '../support/app.js'
import { usesDatabase } from '../support/database.js'
import { letters, matrix } from './route-matrix.data.js'

const letterOf = (role: Role) => Object.entries(letters).find(([, name]) => name === role)![0]
const rowsFor = (role: Role) => Object.keys(matrix).filter((row) => matrix[row]!.includes(letterOf(role)))

/** Routes on one record of a kind that a tenant of the builder has. */
const kindOf = (row: string) => row.split(' ')[1]!.replace('/me/certificates', '/certificates').split('/')[1]!
const rowsOnRecords = (role: Role, { ids }: Tenant) =>
  rowsFor(role).filter((row) => row.includes(':id') && kindOf(row) in ids)
// Bodies read the catalogue of courses of all institutions, to offer their assessments.
const isCatalogue = (role: Role, row: string) => role === 'assessment-body' && /^get \/courses(\/:id)?$/.test(row)

/** The addresses of a row with a tenant's ids: a run is asked as the draft and as the closed one. */
function addressesOf(row: string, { ids }: Tenant): string[] {
  const kind = kindOf(row)
  const own = kind === 'course-runs' ? [ids['course-runs']!, ids['draft']!] : [ids[kind]!]
  return own.map((id) => row.split(' ')[1]!.replace(':id', encodeURIComponent(id)))
}

// What was typed comes back in the search box, in the chips and in links of sorting; it must not come back as a record.
const withoutTheAsked = (text: string, marker: string) =>
  text
    .replace(/<ul class="xa-chips">[^]*?<\/ul>/g, '')
    .replace(/(value|href)="[^"]*"/g, '')
    .replaceAll(`“${marker}”`, '')

/** Everything that is kept but sessions and the trail. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const all = (await mongoose.connection.db!.listCollections().toArray()).map(({ name }) => name)
  const kept = all.filter((name) => !['sessions', 'audit-entries', 'guessed-names'].includes(name)).sort()
  for (const name of kept)
    hash
      .update(name)
      .update(JSON.stringify(await mongoose.connection.collection(name).find().sort({ _id: 1 }).toArray()))
  return hash.digest('hex')
}

describe('one tenant and another', function () {
  this.timeout(120_000)
  usesDatabase()
  let server: Server
  let here: Tenant
  let there: Tenant
  const browsers = new Map<string, Browser>()
  const roles = ['manager', 'clerk', 'officer', 'body', 'trainee'] as const

  before(async function () {
    this.timeout(180_000)
    const app = makeApp()
    await loadBasics(app.services)
    here = await saveTenant(app, { marker: '鹭汀', region: '130632', phone: '13911112222' })
    there = await saveTenant(app, { marker: '鹤渚', region: '130638', phone: '13933334444' })
    await new Promise<void>((ready) => (server = createServer(app.app).listen(0, '127.0.0.1', () => ready())))
    for (const role of roles) {
      const browser = new Browser(server)
      await browser.signIn(there.people[role].username)
      browsers.set(role, browser)
    }
  })
  after(() => void server?.close())

  for (const role of roles) {
    it(`a ${role} opens the own records`, async () => {
      const browser = new Browser(server)
      await browser.signIn(here.people[role].username)
      const shut: string[] = []
      // Work belongs to whoever began it, and a body has neither courses nor drafts of its own.
      const others = {
        manager: /^$/,
        clerk: /tasks|imports/,
        officer: /tasks|imports/,
        body: /tasks|courses|organisations/,
        trainee: /tasks/,
      }[role]
      const pages = rowsOnRecords(here.people[role].role, here).filter(
        (row) => /^get .*\/:id$/.test(row) && !others.test(row),
      )
      expect(pages).not.to.deep.equal([])
      for (const row of pages) {
        const [address] = addressesOf(row, here)
        const { status, text } = await browser.get(address!)
        if (status !== 200 || !text.includes(here.marker)) shut.push(`${address}: ${status}`)
      }
      expect(shut).to.deep.equal([])
    })

    it(`a ${role} of elsewhere opens nothing of it, and changes nothing`, async () => {
      const browser = browsers.get(role)!
      await browser.csrf()
      const before = await fingerprint()
      const open: string[] = []
      for (const row of rowsOnRecords(there.people[role].role, here).filter(
        (one) => !isCatalogue(there.people[role].role, one),
      )) {
        for (const address of addressesOf(row, here)) {
          const fields = { reason: '原因原因', act: 'pass', declaration: 'on', person: here.personId }
          const { status, text = '' } = row.startsWith('get')
            ? await browser.get(address)
            : await browser.post(address, fields)
          if ((status !== 403 && status !== 404) || text.includes(here.marker)) open.push(`${row}: ${status}`)
        }
      }
      expect(open).to.deep.equal([])
      expect(await fingerprint()).to.equal(before)
    })

    it(`a ${role} of elsewhere finds nothing of it in any list, sheet or print, whatever the filter`, async () => {
      const found: string[] = []
      const [organisation, run] = [here.ids['organisations']!, here.ids['course-runs']!]
      const narrowed = new URLSearchParams({
        organisation,
        institution: organisation,
        run,
        courseRun: run,
        course: here.ids['courses']!,
        person: here.personId,
        batch: here.ids['certificate-batches']!,
        county: '130632',
        region: '130632',
        year: '2022',
      })
      const filters = ['', `q=${encodeURIComponent(here.marker)}`, narrowed.toString()]
      const listed = rowsFor(there.people[role].role).filter((one) => one.startsWith('get') && !one.includes(':'))
      for (const row of listed.filter((one) => !isCatalogue(there.people[role].role, one))) {
        for (const query of filters) {
          const { status, text = '' } = await browsers.get(role)!.get(`${row.split(' ')[1]}?${query}`)
          const shown = withoutTheAsked(text, here.marker)
          if (status >= 500 || shown.includes(here.marker)) found.push(`${row}?${query.slice(0, 60)}: ${status}`)
        }
      }
      expect(found).to.deep.equal([])
    })
  }

  it('people of another run are nobody on an own roster', async () => {
    const browser = browsers.get('manager')!
    for (const run of [there.ids['draft'], there.ids['course-runs']]) {
      for (const person of [here.personId, here.enrolledId, `../${here.ids['draft']}`]) {
        const named = `person=${encodeURIComponent(person)}`
        const answers = [
          await browser.get(`/course-runs/${run}/roster/remove?${named}`),
          await browser.post(`/course-runs/${run}/roster/remove`, { person }),
          await browser.get(`/course-runs/${run}/results/correct?${named}`),
        ]
        for (const { status, text } of answers)
          expect([status < 300 || status >= 500, text.includes(here.marker)]).to.deep.equal([false, false])
      }
    }
  })

  it('a colleague does not get the file of a task', async () => {
    const clerk = new Browser(server)
    await clerk.signIn(here.people.clerk.username)
    for (const part of ['', '/file', '/events'])
      expect((await clerk.get(`/tasks/${here.ids['tasks']}${part}`)).status).to.equal(404)
  })
})
