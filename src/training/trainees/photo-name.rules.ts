import { canonicalId } from '../../shared/id-card.js'
import { normaliseName } from '../../shared/text.js'

export interface PhotoOwner {
  id: string
  name: string
  idNumber: string
}
export type PhotoMatch = { ok: true; id: string } | { ok: false; reason: 'nobody' | 'several' }

/**
 * Whose photo a file is, by its name: an ID number in it decides; else the longest name in it, if only one person has it
 * (张三丰.jpg is not 张三's).
 */
export function photoOwner(fileName: string, people: readonly PhotoOwner[]): PhotoMatch {
  const bare = fileName.replace(/\.[^.]+$/, '')
  const byNumber = people.filter(({ idNumber }) => idNumber !== '' && numbersIn(bare).has(idNumber))
  if (byNumber.length === 1) return { ok: true, id: byNumber[0]!.id }
  const name = normaliseName(bare)
  const named = people.filter((person) => name.includes(person.name))
  const longest = Math.max(0, ...named.map((person) => person.name.length))
  const best = named.filter((person) => person.name.length === longest)
  if (best.length === 1) return { ok: true, id: best[0]!.id }
  return { ok: false, reason: best.length === 0 ? 'nobody' : 'several' }
}

/** Every run of letters and digits, and every number of 15 or 18 places inside one. */
function numbersIn(text: string): Set<string> {
  const runs =
    text
      .normalize('NFKC')
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? []
  const inside = runs.flatMap((run) => run.match(/\d{17}[\dX]|\d{15}/g) ?? [])
  return new Set([...runs, ...inside].flatMap((number) => [number, canonicalId(number)]))
}

/** Files of one upload: a full class with room to spare. */
export const photosAtOnce = 100
