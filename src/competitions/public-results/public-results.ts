import type { Translate } from '../../shared/words.js'
import type { Block } from '../../web/page-models.js'
import type { EventRecord } from '../events/event.model.js'
import { publicResultsBlock } from '../results/result-list.view.js'
import { signedCorrections } from '../corrections/correction.queries.js'
import { resultQueries } from '../results/result.queries.js'
import { publicCorrectionsBlock } from './public-corrections.view.js'

/** The list of an event for everybody, with who has moved by a correction since: from its notice on, never before. */
export async function publicResults(t: Translate, event: EventRecord): Promise<Block[]> {
  if (event.state !== 'noticed' && event.state !== 'final') return []
  const eventId = String(event._id)
  const [rows, corrections] = [await resultQueries.of(eventId), await signedCorrections(eventId)]
  return [publicResultsBlock(t, event, rows), ...publicCorrectionsBlock(t, event, rows, corrections)]
}
