import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { RequestHandler } from 'express'

const packages = createRequire(import.meta.url)
const embedded = /url\("data:[^"]*"\)/g

/**
 * Bootstrap's style sheet without its pictures. Ours take their place, and the security policy refuses theirs: a browser
 * that lays a page out before our own style sheet has come would ask for them in vain.
 */
export function bootstrapStyle(): RequestHandler {
  const css = readFile(packages.resolve('bootstrap/dist/css/bootstrap.min.css'), 'utf8').then((text) =>
    text.replace(embedded, 'none'),
  )
  return async (_req, res) => {
    res
      .set('cache-control', 'public, max-age=2592000, immutable')
      .type('css')
      .send(await css)
  }
}
