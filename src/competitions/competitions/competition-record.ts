/** What the services of competitions, events, entries and draws do alike with a competition's record. */
import { forbidden, conflict, notFound, refused } from '../../shared/errors.js'
import type { Clock } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { Competition } from './competition.model.js'
import { competitionInScope, type CompetitionRefusal } from './competition.rules.js'

export type CompetitionDocument = InstanceType<typeof Competition>

export async function loadCompetition(id: string, actor: Actor, version?: number): Promise<CompetitionDocument> {
  const competition = await Competition.findById(id)
  if (!competition) throw notFound('competition', id)
  if (!competitionInScope(actor, competition)) throw forbidden('not-yours')
  if (version !== undefined && competition.get('version') !== version) throw conflict('changed-meanwhile')
  return competition
}

const forbiddenReasons = new Set<string>(['not-yours', 'not-your-role', 'maker-is-checker'])
/** Whose act it is not is forbidden; what is only not yet possible is refused with its sentence. */
export const competitionRefusal = (
  reason: CompetitionRefusal,
  {
    title,
    entriesFrom,
    entriesTo,
    contestFrom,
    event = '',
  }: { title: string; entriesFrom: string; entriesTo: string; contestFrom: string; event?: string },
): Error =>
  forbiddenReasons.has(reason)
    ? forbidden(reason)
    : refused(`competitions.${reason}`, { title, entriesFrom, entriesTo, contestFrom, event })

export function addStep(
  record: { timeline?: unknown },
  clock: Clock,
  actor: Actor,
  step: { act: string; note?: string; from?: string; to?: string },
): void {
  ;(record.timeline as object[]).push({ ...step, at: clock.now(), byId: actor.id, byName: actor.name })
}
