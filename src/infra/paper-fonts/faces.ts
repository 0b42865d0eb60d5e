import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { FastFont } from './fast-font.js'

const require = createRequire(import.meta.url)
const noto = (path: string) => require.resolve(`@expo-google-fonts/noto-${path}`)

/** The faces of papers.md section 3. */
const files = {
  SerifB: ['NotoSerifSC-Bold', 'serif-sc/700Bold/NotoSerifSC_700Bold.ttf'],
  SerifS: ['NotoSerifSC-SemiBold', 'serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf'],
  SerifM: ['NotoSerifSC-Medium', 'serif-sc/500Medium/NotoSerifSC_500Medium.ttf'],
  SerifR: ['NotoSerifSC-Regular', 'serif-sc/400Regular/NotoSerifSC_400Regular.ttf'],
  SansB: ['NotoSansSC-SemiBold', 'sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf'],
  SansM: ['NotoSansSC-Medium', 'sans-sc/500Medium/NotoSansSC_500Medium.ttf'],
  SansR: ['NotoSansSC-Regular', 'sans-sc/400Regular/NotoSansSC_400Regular.ttf'],
} as const

export type Face = keyof typeof files

const opened = new Map<string, FastFont | undefined>()

const open = (key: string, read: () => FastFont | undefined) => {
  if (!opened.has(key)) opened.set(key, read())
  return opened.get(key)
}

/** The font of a face, opened at its first use and kept for the life of the process. */
export const fontOf = (face: Face): FastFont => {
  const [name, path] = files[face]
  return open(face, () => new FastFont(name, readFileSync(noto(path))))!
}

/** Whether a font is one of those for rare characters. */
export const isRare = (font: FastFont) => font.name.startsWith('HanaMin')

const hanazono = ['/usr/share/fonts/truetype/hanazono', '/usr/share/fonts/hanazono']

/** HanaMinA and HanaMinB cover the rare characters of Extensions A to F; they come with the system, so they may be absent. */
export const rareFont = (part: 'A' | 'B'): FastFont | undefined =>
  open(`HanaMin${part}`, () => {
    const path = hanazono.map((folder) => `${folder}/HanaMin${part}.ttf`).find((file) => existsSync(file))
    return path === undefined ? undefined : new FastFont(`HanaMin${part}`, readFileSync(path))
  })
