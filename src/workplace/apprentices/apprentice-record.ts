/** What the rooms of apprentices do alike with one apprentice's record. */
import { noteAct } from '../../infra/context.js'
import type { Clock } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { Mentorship } from '../mentorships/mentorship.model.js'
import { Apprentice, ApprenticePlace, type ApprenticeState } from './apprentice.model.js'
import { apprenticeInScope } from './apprentice.rules.js'

export type ApprenticeDocument = InstanceType<typeof Apprentice>

/** A mentor sees whom he guides or once guided. */
const guidedBy = async (apprenticeId: string, { id, role }: Actor): Promise<boolean> =>
  role === 'mentor' && (await Mentorship.exists({ apprenticeId, guideId: id })) !== null

/** The record as it stands now; `version` is the one that the page showed. */
export async function loadApprentice(id: string, actor: Actor, version?: number): Promise<ApprenticeDocument> {
  const apprentice = await Apprentice.findById(id)
  if (!apprentice) throw notFound('apprentice', id)
  if (!apprenticeInScope(actor, apprentice, await guidedBy(id, actor))) throw forbidden('not-yours')
  if (version !== undefined && apprentice.get('version') !== version) throw conflict('changed-meanwhile')
  return apprentice
}

export interface ApprenticeStep {
  act: string
  note?: string
  from?: string
  to?: string
}

/** Writes the record with its step; the reader of the trail finds the act and no personal data. */
export async function saveStep(
  apprentice: ApprenticeDocument,
  { clock, actor }: { clock: Clock; actor: Actor },
  step: ApprenticeStep,
): Promise<void> {
  apprentice.timeline!.push({ ...step, at: clock.now(), byId: actor.id, byName: actor.name })
  await apprentice.save()
  noteAct('apprentice', String(apprentice._id), {
    act: step.act,
    ...(step.from && { from: step.from }),
    ...(step.to && { to: step.to }),
  })
}

/** Leaves training for good: the place of the person is free again. */
export async function endTraining(apprentice: ApprenticeDocument, to: ApprenticeState): Promise<void> {
  apprentice.state = to
  await ApprenticePlace.deleteOne({ _id: apprentice.personId, apprenticeId: String(apprentice._id) })
}

/** Takes the person's only place; names the class that holds it. */
export async function takePlace(
  personId: string,
  apprenticeId: string,
  titleOf: (apprenticeshipId: string) => Promise<string>,
): Promise<void> {
  const held = await ApprenticePlace.findById(personId).lean<{ apprenticeId: string }>()
  if (held) throw refused('apprentices.learns-elsewhere', { title: await titleOf(held.apprenticeId.split(':')[0]!) })
  await ApprenticePlace.create([{ _id: personId, apprenticeId }])
}
