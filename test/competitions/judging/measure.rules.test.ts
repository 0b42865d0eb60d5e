import { expect } from 'chai'
import {
  isStep,
  markFault,
  measuredText,
  parseMark,
  parseMeasured,
} from '../../../src/competitions/judging/measure.rules.js'

describe('a measured value', () => {
  for (const [text, unit, value] of [
    ['12.5', 'mm', 12_500],
    ['0', 'mm', 0],
    ['0.001', 'mm', 1],
    ['0.0001', 'mm', undefined],
    ['8:42', '秒', 522_000],
    ['8：42', '秒', 522_000],
    ['8:60', '秒', undefined],
    ['8:42.5', '秒', 522_500],
    ['8:42', 'mm', undefined],
    ['59', '秒', 59_000],
    ['-1', 'mm', undefined],
    ['', 'mm', undefined],
    ['1e3', 'mm', undefined],
  ] as const) {
    it(`typed as "${text}" ${unit} is ${value}`, () => void expect(parseMeasured(text, unit)).to.equal(value))
  }
  for (const [value, unit, text] of [
    [522_000, '秒', '8:42'],
    [522_500, '秒', '8:42.5'],
    [60_000, '秒', '1:00'],
    [59_999, '秒', '59.999'],
    [12_500, 'mm', '12.5'],
    [0, 'mm', '0'],
  ] as const) {
    it(`of ${value} thousandths ${unit} is shown as ${text}`, () =>
      void expect([measuredText(value, unit), parseMeasured(text, unit)]).to.deep.equal([text, value]))
  }
})

const aspects = {
  judgement: { code: 'B1', type: 'judgement', bands: [] },
  met: { code: 'A2', type: 'measurement', bands: [] },
  measured: { code: 'A1', type: 'measurement', bands: [{ upTo: 2000, marks: 10 }], unit: 'mm' },
  time: { code: 'TIME', type: 'measurement', bands: [], unit: '秒' },
} as const

describe('a typed mark', () => {
  for (const [kind, text, value] of [
    ['judgement', '0', 0],
    ['judgement', '3', 3],
    ['judgement', '4', undefined],
    ['judgement', '1.5', undefined],
    ['met', '0', 0],
    ['met', '1', 1],
    ['met', '2', undefined],
    ['met', '3', undefined],
    ['measured', '2', 2000],
    ['measured', '2.5', 2500],
    ['measured', 'two', undefined],
    ['time', '8:42', 522_000],
    ['time', '1', 1000],
  ] as const)
    it(`${text} of a ${kind} aspect is ${value}`, () => void expect(parseMark(text, aspects[kind])).to.equal(value))
  for (const [kind, step, fault] of [
    ['judgement', true, 'marking.not-a-step'],
    ['met', true, 'marking.not-met'],
    ['measured', false, 'marking.not-measured'],
    ['time', false, 'marking.not-measured'],
  ] as const)
    it(`of a ${kind} aspect is ${step ? 'a step' : 'a value'}, and what is wrong is told as such`, () =>
      void expect([isStep(aspects[kind]), markFault(aspects[kind])]).to.deep.equal([step, fault]))
})
