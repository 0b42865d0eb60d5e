/** How many are opened at one press: each password costs the server a moment, and a sheet of paper has an end. */
export const mostAtOnce = 100

/** `none` has no account yet, `unused` never signed in; `used` did, or is disabled: then no password is given out by others. */
export type AccountState = 'none' | 'unused' | 'used'

export const accountStateOf = (account: { lastSignInAt?: Date | null; state: string } | undefined): AccountState =>
  !account ? 'none' : account.lastSignInAt || account.state !== 'active' ? 'used' : 'unused'

/** Initials and the end of the document, as the person knows them: axh0885, and axh0885-2 where that is somebody else's. */
export function usernameOf(initials: string, idMasked: string, attempt: number): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const name = `${plain(initials).slice(0, 12) || 'xa'}${plain(idMasked.slice(-4))}`.padEnd(3, '0')
  return attempt === 0 ? name : `${name}-${attempt + 1}`
}

// No letter or digit that is read for another one on paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve characters in three groups, about 59 bits, to be typed once from a slip of paper; `pick` gives a random number below another. */
export const firstPassword = (pick: (below: number) => number): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[pick(letters.length)]).join('')).join('-')
