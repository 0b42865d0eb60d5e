import { expect } from 'chai'
import { unbroken } from '../../src/web/unbroken.js'

const word = (text: string) => `<span class="xa-unbroken">${text}</span>`

describe('days and telephone numbers of a page', () => {
  for (const [name, html, expected] of [
    ['in a sentence', '<p>到 2023-02-28，共', `<p>到 ${word('2023-02-28')}，共`],
    ['two of them', '<td>2022-03-01 至 2023-02-28</td>', `<td>${word('2022-03-01')} 至 ${word('2023-02-28')}</td>`],
    [
      'in Chinese',
      '<td>2026年10月9日至2026年11月5日</td>',
      `<td>${word('2026年10月9日')}至${word('2026年11月5日')}</td>`,
    ],
    ['with a time', '<b>2022-03-01 14:05</b>', `<b>${word('2022-03-01')} 14:05</b>`],
    ['of a telephone', '<p>请拨 0312-000-0000。', `<p>请拨 ${word('0312-000-0000')}。`],
    ['in an attribute', '<input value="2022-03-01">', '<input value="2022-03-01">'],
    ['in a choice', '<option>2022-03-01</option>', '<option>2022-03-01</option>'],
    ['that somebody types', '<textarea name="a">2022-03-01</textarea>', '<textarea name="a">2022-03-01</textarea>'],
    ['of a title', '<title>2022-03-01</title>', '<title>2022-03-01</title>'],
    ['of a drawing', '<svg><text>2022-03-01</text></svg>', '<svg><text>2022-03-01</text></svg>'],
    ['inside a number', '<p>XA-2022-03-01 2022-03-01-7 12022-03-01', '<p>XA-2022-03-01 2022-03-01-7 12022-03-01'],
  ] as const)
    it(`${name} ${html === expected ? 'stay as they are' : 'are kept in one piece'}`, () =>
      void expect(unbroken(html)).to.equal(expected))
})
