import { expect } from 'chai'
import { newId } from '../../src/infra/ids.js'
import { load } from 'cheerio'
import { appAs, Browser, makeApp } from '../support/app.js'
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

  it('keeps a form whose writer was signed out meanwhile, with its ticks and empty cells', async () => {
    const guest = new Browser(makeApp().app)
    await guest.csrf()
    const { status, text } = await guest.post('/course-runs/bulk/pass', {
      reason: '楼层写错了',
      reasons: ['place', 'teachers'],
      'lesson-topic': ['', '电工', ''],
    })
    const kept = load(text)('form textarea[hidden]')
      .toArray()
      .map((box) => [load(box)('textarea').attr('name'), load(text)(box).text().trim()].join('='))
    expect([status, text.includes('在新窗口登录'), ...kept]).to.deep.equal([
      403,
      true,
      'reason=楼层写错了',
      'reasons=place',
      'reasons=teachers',
      'lesson-topic=',
      'lesson-topic=电工',
      'lesson-topic=',
    ])
    expect((await guest.post('/course-runs/bulk/pass')).headers['location']).to.equal('/sign-in')
  })

  it('has nothing to give back where only a link was followed', async () => {
    const { browser } = await appAs('administrator')
    const { status, text } = await browser.get(`/mistakes/${newId()}?outcome=电话已改`)
    expect([status, text.includes('xa-kept')]).to.deep.equal([404, false])
  })
})
