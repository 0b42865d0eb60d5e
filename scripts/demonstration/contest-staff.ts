import { roleOfDuty } from '../../src/competitions/assignments/assignment.rules.js'
import type { Duty } from '../../src/competitions/assignments/assignment.model.js'
import { schemeColumns } from '../../src/competitions/marking-schemes/scheme-columns.data.js'
import { sheetRows } from './sheet-rows.js'
import { demoPassword } from './registry.js'
import type { Story } from './story.js'

const seats: readonly [username: string, name: string, duty: Duty, seat: number][] = [
  ['chief', '庞立冬', 'chief-judge', 1],
  ['judge', '雷震', 'judge', 1],
  ['judge2', '闫冬青', 'judge', 2],
  ['judge3', '祁连山', 'judge', 3],
  ['keeper1', '苑小满', 'registrar', 1],
  ['keeper2', '冀白露', 'draw-keeper', 1],
  ['keeper3', '霍惊蛰', 'code-keeper', 1],
  ['keyer1', '滕谷雨', 'keyer', 1],
  ['keyer2', '佟立夏', 'keyer', 2],
]
export const competitionAccounts = seats.map(([username, name, duty]) => ({ username, name, role: roleOfDuty(duty) }))

/** The accounts of judges, keepers and keyers, once. */
export async function seatStaff(story: Story): Promise<void> {
  for (const { username, name, role } of competitionAccounts.filter((one) => !story.actors.has(one.username))) {
    const id = await story.services.accounts.create({ username, name, role, password: demoPassword })
    story.actors.set(username, { id, username, name, role })
  }
}

/** Staff, scheme and the three draws, each by its keeper. */
export async function prepareEvent(
  { services, as, actor }: Story,
  username: string,
  eventId: string,
  scheme: readonly (readonly string[])[],
): Promise<void> {
  const host = actor(username)
  await as(host, async () => {
    await services.assignments.appoint(
      eventId,
      seats.map(([who, , duty, seat]) => ({ duty, seat, accountId: actor(who).id })),
      host,
    )
    const header = schemeColumns.map(({ header: name }) => name)
    const bytes = Buffer.from([header, ...scheme].map((row) => row.join(',')).join('\r\n'))
    await services.schemes.confirm(
      await services.schemes.stage(
        eventId,
        { fileName: '评分方案.csv', bytes, contentType: 'text/csv', header, rows: sheetRows(scheme) },
        host,
      ),
      host,
    )
  })
  for (const [step, who] of [
    ['entry', 'keeper1'],
    ['station', 'keeper2'],
    ['secret', 'keeper3'],
  ] as const)
    await as(actor(who), () => services.draws.draw(eventId, step, actor(who)))
}
