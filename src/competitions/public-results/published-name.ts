import { maskName } from '../../shared/masks.js'

/** Whom a result is of, as it is stored and shown to the staff: `安小荷`, or `荷队（安小荷、芦秋实）`. */
export function publishedName(teamName: string | null | undefined, members: readonly { name: string }[]): string {
  const names = members.map(({ name }) => name).join('、')
  return teamName ? `${teamName}（${names}）` : names
}

/** The same for everybody: a team keeps its name, its members are masked: `荷队（安*荷、芦*实）`. */
export function publicName(name: string): string {
  const [, team, members] = /^(.*)（(.+)）$/.exec(name) ?? []
  const masked = (members ?? name).split('、').map(maskName).join('、')
  return team ? `${team}（${masked}）` : masked
}
