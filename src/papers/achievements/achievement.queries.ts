import { inOrder, type Achievement } from './achievement.rules.js'

/** What one room below knows of some people. Each leg of the house hands in its own. */
export type AchievementProvider = (personIds: readonly string[]) => Promise<readonly Achievement[]>

/** Everything that each of some people did, oldest first, from the raw facts of every leg. */
export function createAchievements(providers: readonly AchievementProvider[]) {
  return {
    async ofPeople(personIds: readonly string[]): Promise<Map<string, Achievement[]>> {
      const found = new Map<string, Achievement[]>(personIds.map((id) => [id, []]))
      for (const provider of providers) for (const one of await provider(personIds)) found.get(one.personId)?.push(one)
      return new Map([...found].map(([id, achievements]) => [id, inOrder(achievements)]))
    },
  }
}
export type Achievements = ReturnType<typeof createAchievements>
