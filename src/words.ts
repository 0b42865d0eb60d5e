import { errorWords } from './web/error.words.js'
import { frameWords } from './web/frame.words.js'
import { navWords } from './nav.words.js'
import { accountWords, roleWords } from './registry/accounts/account.words.js'

/** Every room's sentences by the first part of their key. */
export const words = {
  errors: errorWords,
  frame: frameWords,
  nav: navWords,
  accounts: accountWords,
  roles: roleWords,
}
