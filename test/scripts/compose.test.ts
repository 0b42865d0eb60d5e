import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml'
import { environment } from '../../src/config.js'
import { redisConfig } from '../../scripts/provision/embedded.js'

type Service = {
  image: string
  command: string[] | string
  ports?: string[]
  environment?: Record<string, string>
  healthcheck?: { test: string[] }
  depends_on?: Record<string, { condition: string }>
  volumes?: string[]
}
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> }

const compose = load(readFileSync('compose.yaml', 'utf8'), { schema: CORE_SCHEMA.withTags(mergeTag) }) as Compose
const dockerfile = readFileSync('Dockerfile', 'utf8')
const stages = dockerfile.split(/^FROM /m).slice(1)

const service = (name: string): Service => {
  const found = compose.services[name]
  if (!found) throw new Error(`compose.yaml has no service ${name}`)
  return found
}

describe('compose.yaml', () => {
  it('has the two databases, one setup, web and worker', () => {
    expect(Object.keys(compose.services)).to.have.members(['mongo', 'redis', 'setup', 'web', 'worker'])
  })

  it('runs mongod as a replica set that its own health check makes', () => {
    expect(service('mongo').command).to.include.members(['--replSet', 'rs0'])
    const check = service('mongo').healthcheck?.test.join(' ')
    expect(check).to.include("rs.initiate({ _id: 'rs0'")
    expect(check).to.include('isWritablePrimary')
    expect(service('web').environment?.MONGODB_URI).to.include('replicaSet=rs0')
  })

  for (const line of ['appendonly yes', 'appendfsync everysec', 'maxmemory-policy noeviction']) {
    it(`gives both Redis, embedded and in compose, "${line}"`, () => {
      expect(`${String(service('redis').command)} `).to.include(` --${line} `)
      expect(redisConfig(6379).split('\n')).to.include(line)
    })
  }

  it('lets web and worker start only after the setup, and the setup after both databases', () => {
    expect(service('setup').depends_on?.mongo?.condition).to.equal('service_healthy')
    expect(service('setup').depends_on?.redis?.condition).to.equal('service_healthy')
    for (const name of ['web', 'worker']) {
      expect(service(name).depends_on?.setup?.condition).to.equal('service_completed_successfully')
    }
  })

  it('publishes the web port alone, on this machine alone', () => {
    const published = Object.values(compose.services).flatMap((one) => one.ports ?? [])
    expect(published).to.deep.equal(['127.0.0.1:3000:3000'])
  })

  it('declares every named volume that it mounts', () => {
    const mounted = Object.values(compose.services).flatMap((one) => one.volumes ?? [])
    expect(mounted.map((volume) => volume.split(':')[0])).to.have.members(['mongo', 'redis', 'app', 'app', 'app'])
    expect(Object.keys(compose.volumes)).to.have.members(['mongo', 'redis', 'app'])
  })

  it('sets only variables that the configuration reads', () => {
    const own = ['SECRETS_FILE']
    const known = [...Object.keys(environment.shape), ...own]
    for (const name of Object.keys(service('web').environment ?? {})) expect(known).to.include(name)
  })
})

describe('Dockerfile', () => {
  it('builds in one stage and ships another without development packages', () => {
    expect(stages).to.have.length(2)
    expect(stages[0]).to.include('npm prune --omit=dev')
    expect(stages[1]).not.to.include('npm ')
  })

  it('runs as an ordinary user', () => {
    expect(stages[1]).to.match(/^USER node$/m)
  })

  it('starts the program that compose gives its roles to', () => {
    expect(dockerfile).to.include('ENTRYPOINT ["node", "--enable-source-maps", "dist/scripts/container.js"]')
    expect(['setup', 'web', 'worker'].map((name) => service(name).command)).to.deep.equal([
      ['setup'],
      ['web'],
      ['worker'],
    ])
  })

  it('copies what the running system reads: dist, views, public', () => {
    for (const folder of ['./dist', './views', './public', './node_modules'])
      expect(stages[1]).to.include(` ${folder}\n`)
  })
})
