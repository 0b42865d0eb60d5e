import type { Translate } from '../../shared/words.js'
import type { Tag } from '../../web/link-models.js'

/** Picks the sentence of the reader's language; the style guide alone invents its data, so it has no words file. */
export type Say = (zh: string, en: string) => string

export const sayIn =
  (t: Translate): Say =>
  (zh, en) =>
    t.lang === 'en' ? en : zh

export const here = '/styleguide'

export const sampleTags = (say: Say): Tag[] => [
  { kind: 'neutral', text: say('草稿', 'Draft') },
  { kind: 'run', text: say('培训中', 'In training') },
  { kind: 'wait', text: say('待审核', 'To review') },
  { kind: 'good', text: say('有效', 'Valid') },
  { kind: 'back', text: say('退回补正', 'Returned') },
  { kind: 'void', text: say('已撤销', 'Revoked') },
  { kind: 'moved', text: say('已换发', 'Reissued') },
]
