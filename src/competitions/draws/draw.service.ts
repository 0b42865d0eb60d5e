import { randomBytes } from 'node:crypto'
import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Sealed, Vault } from '../../infra/vault.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { hashOfSeed } from '../../shared/seeded-order.js'
import { Assignment, type AssignmentRecord, type Duty } from '../assignments/assignment.model.js'
import { Competition } from '../competitions/competition.model.js'
import { Entry } from '../entries/entry.model.js'
import { loadEvent } from '../events/event-record.js'
import { CodeMap, SecretCode, type CodeMapRecord, type DrawStep } from './code-map.model.js'
import {
  drawVerdict,
  entryPairs,
  joinMaps,
  keeperOf,
  secretPairs,
  stationPairs,
  type DrawRefusal,
  type Joined,
  type Pair,
} from './draw.rules.js'

/** Three draws, each from a seed of its own; seed and pairs are sealed, so that whoever keeps one map cannot read another. */
export function createDrawService({ clock, vault }: { clock: Clock; vault: Vault }) {
  const idOf = (eventId: string, step: DrawStep) => `${eventId}:${step}`
  const sealed = (id: string, field: string, text: string) => vault.seal(text, `competition-code-maps.${field}:${id}`)
  const opened = (map: CodeMapRecord, field: 'seed' | 'pairs') =>
    vault.open(map[field] as unknown as Sealed, `competition-code-maps.${field}:${String(map._id)}`)
  const mapOf = (eventId: string, step: DrawStep) => CodeMap.findById(idOf(eventId, step)).lean<CodeMapRecord>()
  const dutyOf = async (eventId: string, actor: Actor): Promise<Duty | undefined> =>
    (await Assignment.findById(`${eventId}:${actor.id}`).lean<AssignmentRecord>())?.duty
  const pairs = (map: CodeMapRecord): Pair[] => JSON.parse(opened(map, 'pairs')) as Pair[]

  async function pairsDrawn(eventId: string, step: DrawStep, seed: string): Promise<Pair[]> {
    if (step === 'secret') return secretPairs((await mapOf(eventId, 'station'))!.count, seed)
    const entries = await Entry.find({ eventId, state: 'confirmed' })
      .sort({ _id: 1 })
      .select('number')
      .lean<{ _id: string; number?: string }[]>()
    return step === 'entry'
      ? entryPairs(
          entries.map(({ _id }) => _id),
          (await loadEvent(eventId)).number,
          seed,
        )
      : stationPairs(
          entries.map(({ number }) => number!),
          seed,
        )
  }

  const service = {
    /** What is known of the draws without opening one. */
    of: (eventId: string): Promise<CodeMapRecord[]> =>
      CodeMap.find({ eventId }).select('-seed -pairs').sort({ drawnAt: 1 }).lean<CodeMapRecord[]>(),
    codesOf: async (eventId: string): Promise<string[]> =>
      (await SecretCode.find({ eventId }).sort({ code: 1 }).lean<{ code: string }[]>()).map(({ code }) => code),

    /** Why somebody may not draw now; undefined when he may. */
    async refusal(eventId: string, step: DrawStep, actor: Actor): Promise<DrawRefusal | undefined> {
      const event = await loadEvent(eventId)
      const [competition, drawn, confirmed, duty] = await Promise.all([
        Competition.findById(event.competitionId),
        CodeMap.find({ eventId }).select('step').lean<{ step: DrawStep }[]>(),
        Entry.countDocuments({ eventId, state: 'confirmed' }),
        dutyOf(eventId, actor),
      ])
      const verdict = drawVerdict(step, {
        state: competition!.state,
        eventOpen: event.state === 'open',
        duty,
        drawn: drawn.map((one) => one.step),
        confirmed,
      })
      return verdict.ok ? undefined : verdict.reason
    },

    async draw(eventId: string, step: DrawStep, actor: Actor): Promise<void> {
      // The body of a transaction may run again; the seed is drawn once.
      const seed = randomBytes(32).toString('hex')
      await transact(async () => {
        const reason = await service.refusal(eventId, step, actor)
        if (reason) throw reason === 'not-your-duty' ? forbidden('draws.not-your-duty') : refused(`draws.${reason}`)
        const found = await pairsDrawn(eventId, step, seed)
        const id = idOf(eventId, step)
        await CodeMap.create([
          {
            _id: id,
            eventId,
            step,
            seedHash: hashOfSeed(seed),
            seed: sealed(id, 'seed', seed),
            pairs: sealed(id, 'pairs', JSON.stringify(found)),
            count: found.length,
            drawnAt: clock.now(),
            byId: actor.id,
            byName: actor.name,
          },
        ])
        if (step === 'entry')
          await Entry.bulkWrite(
            found.map(([entryId, number]) => ({
              updateOne: { filter: { _id: entryId }, update: { $set: { number }, $inc: { version: 1 } } },
            })),
          )
        if (step === 'secret')
          await SecretCode.insertMany(found.map(([, code]) => ({ _id: `${eventId}:${code}`, eventId, code })))
        const event = await loadEvent(eventId)
        event.timeline!.push({ act: `drawn-${step}`, at: clock.now(), byId: actor.id, byName: actor.name })
        await event.save()
        noteAct('competition-event', eventId, { act: `drawn-${step}`, count: found.length })
      })
    },

    /** One's own map, for the contest hall: only the keeper reads it. */
    async ownMap(eventId: string, step: DrawStep, actor: Actor): Promise<Pair[] | undefined> {
      if ((await dutyOf(eventId, actor)) !== keeperOf[step]) throw forbidden('draws.not-your-duty')
      const map = await mapOf(eventId, step)
      return map ? pairs(map) : undefined
    },

    /** A keeper hands his map over after the lock; asked again it stays open. Inside the caller's transaction, if there is one. */
    async open(eventId: string, step: 'station' | 'secret', actor: Actor): Promise<void> {
      await transact(async () => {
        if ((await dutyOf(eventId, actor)) !== keeperOf[step]) throw forbidden('draws.not-your-duty')
        const event = await loadEvent(eventId)
        if (event.state !== 'locked') throw refused('draws.not-locked')
        const map = await CodeMap.findById(idOf(eventId, step))
        if (!map) throw notFound('code-map', step)
        if (map.openedAt) return
        map.set({ openedAt: clock.now(), openedById: actor.id, openedByName: actor.name })
        await map.save()
        noteAct('competition-event', eventId, { act: `opened-${step}` })
      })
    },

    /** Who stands behind each code, once both keepers have opened their maps. */
    async pairsOf(eventId: string): Promise<Joined[]> {
      const [entry, station, secret] = await Promise.all(
        (['entry', 'station', 'secret'] as const).map((step) => mapOf(eventId, step)),
      )
      if (!entry || !station?.openedAt || !secret?.openedAt) throw refused('draws.maps-sealed')
      return joinMaps(pairs(entry), pairs(station), pairs(secret))
    },

    /** Secret code → entry, for the machine alone: panels are made by it, nobody is shown it before the maps are open. */
    async drawnCodes(eventId: string): Promise<ReadonlyMap<string, string>> {
      const maps = await Promise.all((['entry', 'station', 'secret'] as const).map((step) => mapOf(eventId, step)))
      if (maps.some((map) => !map)) throw refused('competitions.not-drawn', { event: (await loadEvent(eventId)).title })
      const [entry, station, secret] = maps.map((map) => pairs(map!)) as [Pair[], Pair[], Pair[]]
      return new Map(joinMaps(entry, station, secret).map(({ code, entryId }) => [code, entryId]))
    },

    /** The seeds of the opened draws, drawn again: anybody can see that nothing was chosen afterwards. */
    async check(eventId: string): Promise<{ step: DrawStep; seed: string; agrees: boolean }[]> {
      const event = await loadEvent(eventId)
      await service.pairsOf(eventId)
      const all = await Promise.all((['entry', 'station', 'secret'] as const).map((step) => mapOf(eventId, step)))
      return all.map((map) => {
        const [seed, drawn] = [opened(map!, 'seed'), pairs(map!)]
        const again =
          map!.step === 'entry'
            ? entryPairs(
                drawn.map(([id]) => id),
                event.number,
                seed,
              )
            : map!.step === 'station'
              ? stationPairs(
                  drawn.map(([number]) => number),
                  seed,
                )
              : secretPairs(map!.count, seed)
        return {
          step: map!.step,
          seed,
          agrees: hashOfSeed(seed) === map!.seedHash && JSON.stringify(again) === JSON.stringify(drawn),
        }
      })
    },
  }
  return service
}
export type DrawService = ReturnType<typeof createDrawService>
