import { addDays, type Day } from '../../src/shared/dates.js'
import type { Actor } from '../../src/shared/permissions.js'
import type { Story } from './story.js'

export const heldStages = ['marked', 'locked', 'ranked', 'noticed', 'final'] as const
export type HeldStage = (typeof heldStages)[number]

/** Marks of an event by its three judges and two keyers, all alike each time; `part` leaves contestants for the pages that wait. */
async function markEvent({ services, as, actor }: Story, eventId: string, part: number): Promise<void> {
  const aspects = (await services.schemes.current(eventId))!.aspects
  const codes = await services.draws.codesOf(eventId)
  const judges = ['judge', 'judge2', 'judge3'].map(actor)
  for (const [i, code] of codes.slice(0, part).entries()) {
    const measured = aspects
      .filter(({ type }) => type === 'measurement')
      .map(({ code: aspect, bands }, k) => {
        const limits = (bands ?? []).flatMap(({ upTo }) => (typeof upTo === 'number' ? [upTo] : []))
        // Met in two of three, or one of the bands.
        return [aspect, limits.length === 0 ? Number((i + k) % 3 !== 0) : limits[(i * 2 + k) % limits.length]!] as const
      })
    for (const [seat, judge] of judges.entries()) {
      const judged = aspects
        .filter(({ type }) => type === 'judgement')
        .map(({ code: aspect }, k) => [aspect, 1 + ((i + k) % 2) + Number((i + k + seat) % 3 === 0)] as const)
      await as(judge, () => services.marking.save(eventId, code, { values: new Map([...measured, ...judged]) }, judge))
    }
    for (const keyer of ['keyer1', 'keyer2'].map(actor))
      await as(keyer, () =>
        services.keying.key(eventId, code, { theory: 6800 + ((i * 370) % 2900), values: [] }, keyer),
      )
  }
}

/** The events of a begun contest as far as their stage: marked, locked, opened and ranked, on notice, final. */
export async function judgeContest(
  story: Story,
  eventIds: readonly string[],
  contestFrom: Day,
  until: HeldStage | 'contest',
): Promise<void> {
  const { services, as, actor, on } = story
  const reaches = (stage: HeldStage): boolean =>
    until !== 'contest' && heldStages.indexOf(until) >= heldStages.indexOf(stage)
  const [chief, admin] = [actor('chief'), actor('admin2')]
  const each = async (work: (eventId: string) => Promise<unknown>): Promise<void> => {
    for (const eventId of eventIds) await work(eventId)
  }
  const by = (who: Actor, work: (eventId: string) => Promise<unknown>) =>
    each((eventId) => as(who, () => work(eventId)))
  on(contestFrom)
  await each((eventId) => markEvent(story, eventId, until === 'contest' ? 2 : 200))
  if (!reaches('locked')) return
  on(addDays(contestFrom, 1))
  await by(chief, (eventId) => services.contestResults.lock(eventId, chief))
  await by(actor('keeper2'), (eventId) => services.contestResults.open(eventId, actor('keeper2')))
  if (!reaches('ranked')) return
  await by(actor('keeper3'), (eventId) => services.contestResults.open(eventId, actor('keeper3')))
  if (!reaches('noticed')) return
  on(addDays(contestFrom, 2))
  await by(admin, (eventId) => services.contestResults.notice(eventId, admin))
  if (!reaches('final')) return
  on(addDays(contestFrom, 12))
  await by(admin, (eventId) => services.contestResults.finalise(eventId, admin))
}

/** On notice: an appeal that waits, and a correction that waits for its second signature. */
export async function questionResults(
  { services, as, actor }: Story,
  eventId: string,
  entryId: string,
  team: Actor,
): Promise<void> {
  const chief = actor('chief')
  await as(team, () => services.appeals.send(entryId, '墙面垂直度现场测量为 2 毫米，成绩单按 4 毫米计分，请复核', team))
  const [code] = await services.draws.codesOf(eventId)
  await as(chief, () =>
    services.corrections.propose(
      eventId,
      { code: code!, kind: 'theory', value: '9100', reason: '理论答题卡第 2 页漏计，复核后更正' },
      chief,
    ),
  )
}
