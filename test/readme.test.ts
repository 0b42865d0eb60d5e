import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { environment } from '../src/config.js'
import { projectRoot } from '../src/infra/project-root.js'

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8')

describe('the README', () => {
  it('names files and functions that exist, where it says where a rule is', () => {
    const table = readme.slice(readme.indexOf('## Where is the rule for'), readme.indexOf('## Processes'))
    const missing: string[] = []
    for (const line of table.split('\n').filter((row) => row.startsWith('| ') && row.includes('`src/'))) {
      const [, , files = '', functions = ''] = line.split('|')
      const folder = /`(src\/.*)\//.exec(files)?.[1] ?? ''
      const texts = [...files.matchAll(/`([^`]+)`/g)]
        .map(([, file]) => (file!.startsWith('src/') ? file! : join(folder, file!)))
        .map((file) =>
          existsSync(join(projectRoot, file))
            ? readFileSync(join(projectRoot, file), 'utf8')
            : (missing.push(file), ''),
        )
      for (const [, name] of functions.matchAll(/`(\w+)`/g))
        if (!texts.some((text) => new RegExp(`export (const|function|async function) ${name}\\b`).test(text)))
          missing.push(name!)
    }
    expect(missing).to.deep.equal([])
  })

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const named = [...readme.matchAll(/`?npm run ([\w:-]+)/g)].map(([, name]) => name!)
    expect(named.filter((name) => !(name in scripts))).to.deep.equal([])
  })

  it('names every environment variable that a person may set', () => {
    const unsaid = Object.keys(environment.shape).filter(
      (name) => name !== 'NODE_ENV' && !readme.includes(`\`${name}\``),
    )
    expect(unsaid).to.deep.equal([])
  })
})
