import { aptHas, aptInstall } from './apt.js'
import { findOnPath, runCommand } from './command.js'
import { ProvisionError } from './provision-error.js'

type Tool = { debianPackage: string; isThere: () => Promise<boolean> }

// Chromium without windows shows the same pages for two thirds of the work; where apt has none, a whole one will do.
const shell = 'chromium-headless-shell'
const browsers = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const tools: Tool[] = [
  { debianPackage: 'chromium', isThere: async () => findChromium() !== undefined },
  { debianPackage: 'poppler-utils', isThere: async () => ['pdftotext', 'pdftoppm', 'pdfsig'].every(has) },
  { debianPackage: 'qpdf', isThere: async () => has('qpdf') },
  { debianPackage: 'zbar-tools', isThere: async () => has('zbarimg') },
  { debianPackage: 'fontconfig', isThere: async () => has('fc-list') },
  { debianPackage: 'fonts-noto-cjk', isThere: () => hasFont(':lang=zh') },
  // Rare characters in names, on paper: certificates take them from the system's HanaMin.
  { debianPackage: 'fonts-hanazono', isThere: () => hasFont('HanaMinA') },
]

/** The browser that the tests drive: CHROMIUM_BINARY, else the first Chromium or Chrome on PATH. */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM_BINARY || findOnPath(browsers)
}

/** Makes sure that the browser, the PDF tools and a Chinese font are there, through apt where that is allowed. */
export async function ensureTestTools(): Promise<{ chromium: string }> {
  const missing = await wantedPackages()
  const refused = missing.length > 0 ? await aptInstall(missing) : undefined
  const still = missing.length > 0 ? await missingPackages() : []
  const chromium = findChromium()
  if (still.length === 0 && chromium) return { chromium }
  const why = refused ? ` (${refused})` : ''
  throw new ProvisionError(`The tests need these Debian packages${why}: run apt-get install ${still.join(' ')}`, '')
}

async function wantedPackages(): Promise<string[]> {
  const missing = await missingPackages()
  if (process.env.CHROMIUM_BINARY || has(shell) || !(await aptHas(shell))) return missing
  return [shell, ...missing.filter((name) => name !== 'chromium')]
}

async function missingPackages(): Promise<string[]> {
  const there = await Promise.all(tools.map((tool) => tool.isThere()))
  return tools.filter((_, index) => !there[index]).map((tool) => tool.debianPackage)
}

function has(program: string): boolean {
  return findOnPath([program]) !== undefined
}

async function hasFont(pattern: string): Promise<boolean> {
  const { stdout } = await runCommand('fc-list', [pattern, 'family'], { timeoutMs: 30_000 })
  return stdout.trim() !== ''
}
