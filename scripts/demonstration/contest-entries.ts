import { Entry } from '../../src/competitions/entries/entry.model.js'
import { entryColumns } from '../../src/competitions/entry-files/entry-columns.data.js'
import type { DemoContest, DemoEvent, HeldContest } from './contest-life.js'
import type { DemoPerson } from './people.js'
import { sheetRows } from './sheet-rows.js'
import type { Story } from './story.js'

const delegations = ['xinqu', 'shifan', 'fuzhuang', 'qicheng', 'weihai'] as const
/** The entries of an event by the delegations in turn. */
export async function enterPeople(
  { services, as, actor }: Story,
  { host }: DemoContest,
  { entries, teamSize = 1 }: DemoEvent,
  eventId: string,
  people: DemoPerson[],
): Promise<void> {
  const teams = delegations.filter((one) => one !== host)
  for (let i = 0; i < entries; i += 1) {
    const team = actor(teams[i % teams.length]!)
    const members = people.splice(0, teamSize).map(({ name, idNumber, phone }, j) => ({
      name,
      idType: 'resident-id' as const,
      idNumber,
      phone,
      identity: (i + j) % 4 === 3 ? ('student' as const) : ('worker' as const),
      honour: 'none' as const,
    }))
    await as(team, () =>
      services.entries.enter(
        eventId,
        { members, ...(teamSize > 1 && { teamName: `${'芦荷苇雁莲鸥淀舟'[i % 8]}队` }) },
        team,
      ),
    )
  }
}

/** Entries of every kind where they are open: confirmed, refused, withdrawn, by oneself, and a file with rows to correct. */
export async function variedEntries(
  story: Story,
  open: HeldContest,
  take: (count: number) => DemoPerson[],
): Promise<void> {
  const { services, as, actor } = story
  const [host, team] = [actor('weihai'), actor('xinqu')]
  const [eventId] = open.eventIds
  const [first, second, third] = (
    await Entry.find({ eventId, state: 'entered' }).sort({ createdAt: 1, _id: 1 }).limit(3).lean()
  ).map(({ _id, createdBy }) => ({ id: String(_id), createdBy }))
  await as(host, () => services.entryDecisions.decide(first!.id, 'confirm', host))
  await as(host, () => services.entryDecisions.decide(second!.id, 'experience-missing', host))
  const maker = [...story.actors.values()].find(({ id }) => id === third!.createdBy)!
  await as(maker, () => services.entries.withdraw(third!.id, maker))
  const trainee = story.actors.get('trainee1')
  if (trainee)
    await as(trainee, () =>
      services.entries.enterSelf(eventId!, { identity: 'worker', honour: 'none', employer: '雄县个体工商户' }, trainee),
    )
  // A queue of people may hand out more than were asked for.
  const rows = take(3)
    .slice(0, 3)
    .map(({ name, idNumber, phone }, i) => [
      '',
      name,
      '',
      i === 2 ? `${idNumber.slice(0, 17)}${idNumber.endsWith('0') ? '1' : '0'}` : idNumber,
      '',
      i === 1 ? '138' : phone,
      '职工',
      '',
    ])
  await as(team, () =>
    services.entryFiles.stage(
      open.eventIds[1]!,
      { fileName: '新程建设报名表.xlsx', header: entryColumns.map(({ header }) => header), rows: sheetRows(rows) },
      team,
    ),
  )
}
