import type { Role } from './permissions.js'

/** A way from some states to one, and who may go it. What no table of ways holds cannot happen. */
export interface Transition<Act, State, Target = State> {
  act: Act
  from: readonly State[]
  to: Target
  who: readonly Role[]
}

/** The way that an act opens to a role in a state. Who may never act so is told that before anything of the state. */
export function wayOf<Act, State, Target>(
  transitions: readonly Transition<Act, State, Target>[],
  act: Act,
  state: State,
  role: Role,
): Transition<Act, State, Target> | 'not-your-role' | 'wrong-state' {
  const ways = transitions.filter((way) => way.act === act)
  if (!ways.some(({ who }) => who.includes(role))) return 'not-your-role'
  const here = ways.filter(({ from }) => from.includes(state))
  if (here.length === 0) return 'wrong-state'
  return here.find(({ who }) => who.includes(role)) ?? 'not-your-role'
}
