import { expect } from 'chai'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('the pages that everybody sees', () => {
  usesDatabase()

  it('lead nowhere that is not there', async () => {
    const { browser, services } = await appAs('administrator')
    await services.policies.loadSeeds()
    for (const page of ['/', '/sitemap', '/help', '/mistakes']) {
      const hrefs = new Set(
        [...(await browser.get(page)).text.matchAll(/href="(\/[^"#?]*)/g)]
          .map(([, href]) => href!)
          .filter((href) => !/^\/(assets|vendor)\//.test(href)),
      )
      expect(hrefs.size).to.be.greaterThan(5)
      for (const href of hrefs)
        expect([page, href, (await browser.get(href)).status].join(' ')).to.match(/ (200|302|303)$/)
    }
  })
})
