import type { Day } from '../../shared/dates.js'

/** The raw facts about who may count: what a settlement and a recount are told. */
export interface RunFacts {
  id: string
  title: string
  state: string
  stateBefore?: string | null
  filedOn?: string | null
  closedOn?: string | null
  startsOn: Day
  endsOn: Day
  organisationId: string
  organisationName: string
  region: string
  course: {
    programme: string
    funding: string
    occupationId?: string | null
    occupationName?: string | null
    lineage?: string | null
    level?: number | null
    theoryHours: number
    practiceHours: number
  }
}

export interface EnrolmentFacts {
  id: string
  personId: string
  personName: string
  idMasked: string
  category: string
  tags: readonly string[]
  state: string
  leftOn?: Day
  completed?: boolean | null
  completionReasons: readonly string[]
  completedOn?: string | null
  attendedHours?: number
  theoryScore?: number | null
  practiceScore?: number | null
  run: RunFacts
  birthOn?: Day
  certificate: 'none' | 'valid' | 'void'
}

export interface ApprenticeFacts {
  id: string
  personId: string
  personName: string
  idMasked: string
  category: string
  state: string
  from: Day
  to: Day
  exitedOn?: string | null
  certificate: 'none' | 'valid' | 'void'
  /** marks of the assessment at the end */ theoryScore?: number | null
  practiceScore?: number | null
  one: {
    id: string
    title: string
    state: string
    stateBefore?: string | null
    filedOn?: string | null
    completedOn?: string | null
    startsOn: Day
    enterpriseId: string
    enterpriseName: string
    region: string
    occupationId: string
    occupationName: string
    lineage: string
    level: number
  }
}
