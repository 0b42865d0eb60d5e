import { refused } from '../../shared/errors.js'
import { em } from '../paper-text/measures.js'
import { fontOf, isRare, rareFont, type Face } from './faces.js'
import type { FastFont } from './fast-font.js'

/** A stretch of text that one font draws. */
export interface Run {
  font: FastFont
  text: string
  /** Share of the em by which the outline is thickened: the rare fonts have one weight, lighter than ours. */
  thicken: number
}

const otherOf: Record<Face, Face> = {
  ...{ SansB: 'SerifS', SansM: 'SerifM', SansR: 'SerifR' },
  ...{ SerifB: 'SansB', SerifS: 'SansB', SerifM: 'SansM', SerifR: 'SansR' },
}

/** Opened one after the other, since the rare fonts are 50 MB that most processes never need. A few names stand in one family alone. */
const fallbacks = [(face: Face) => fontOf(otherOf[face]), () => rareFont('A'), () => rareFont('B')]

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

const thickening: Record<Face, number> = {
  ...{ SerifB: 0.032, SerifS: 0.024, SerifM: 0.012, SerifR: 0 },
  ...{ SansB: 0.024, SansM: 0.012, SansR: 0 },
}

const fontWith = (face: Face, character: string): FastFont | undefined => {
  const point = character.codePointAt(0)!
  const own = fontOf(face)
  if (own.has(point)) return own
  for (const fallback of fallbacks) {
    const font = fallback(face)
    if (font?.has(point)) return font
  }
  return undefined
}
const fontFor = (face: Face, character: string, field?: string): FastFont => {
  const font = fontWith(face, character)
  if (!font) throw refused('character-missing', { character, codePoint: codeOf(character), field })
  return font
}

/** For the list of a class: a character that no font has stands there by its code and holds nobody up; a certificate refuses it. */
export const spelt = (face: Face, text: string): string =>
  Array.from(text, (character) => (fontWith(face, character) ? character : `〔${codeOf(character)}〕`)).join('')

/** Splits a text by the first font of the chain that has each character; refuses when none has it (performance.md, pitfall 1). */
export const runsOf = (face: Face, text: string, field?: string): Run[] => {
  const runs: Run[] = []
  for (const character of text) {
    const font = fontFor(face, character, field)
    const last = runs.at(-1)
    if (last?.font === font) last.text += character
    else runs.push({ font, text: character, thicken: isRare(font) ? thickening[face] : 0 })
  }
  return runs
}

/** Width in millimetres; the tracking (points) after the last letter is not counted. */
export const widthOf = (face: Face, text: string, points: number, tracking = 0, field?: string): number => {
  let thousandths = 0
  let letters = 0
  for (const character of text) {
    const font = fontFor(face, character, field)
    thousandths += font.advance(font.glyphOf(character.codePointAt(0)!))
    letters++
  }
  return (thousandths / 1000) * em(points) + em(tracking) * Math.max(0, letters - 1)
}
