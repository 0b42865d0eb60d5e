import { addMonths, addDays, type Day } from '../../shared/dates.js'
import { daysOf, personYears } from '../settlement-lines/settlement-days.rules.js'

/** What an enterprise fills in. */
export interface PlanInput {
  region: string
  institutionId: string
  occupationId: string
  level: number
  startsOn: Day
  endsOn: Day
  planned: number
  totalHours: number
  centralHours: number
  trainingPlan: string
  assessmentBodyId: string
}
export const planLevels = [3, 4, 5, 6] as const

export type PlanField =
  | 'institutionId'
  | 'occupationId'
  | 'level'
  | 'startsOn'
  | 'endsOn'
  | 'planned'
  | 'totalHours'
  | 'centralHours'
  | 'assessmentBodyId'
export const planFaultReasons = [
  'starts-too-soon',
  'ends-before-it-starts',
  'term-too-short',
  'term-too-long',
  'too-many-apprentices',
  'hours-too-few',
  'central-hours-too-few',
  'central-above-total',
  'level-not-in-standard',
  'own-institution',
] as const
export type PlanFault = (typeof planFaultReasons)[number]
export interface PlanFieldFault {
  field: PlanField
  reason: PlanFault
}

/** Dated figures of the day of submission. */
export interface PlanFigures {
  minMonths: number
  maxMonths: number
  maxApprentices: number
  minHours: number
  minCentralHours: number
}
export interface PlanBounds {
  today: Day
  figures: PlanFigures
  enterpriseId: string
  /** ordinals that the occupation's standard has */ levels: readonly number[]
}

/** Hours of a term from a yearly figure: that of each whole year, by days where one is not whole; rounded up. */
export function hoursForTerm(yearly: number, { startsOn, endsOn }: { startsOn: Day; endsOn: Day }): number {
  const years = personYears([{ from: startsOn, to: endsOn }])
  return Math.ceil(years.reduce((hours, part) => hours + (yearly * daysOf(part)) / part.ofDays, 0))
}

/** Everything that keeps a plan from being handed in, field by field. */
export function planFaults(plan: PlanInput, { today, figures, enterpriseId, levels }: PlanBounds): PlanFieldFault[] {
  const { startsOn, endsOn } = plan
  const backwards = endsOn < startsOn
  const afterMonths = (months: number): Day => addDays(addMonths(startsOn, months), -1)
  const faults: (PlanFieldFault | false)[] = [
    plan.institutionId === enterpriseId && { field: 'institutionId', reason: 'own-institution' },
    !levels.includes(plan.level) && { field: 'level', reason: 'level-not-in-standard' },
    startsOn <= today && { field: 'startsOn', reason: 'starts-too-soon' },
    backwards && { field: 'endsOn', reason: 'ends-before-it-starts' },
    !backwards && endsOn < afterMonths(figures.minMonths) && { field: 'endsOn', reason: 'term-too-short' },
    !backwards && endsOn > afterMonths(figures.maxMonths) && { field: 'endsOn', reason: 'term-too-long' },
    plan.planned > figures.maxApprentices && { field: 'planned', reason: 'too-many-apprentices' },
    !backwards &&
      plan.totalHours < hoursForTerm(figures.minHours, plan) && { field: 'totalHours', reason: 'hours-too-few' },
    plan.centralHours > plan.totalHours && { field: 'centralHours', reason: 'central-above-total' },
    !backwards &&
      plan.centralHours < hoursForTerm(figures.minCentralHours, plan) && {
        field: 'centralHours',
        reason: 'central-hours-too-few',
      },
  ]
  return faults.filter((fault) => fault !== false)
}

/** 电工（三级/高级工）新型学徒制 第2期 */
export const planTitle = (occupationName: string, level: string, sequence: number): string =>
  `${occupationName}（${level}）新型学徒制 第${sequence}期`
/** XT2022-0007 */
export const planNumber = (year: number, sequence: number): string => `XT${year}-${String(sequence).padStart(4, '0')}`
