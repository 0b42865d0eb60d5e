import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Looks at finished papers with the tools that readers use: poppler, qpdf, zbar. */
const withFile = <T>(bytes: Uint8Array, look: (path: string, folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  const path = join(folder, 'paper.pdf')
  writeFileSync(path, bytes)
  try {
    return look(path, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

export const qpdfCheck = (pdf: Buffer) => withFile(pdf, (path) => run('qpdf', '--check', path))

export const textOf = (pdf: Buffer) => withFile(pdf, (path) => run('pdftotext', '-raw', path, '-').normalize())

export const linesOf = (pdf: Buffer) => textOf(pdf).split('\n')

export const fontsOf = (pdf: Buffer) =>
  withFile(pdf, (path) => run('pdffonts', path))
    .split('\n')
    .slice(2)
    .filter(Boolean)
    .map((row) => {
      const [name, , , , embedded, subset, unicode] = row.split(/\s+/)
      return { name: name!, embedded, subset, unicode }
    })

export const pdfInfo = (pdf: Buffer) => withFile(pdf, (path) => run('pdfinfo', path))

export const qrOf = (pdf: Buffer) =>
  withFile(pdf, (path, folder) => {
    run('pdftoppm', '-r', '150', '-png', path, join(folder, 'page'))
    return run('zbarimg', '-q', '--raw', join(folder, 'page-1.png')).trim()
  })

export const qrOfPicture = (png: Buffer) => withFile(png, (path) => run('zbarimg', '-q', '--raw', path).trim())

export interface Word {
  text: string
  x: number
  y: number
  right: number
  bottom: number
}

const mm = (points: string) => (Number(points) * 25.4) / 72

/** Every word with its box in millimetres. */
export const wordsOf = (pdf: Buffer): Word[] => {
  const html = withFile(pdf, (path) => run('pdftotext', '-bbox', path, '-'))
  const words = html.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)
  return [...words].map(([, x, y, right, bottom, text]) => ({
    ...{ text: text!, x: mm(x!), y: mm(y!), right: mm(right!), bottom: mm(bottom!) },
  }))
}
