import type { Translate } from '../../shared/words.js'
import type { Check } from '../../web/story-models.js'
import type { EventReadiness } from '../competitions/competition.rules.js'

/** What an event still needs before its contest, one line a thing. */
export const checksOf = (
  t: Translate,
  { entries, minEntries, undecided, scheme, staffed, drawn }: EventReadiness,
): Check[] => [
  {
    state: entries >= minEntries ? 'good' : 'wait',
    text: t('events.ready-entries', { count: entries, min: minEntries }),
  },
  ...(undecided > 0 ? [{ state: 'wait' as const, text: t('events.ready-undecided', { count: undecided }) }] : []),
  ...(
    [
      ['scheme', scheme],
      ['staff', staffed],
      ['drawn', drawn],
    ] as const
  ).map(([key, ready]): Check => ({
    state: ready ? 'good' : 'wait',
    text: t(`events.${ready ? 'ready' : 'lack'}-${key}`),
  })),
]
