import type { Clock, Day } from '../../shared/dates.js'
import type { Scope } from '../../shared/permissions.js'
import type { PersonTimeFilter } from '../person-time-lists/person-time.forms.js'
import { tallyOf } from '../person-time-lists/person-time-tally.queries.js'
import { targetId, targetSeeds } from './target.data.js'
import { Target, type TargetRecord } from './target.model.js'
import { progressOf, type Progress } from './target.rules.js'

export interface TargetProgress extends Progress {
  id: string
  measure: TargetRecord['measure']
  unit: TargetRecord['unit']
  from: Day
  to: Day
  region?: string
  clause: string
  sample: boolean
  /** the list whose length is `personTimes` */ filter: PersonTimeFilter
}

/** What the plan promises, and how far it is. */
export function createTargetService({ clock }: { clock: Clock }) {
  return {
    async loadSeeds(): Promise<void> {
      for (const seed of targetSeeds)
        await Target.updateOne({ _id: targetId(seed) }, { $setOnInsert: { ...seed } }, { upsert: true })
    },
    list: (): Promise<TargetRecord[]> => Target.find().sort({ measure: 1, from: 1, region: 1 }).lean<TargetRecord[]>(),
    /**
     * Targets whose period holds some day of the year: those of the whole area, or of the county that the scope names.
     * An organisation has none of its own, and is not measured by those of the whole area.
     */
    async progress(year: number, scope: Scope = {}): Promise<TargetProgress[]> {
      if (scope.organisationId) return []
      const targets = await Target.find({
        from: { $lte: `${year}-12-31` },
        to: { $gte: `${year}-01-01` },
        region: scope.region ?? null,
      })
        .sort({ from: -1, _id: 1 })
        .lean<TargetRecord[]>()
      const shown: TargetProgress[] = []
      for (const target of targets.sort(byPlan)) shown.push(await progressFor(target, scope))
      return shown
    },
    /** The year's target of each county, for the report. */
    async ofCounties(year: number): Promise<Map<string, number>> {
      const rows = await Target.find({
        measure: 'subsidised',
        from: `${year}-01-01`,
        to: `${year}-12-31`,
        region: { $ne: null },
      }).lean<TargetRecord[]>()
      return new Map(rows.map(({ region, amount }) => [region!, amount]))
    },
    async ofYear(year: number, region?: string): Promise<TargetRecord | null> {
      return Target.findOne({
        measure: 'subsidised',
        from: `${year}-01-01`,
        to: `${year}-12-31`,
        region: region ?? null,
      }).lean<TargetRecord>()
    },
  }

  async function progressFor(target: TargetRecord, scope: Scope): Promise<TargetProgress> {
    const { measure, unit, from, to, region, clause, sample } = target
    const filter = filterOf(target)
    const tally = await tallyOf(filter, scope)
    return {
      id: String(target._id),
      measure,
      unit,
      from,
      to,
      clause,
      sample,
      filter,
      ...(region && { region }),
      ...progressOf(target, tally, clock.today()),
    }
  }
}
export type TargetService = ReturnType<typeof createTargetService>

const order: readonly string[] = ['subsidised', 'social', 'new-citizen', 'dual-certificate', 'start-up']
const byPlan = (a: TargetRecord, b: TargetRecord): number =>
  order.indexOf(a.measure) - order.indexOf(b.measure) || (a.from < b.from ? 1 : -1)

/** The filter of the list behind a target. Dual certificates are a programme of the subsidised figure, told in people. */
function filterOf({ measure, from, to, region }: TargetRecord): PersonTimeFilter {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  const when: PersonTimeFilter = first === last ? { year: Number(first) } : { from, to }
  const what: PersonTimeFilter = measure === 'dual-certificate' ? { programme: 'dual-certificate' } : { measure }
  return { ...when, ...what, verdict: 'counted', ...(region && { county: region }) }
}
