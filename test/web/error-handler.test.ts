import { expect } from 'chai'
import { newId } from '../../src/infra/ids.js'
import { appAs } from '../support/app.js'
import { usesDatabase } from '../support/database.js'

describe('an error page in the place of a form', () => {
  usesDatabase()

  it('gives back what somebody wrote, and neither what only the form needs nor secrets', async () => {
    const { browser } = await appAs('administrator')
    const { status, text } = await browser.post(`/mistakes/${newId()}/close`, {
      outcome: '电话已改为县局值班电话',
      version: '314159',
      act: 'close-and-next',
      newPassword: '芦苇荡里的灯',
      idNumber: '一三三一〇〇',
    })
    const shown = ['电话已改为县局值班电话', '314159', 'close-and-next', '芦苇荡里的灯', '一三三一〇〇'].filter((one) =>
      text.includes(one),
    )
    expect([status, shown]).to.deep.equal([404, ['电话已改为县局值班电话']])
  })

  it('has nothing to give back where only a link was followed', async () => {
    const { browser } = await appAs('administrator')
    const { status, text } = await browser.get(`/mistakes/${newId()}?outcome=电话已改`)
    expect([status, text.includes('xa-kept')]).to.deep.equal([404, false])
  })
})
