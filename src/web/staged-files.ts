import type { WaitingFile } from '../infra/sheets/staged-file.js'
import type { Translate } from '../shared/words.js'
import type { Action } from './link-models.js'

/** What somebody has uploaded and not confirmed yet leads back to its preview, also on another day. */
export const goOnWith = (t: Translate, files: readonly WaitingFile[], hrefOf: (id: string) => string): Action[] =>
  files.map(({ _id, fileName }) => ({
    text: t('frame.goOnWith', { name: fileName.slice(0, 40) }),
    href: hrefOf(String(_id)),
    style: 'outline',
  }))
