import type { Translate } from '../../shared/words.js'
import type { Block } from '../../web/page-models.js'
import type { EventRecord } from '../events/event.model.js'
import { publicResultsBlock } from '../results/result-list.view.js'
import { resultQueries } from '../results/result.queries.js'

/** The list of an event for everybody: from its notice on, never before. */
export async function publicResults(t: Translate, event: EventRecord): Promise<Block[]> {
  if (event.state !== 'noticed' && event.state !== 'final') return []
  return [publicResultsBlock(t, event, await resultQueries.of(String(event._id)))]
}
