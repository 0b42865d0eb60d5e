import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../src/infra/project-root.js'

const floors: readonly (readonly string[])[] = [
  ['shared'],
  ['infra', 'web'],
  ['office'],
  ['registry'],
  ['training'],
  ['workplace', 'competitions'],
  ['papers'],
  ['counting'],
  ['money'],
  ['desk'],
]
const floorOf = (wing: string): number => floors.findIndex((wings) => wings.includes(wing))
// The wiring stands outside the house; `paths` is a list of addresses that every floor may read.
const wiring = /^src\/[^/]+\.ts$/

const filesBelow = (folder: string): string[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)))

interface Import {
  path: string
  typeOnly: boolean
}
interface Source {
  file: string
  text: string
  imports: Import[]
}

function read(file: string): Source {
  const text = readFileSync(join(projectRoot, file), 'utf8')
  const imports = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'(\.[^']+)'/gms)].map(
    (match) => ({
      typeOnly: Boolean(match[1]),
      path: relative(projectRoot, resolve(join(projectRoot, file, '..'), match[2]!)).replace(/\.js$/, '.ts'),
    }),
  )
  return { file, text, imports }
}

const sources = filesBelow('src').map(read)
const wingOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1]

describe('the floors of the house', () => {
  it('hold every wing', () => {
    const unknown = sources
      .filter(({ file }) => !wiring.test(file) && floorOf(wingOf(file)!) < 0)
      .map(({ file }) => file)
    expect(unknown).to.deep.equal([])
  })

  it('let a wing import only itself and wings below it', () => {
    const faults: string[] = []
    for (const { file, imports } of sources.filter(({ file: name }) => !wiring.test(name))) {
      const from = wingOf(file)!
      for (const { path, typeOnly } of imports) {
        if (path === 'src/paths.ts' || (typeOnly && path === 'src/config.ts')) continue
        const to = wingOf(path)
        const sameRow = from === 'web' && to === 'infra'
        if (!to || (to !== from && !sameRow && floorOf(to) >= floorOf(from))) faults.push(`${file} → ${path}`)
      }
    }
    expect(faults).to.deep.equal([])
  })

  it('have no cycle of imports', () => {
    const graph = new Map(
      sources.map(({ file, imports }) => [file, imports.filter(({ typeOnly }) => !typeOnly).map(({ path }) => path)]),
    )
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (file: string, trail: readonly string[]) => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') return void cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      state.set(file, 'open')
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file])
      state.set(file, 'done')
    }
    for (const file of graph.keys()) visit(file, [])
    expect(cycles).to.deep.equal([])
  })
})

const laws: readonly { files: RegExp; never: RegExp; because: string }[] = [
  {
    files: /\.rules\.ts$/,
    never: /^import (?!type\b)[^']*'(?!.*(\.rules|\.data|shared\/))/m,
    because: 'a rule is pure',
  },
  {
    files: /\.rules\.ts$/,
    never: /new Date\(\)|Date\.now|process\.env|Math\.random/,
    because: 'a rule is told the day',
  },
  {
    files: /\.(routes|view|forms)\.ts$/,
    never: /^import (?!type\b)[^']*'.*\.model\.js/m,
    because: 'only services and queries touch the database',
  },
  { files: /\.(service|queries)\.ts$/, never: /from '(express|bull)'/, because: 'a service knows no framework' },
  {
    files: /\.view\.ts$/,
    never: /\.service\.js'|\.queries\.js'(?<!^import type.*)/,
    because: 'a view is handed its data',
  },
  { files: /\.ts$/, never: /from '(\.\.\/)+(jobs|scripts|test)\//, because: 'src never imports what runs it' },
  { files: /^(?!src\/config).*\.ts$/, never: /process\.env/, because: 'only config reads the environment' },
  { files: /\.ts$/, never: /export default/, because: 'names are said where they are used' },
]

describe('the laws of the files', () => {
  for (const { files, never, because } of laws) {
    it(`hold that ${because}: ${never.source.slice(0, 40)}`, () => {
      const faults = sources.filter(({ file, text }) => files.test(file) && never.test(text)).map(({ file }) => file)
      const typed =
        because === 'a view is handed its data'
          ? faults.filter((file) =>
              sources
                .find((source) => source.file === file)!
                .imports.some(({ path, typeOnly }) => !typeOnly && /\.(service|queries)\.ts$/.test(path)),
            )
          : faults
      expect(
        because === 'only services and queries touch the database' ? typed.filter(importsModelAtRunTime) : typed,
      ).to.deep.equal([])
    })
  }

  it('keep source files under 200 lines and tests under 300', () => {
    const long = [...sources, ...filesBelow('jobs').map(read), ...filesBelow('scripts').map(read)]
      .filter(({ text }) => text.split('\n').length > 201)
      .map(({ file }) => file)
    const longTests = filesBelow('test')
      .map(read)
      .filter(({ text }) => text.split('\n').length > 301)
      .map(({ file }) => file)
    expect([...long, ...longTests]).to.deep.equal([])
  })
})

/** Constants of a model (lists of states) are plain data; the models themselves are not for routes and views. */
function importsModelAtRunTime(file: string): boolean {
  const text = readFileSync(join(projectRoot, file), 'utf8')
  return [...text.matchAll(/^import (?!type\b)\{([^}]*)\} from '.*\.model\.js'/gm)].some(([, names]) =>
    names!
      .split(',')
      .map((name) => name.trim())
      .some((name) => /^[A-Z]/.test(name)),
  )
}
