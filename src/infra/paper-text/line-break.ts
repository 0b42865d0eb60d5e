const closing = new Set('，。、；：！？）》」』】”’％%·!?;:,.)]')
const opening = new Set('（《「『【“‘([')
const latin = /^[\x21-\x7e]$/

/** The smallest stretches that may not be broken: Latin and digit runs, and punctuation with the letter it belongs to. */
export const unitsOf = (text: string): string[] => {
  const units: string[] = []
  let previous = ''
  for (const character of text) {
    const joins =
      units.length > 0 &&
      (closing.has(character) || opening.has(previous) || (latin.test(character) && latin.test(previous)))
    if (joins) units[units.length - 1] += character
    else units.push(character)
    previous = character
  }
  return units
}

/** Fills lines from the left; undefined when one unit alone is too wide. */
export const fill = (units: string[], measure: (text: string) => number, width: number): string[] | undefined => {
  const lines: string[] = []
  for (const unit of units) {
    const last = lines.at(-1)
    const longer = last === undefined ? unit : last + unit
    if (last !== undefined && measure(longer.trimEnd()) <= width) lines[lines.length - 1] = longer
    else if (measure(unit.trim()) <= width) lines.push(unit.trimStart())
    else return undefined
  }
  return lines.map((line) => line.trim())
}

/** The narrowest lines that are as few as before, so that no line holds one or two characters. */
export const balanced = (units: string[], measure: (text: string) => number, width: number): string[] | undefined => {
  const widest = fill(units, measure, width)
  if (widest === undefined || widest.length < 2) return widest
  let best = widest
  for (let low = width / widest.length / 1.05, high = width; high - low > 0.05;) {
    const middle = (low + high) / 2
    const lines = fill(units, measure, middle)
    if (lines !== undefined && lines.length === widest.length) [best, high] = [lines, middle]
    else low = middle
  }
  return best
}
