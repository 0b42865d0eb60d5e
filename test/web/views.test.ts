import { mkdtemp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { viewEngine } from '../../src/web/views.js'

async function viewsWith(files: Record<string, string>) {
  const dir = await mkdtemp(path.join(tmpdir(), 'views-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true })
    await writeFile(path.join(dir, name), text)
  }
  return dir
}

const files = {
  'rooms/show.ejs': "<p><%= name %></p><%- include('/partials/end') %>",
  'partials/end.ejs': '<%- icon("bell") %>',
  'layouts/plain.ejs': '<main><%- body %></main>',
}

function render(dir: string, view: string, locals: object) {
  return new Promise<string>((resolve, reject) => {
    viewEngine(dir)(path.join(dir, view), locals, (error, html) =>
      error ? reject(error as Error) : resolve(html ?? ''),
    )
  })
}

describe('viewEngine', () => {
  it('draws the view inside its layout, and an include from the root of the views', async () => {
    const html = await render(await viewsWith(files), 'rooms/show.ejs', {
      layout: 'plain',
      name: '<b>',
      assetVersion: '7',
    })
    expect(html).to.match(/^<main><p>&lt;b&gt;<\/p><svg class="xa-i".*icons\.svg\?v=7#bell/)
  })

  it('draws a fragment when the page names no layout', async () => {
    expect(await render(await viewsWith(files), 'rooms/show.ejs', { name: 'a' })).to.match(/^<p>a<\/p><svg/)
  })

  it('reports a broken view to Express instead of throwing', async () => {
    const dir = await viewsWith({ 'rooms/broken.ejs': '<%= missing.member %>' })
    const failed = await render(dir, 'rooms/broken.ejs', {}).then(
      () => '',
      (error: Error) => error.message,
    )
    expect(failed).to.contain('missing is not defined')
  })
})
