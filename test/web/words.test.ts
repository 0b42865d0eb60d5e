import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../src/infra/project-root.js'
import type { Words } from '../../src/shared/words.js'
import { createTranslator } from '../../src/web/i18n.js'
import { words } from '../../src/words.js'

const known = new Set(
  Object.entries(words as Record<string, Words>).flatMap(([room, sentences]) =>
    Object.keys(sentences).map((key) => `${room}.${key}`),
  ),
)

const sourcesOf = (folder: string, ending: RegExp) =>
  readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

describe('words', () => {
  it('exist for every key that a source or a view names', () => {
    const missing = new Set<string>()
    for (const file of [...sourcesOf('src', /\.ts$/), ...sourcesOf('views', /\.ejs$/)]) {
      for (const [, key] of readFileSync(file, 'utf8').matchAll(/\bt\('([a-zA-Z]+\.[\w-]+)'/g))
        if (!known.has(key!)) missing.add(key!)
    }
    expect([...missing]).to.deep.equal([])
  })

  it('exist for what the trail tells of an act', () => {
    const missing = new Set<string>()
    for (const file of sourcesOf('src', /\.ts$/))
      for (const [, subject, act] of readFileSync(file, 'utf8').matchAll(
        /noteAct\(\s*'([a-z-]+)'(?:[^()]*\bact: '([\w-]+)')?/g,
      )) {
        if (!known.has(`auditEvents.on-${subject}`)) missing.add(subject!)
        if (act && !known.has(`audit.value-${act}`)) missing.add(act)
      }
    expect([...missing]).to.deep.equal([])
  })

  it('have the same blanks to fill in both languages', () => {
    const blanks = (text: string) =>
      [...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}/g)]
        .map(([, name]) => name)
        .sort()
        .join()
    const uneven = Object.entries(words as Record<string, Words>).flatMap(([room, sentences]) =>
      Object.entries(sentences)
        .filter(([, [zh, ...english]]) => english.some((en) => blanks(zh) !== blanks(en) && !(blanks(zh) === 'count')))
        .map(([key]) => `${room}.${key}`),
    )
    expect(uneven).to.deep.equal([])
  })

  it('choose the plural by count', () => {
    const t = createTranslator({ x: { n: ['{{count}} 张', '{{count}} certificate', '{{count}} certificates'] } })
    expect([t('en')('x.n', { count: 1 }), t('en')('x.n', { count: 2 }), t('zh-CN')('x.n', { count: 2 })]).to.deep.equal(
      ['1 certificate', '2 certificates', '2 张'],
    )
  })
})
