import type { Ground } from './ground-services.js'
import { createAssignmentService } from './competitions/assignments/assignment.service.js'
import { createCompetitionService } from './competitions/competitions/competition.service.js'
import { createDocumentService } from './competitions/competition-documents/document.service.js'
import { createDrawService } from './competitions/draws/draw.service.js'
import { createEntryFileService } from './competitions/entry-files/entry-file.service.js'
import { createAwardTableService } from './competitions/award-tables/award-table.service.js'
import { createAwardService } from './competitions/awards/award.service.js'
import { createAppealService } from './competitions/appeals/appeal.service.js'
import { createCorrectionService } from './competitions/corrections/correction.service.js'
import { createKeyingService } from './competitions/keying/keying.service.js'
import { createResultService } from './competitions/results/result.service.js'
import { createEntryDecisionService } from './competitions/entry-decisions/decision.service.js'
import { createEntryService } from './competitions/entries/entry.service.js'
import { createEventService } from './competitions/events/event.service.js'
import { createMarkingService } from './competitions/marking/marking.service.js'
import { createSchemeService } from './competitions/marking-schemes/scheme.service.js'
import type { Day } from './shared/dates.js'
import type { Level } from './shared/levels.js'

type Needs = Ground & {
  levelsOf: (personIds: readonly string[], lineage: string, day: Day) => Promise<ReadonlyMap<string, Level>>
}

/** The wing of competitions, wired; a part of `createServices`. */
export function createCompetitionServices(needs: Needs) {
  const draws = createDrawService(needs)
  const marking = createMarkingService({ ...needs, drawnCodes: draws.drawnCodes })
  const competitions = createCompetitionService({ ...needs, startMarking: marking.prepare })
  const competitionDocuments = createDocumentService(needs)
  const competitionEvents = createEventService({ ...needs, competitions })
  const schemes = createSchemeService(needs)
  const entries = createEntryService(needs)
  const entryDecisions = createEntryDecisionService(needs)
  const entryFiles = createEntryFileService({ ...needs, entries })
  const assignments = createAssignmentService(needs)
  const keying = createKeyingService({ ...needs, marking })
  const awardTables = createAwardTableService(needs)
  const awards = createAwardService({ ...needs, awardTables })
  const contestResults = createResultService({ ...needs, draws, awards })
  const corrections = createCorrectionService({ ...needs, contestResults })
  const appeals = createAppealService(needs)
  return {
    keying,
    awards,
    awardTables,
    contestResults,
    corrections,
    appeals,
    competitions,
    competitionDocuments,
    competitionEvents,
    schemes,
    entries,
    entryDecisions,
    entryFiles,
    assignments,
    draws,
    marking,
  }
}
