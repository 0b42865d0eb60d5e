import { expect } from 'chai'
import { ticked } from '../../src/web/form.js'

describe('ticked', () => {
  for (const value of ['yes', 'on', 'true', '1'])
    it(`takes “${value}” as a box that was sent`, () => expect(ticked.parse(value)).to.equal(true))
  for (const value of [undefined, '', 'false', '0', ['yes', 'yes']])
    it(`takes ${JSON.stringify(value)} as a box that was not`, () => expect(ticked.parse(value)).to.equal(false))
})
