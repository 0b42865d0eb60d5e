import { recognitionQueries } from '../../papers/recognitions/recognition.queries.js'
import type { RecognitionRecord } from '../../papers/recognitions/recognition.model.js'
import { dayOf, type Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'

export type RecognitionDueKind =
  | 'recognition-handle'
  | 'recognition-look-up'
  | 'recognition-compare'
  | 'recognition-decide'
  | 'recognition-flagged'
  | 'recognition-returned'
export interface RecognitionDue {
  kind: RecognitionDueKind
  id: string
  title: string
  sub: string
  since: Day
}

const kinds: Partial<Record<RecognitionRecord['state'], RecognitionDueKind>> = {
  applied: 'recognition-handle',
  accepted: 'recognition-look-up',
  waiting: 'recognition-look-up',
  checked: 'recognition-compare',
  compared: 'recognition-decide',
  flagged: 'recognition-flagged',
  returned: 'recognition-returned',
}

/** Cases of recognition that wait for this person; a case that waits for its source counts from the day of its next check. */
export async function recognitionDueFor(actor: Actor, today: Day): Promise<RecognitionDue[]> {
  return (await recognitionQueries.waiting(actor, today)).flatMap(
    ({ _id, state, number, personName, nextCheckOn, timeline, appliedOn }) => {
      const kind = kinds[state]
      const at = timeline?.at(-1)?.at
      return kind
        ? [
            {
              kind,
              id: _id,
              title: personName,
              sub: number,
              since: state === 'waiting' && nextCheckOn ? nextCheckOn : at ? dayOf(at) : appliedOn,
            },
          ]
        : []
    },
  )
}
