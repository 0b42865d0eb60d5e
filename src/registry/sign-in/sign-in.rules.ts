/** Failures that are forgiven before the door closes for a while. */
const freeFailures = 4
const firstLockSeconds = 30
const longestLockSeconds = 3600
/** Passwords that are looked at when many come at the same moment; a few people may share an account of the demonstration. */
export const mostAtOnce = 10

/** After the fifth wrong password the account waits 30 s, then twice as long each time, at most an hour. */
export function lockSeconds(failures: number): number {
  return failures <= freeFailures
    ? 0
    : Math.min(longestLockSeconds, firstLockSeconds * 2 ** (failures - freeFailures - 1))
}

/** Only the last two tries before a lock are announced. */
export function triesLeftToSay(failures: number): number | undefined {
  const left = freeFailures + 1 - failures
  return left === 1 || left === 2 ? left : undefined
}

export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'same-as-username'

const common = new Set([
  '123456789012',
  'password1234',
  'qwertyuiop12',
  'abcdefghijkl',
  '111111111111',
  '000000000000',
  'xiongan12345',
  'xionganjineng',
])

/** What the door reads: a longer one would be set and never let anybody in. */
export const longestPassword = 200

/** Length beats rules of composition (NIST SP 800-63B); the worst ones are barred. */
export function passwordFault(password: string, username: string): PasswordFault | undefined {
  if ([...password].length < 12) return 'too-short'
  if (password.length > longestPassword) return 'too-long'
  if (password.toLowerCase().includes(username.toLowerCase())) return 'same-as-username'
  if (common.has(password.toLowerCase()) || /^(.)\1+$/u.test(password)) return 'too-common'
  return undefined
}
