/** Draws all pictures of the frame into public/img: `npx tsx scripts/make-art.ts`. Never edit its output by hand. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { icons } from './art-icons.js'
import { emptyReeds, heroReeds, reedPaths, ripplePaths, type Reed } from './art-motif.js'

interface Face {
  unitsPerEm: number
  layout(text: string): { glyphs: { path: { toSVG(): string } }[] }
}
const fontkit = createRequire(import.meta.url)('fontkit') as { create(data: Buffer): Face }
const root = fileURLToPath(new URL('..', import.meta.url))
const out = `${root}public/img/`

const svg = (width: number, height: number, inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"${attributes}>${inner}</svg>\n`
const strokes = (paths: readonly string[], colour: string, width: number, opacity = 1) =>
  `<path d="${paths.join('')}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-opacity="${opacity}" stroke-linecap="round" stroke-linejoin="round"/>`
const fade = (id: string, stops: readonly (readonly [number, number])[]) =>
  `<defs><linearGradient id="${id}-g">${stops
    .map(([offset, opacity]) => `<stop offset="${offset}" stop-color="#fff" stop-opacity="${opacity}"/>`)
    .join('')}</linearGradient><mask id="${id}"><rect width="100%" height="100%" fill="url(#${id}-g)"/></mask></defs>`

/** The header's ripples come out of the dark towards the right. */
function strip() {
  const lines = ripplePaths({ x0: 0, x1: 640, y0: 5, y1: 62, n: 9, a0: 1, a1: 3.2, l0: 170, l1: 300, dPhi: 0.42 })
  const soft = fade('f', [
    [0, 0],
    [0.45, 0.35],
    [1, 1],
  ])
  return svg(640, 64, `${soft}<g mask="url(#f)">${strokes(lines, '#8fb8b6', 1, 0.5)}</g>`)
}

/** Ripples of the portal; none under the headline. */
function hero() {
  const lines = ripplePaths({ x0: 0, x1: 1600, y0: 120, y1: 400, n: 17, a0: 1.2, a1: 8, l0: 330, l1: 560, dPhi: 0.34 })
  const soft = fade('f', [
    [0, 0.12],
    [0.34, 0.22],
    [0.5, 1],
    [1, 1],
  ])
  return svg(
    1600,
    400,
    `${soft}<g mask="url(#f)">${strokes(lines, '#8fb8b6', 1, 0.26)}</g>`,
    ' preserveAspectRatio="xMidYMax slice"',
  )
}

function reedGroup(
  reeds: readonly Reed[],
  colours: readonly [stem: string, plume: string, ring: string],
  width: number,
  ring: number,
) {
  const drawn = reeds.map((reed) => reedPaths(reed, ring))
  return [
    strokes(
      drawn.flatMap((one) => one.rings),
      colours[2],
      width * 0.8,
    ),
    strokes(
      drawn.flatMap((one) => one.stem),
      colours[0],
      width,
    ),
    strokes(
      drawn.flatMap((one) => one.plume),
      colours[1],
      width * 0.6,
    ),
  ].join('')
}

/** Reeds above a little water: empty states, error pages, sign-in. */
function water(stem: string, ring: string) {
  const lines = ripplePaths({ x0: 11, x1: 197, y0: 103, y1: 126, n: 5, a0: 0.7, a1: 1.6, l0: 62, l1: 84, dPhi: 0.9 })
  return svg(208, 136, strokes(lines, ring, 1) + reedGroup(emptyReeds, [stem, stem, ring], 1, 2.4))
}

/** The small mark: a reed with its leaves over two ripples, in a frame that is open at the upper right. */
const mark = [
  'M20 1.2H4.2a3 3 0 0 0-3 3v24.6a3 3 0 0 0 3 3h24.6a3 3 0 0 0 3-3V11.5',
  'M12.6 23.4c.3-5.600 1.500-9.800 4.400-13 2.300-2.600 5.600-4.900 10.200-7.200',
  'M14 15.200c-2.300-1.900-3.900-4.200-4.600-7',
  'M16.600 11.400c3.600.3 7.200-.2 10.800-1.600',
  'M6 23.800c1.800-1.400 3.600-1.400 5.400 0s3.600 1.400 5.400 0 3.600-1.400 5.400 0 3.500 1.200 4.800.1',
  'M8.800 27.800c1.400-1.100 2.800-1.100 4.200 0s2.800 1.100 4.200 0 2.800-1.100 4.200 0 2.400.9 3.400.1',
]

async function wordMark() {
  const font = fontkit.create(
    await readFile(`${root}node_modules/@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf`),
  )
  const size = 25.5
  const scale = size / font.unitsPerEm
  return font
    .layout('雄安技能')
    .glyphs.map(
      (glyph, index) =>
        `<path transform="translate(${43 + index * 26.6} 26.2) scale(${scale} -${scale})" d="${glyph.path.toSVG()}"/>`,
    )
    .join('')
}

const brand = (word: string) => svg(150, 33, `${strokes(mark, '#fff', 1.9)}<g fill="#fff">${word}</g>`)
const favicon = () =>
  svg(
    33,
    33,
    `<rect width="33" height="33" rx="6" fill="#084a50"/><g transform="translate(3.300 3.300) scale(.8)">${strokes(mark.slice(1), '#fff', 2.4)}</g>`,
  )
const chevron = (colour: string) =>
  svg(
    16,
    16,
    `<path fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" d="m4 6 4 4 4-4"/>`,
  )

async function sprite() {
  const symbols = icons.map(async (name) => {
    const source = await readFile(`${root}node_modules/bootstrap-icons/icons/${name}.svg`, 'utf8')
    const inner = source
      .replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '')
      .replace(/\s*\n\s*/g, '')
    return `<symbol id="${name}" viewBox="0 0 16 16">${inner}</symbol>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg">${(await Promise.all(symbols)).join('')}</svg>\n`
}

await mkdir(out, { recursive: true })
const files: Record<string, string> = {
  'strip.svg': strip(),
  'hero.svg': hero(),
  'hero-reeds.svg': svg(180, 250, reedGroup(heroReeds, ['#8fb8b6', '#8fb8b6', '#8fb8b6'], 1, 3.6), ' opacity=".6"'),
  'reeds.svg': svg(180, 250, reedGroup(heroReeds, ['#7fa9a6', '#7fa9a6', '#bcd4d0'], 1.2, 3.6)),
  'reeds-dark.svg': svg(180, 250, reedGroup(heroReeds, ['#4f8f90', '#4f8f90', '#2f5557'], 1.2, 3.6)),
  'empty.svg': water('#7fa9a6', '#bcd4d0'),
  'empty-dark.svg': water('#4f8f90', '#2f5557'),
  'brand.svg': brand(await wordMark()),
  'favicon.svg': favicon(),
  'chevron.svg': chevron('#1b2426'),
  'chevron-dark.svg': chevron('#ecefe9'),
  'icons.svg': await sprite(),
}
for (const [name, text] of Object.entries(files)) await writeFile(out + name, text)
