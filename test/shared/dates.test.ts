import { expect } from 'chai'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  dayOf,
  daysBetween,
  formatDay,
  formatDays,
  formatInstant,
  instantAt,
  isDay,
  lastDayOfMonth,
  monthOf,
  parseDay,
  quarterOf,
  regionClock,
  weekdayOf,
  yearOf,
} from '../../src/shared/dates.js'

describe('parseDay', () => {
  const readable: [string, string][] = [
    ['2026-02-03', '2026-02-03'],
    ['2026/2/3', '2026-02-03'],
    ['2026.02.03', '2026-02-03'],
    ['2026年2月3日', '2026-02-03'],
    ['2026 年 2 月 3 日', '2026-02-03'],
    ['20260203', '2026-02-03'],
    ['２０２６－０２－０３', '2026-02-03'],
    ['　2026-2-3 ', '2026-02-03'],
    ['2026/2/3 0:00:00', '2026-02-03'],
    ['2024-02-29', '2024-02-29'],
  ]
  for (const [text, day] of readable)
    it(`reads ${JSON.stringify(text)} as ${day}`, () => expect(parseDay(text)).to.equal(day))

  for (const text of [
    '2026-02-30',
    '2023-02-29',
    '2026-13-01',
    '2026-00-10',
    '3/2/2026',
    '',
    '昨天',
    '2026-2',
    '17990101',
  ])
    it(`refuses ${JSON.stringify(text)}`, () => expect(parseDay(text)).to.equal(undefined))
})

describe('isDay', () => {
  it('accepts only the stored form of a real day', () => {
    expect(['2026-02-03', '2026-2-3', '2026-02-30', 20260203, undefined].map(isDay)).to.deep.equal([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('calendar arithmetic', () => {
  it('crosses months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).to.equal('2024-02-29')
    expect(addDays('2022-01-01', -1)).to.equal('2021-12-31')
    expect(addMonths('2022-01-31', 1)).to.equal('2022-02-28')
    expect(addYears('2024-02-29', 3)).to.equal('2027-02-28')
    expect(daysBetween('2022-12-31', '2023-01-01')).to.equal(1)
    expect(daysBetween('2023-01-01', '2022-01-01')).to.equal(-365)
    expect(daysBetween('2022-05-01', '2022-05-01')).to.equal(0)
    expect(lastDayOfMonth('2024-02-10')).to.equal('2024-02-29')
  })

  it('names year, month, quarter and weekday', () => {
    expect(yearOf('2022-03-31')).to.equal(2022)
    expect(monthOf('2022-03-31')).to.equal('2022-03')
    expect(['2022-03-31', '2022-04-01', '2022-12-31'].map(quarterOf)).to.deep.equal(['2022Q1', '2022Q2', '2022Q4'])
    expect(weekdayOf('2022-11-23')).to.equal(3)
  })
})

describe('ageOn', () => {
  const cases: [string, string, number][] = [
    ['1901-06-15', '1919-06-14', 17],
    ['1901-06-15', '1919-06-15', 18],
    ['1901-06-15', '1919-06-16', 18],
    ['1904-02-29', '1922-02-28', 17],
    ['1904-02-29', '1922-03-01', 18],
  ]
  for (const [birth, day, age] of cases)
    it(`is ${age} on ${day} for one born ${birth}`, () => expect(ageOn(birth, day)).to.equal(age))
})

describe('the region and its instants', () => {
  it('turns the day at 16:00 UTC', () => {
    expect(dayOf(new Date('2021-12-31T15:59:59Z'))).to.equal('2021-12-31')
    expect(dayOf(new Date('2021-12-31T16:00:00Z'))).to.equal('2022-01-01')
  })

  it('keeps a birthday of the summer-time years on its day', () => {
    expect(instantAt('1988-06-15').toISOString()).to.equal('1988-06-14T15:00:00.000Z')
    expect(dayOf(instantAt('1988-06-15'))).to.equal('1988-06-15')
  })

  it('shows an instant in Shanghai time, 24 hours', () => {
    expect(formatInstant(new Date('2022-11-23T06:05:00Z'), 'en')).to.equal('2022-11-23 14:05')
    expect(formatInstant(new Date('2022-11-22T16:00:00Z'))).to.equal('2022-11-23 00:00')
  })

  it('tells today from the clock it is given', () => {
    expect(regionClock(() => new Date('2022-11-22T20:00:00Z')).today()).to.equal('2022-11-23')
  })
})

describe('formatDay', () => {
  it('writes a day in both languages', () => {
    expect(formatDay('2022-11-23', 'zh-CN')).to.equal('2022年11月23日')
    expect(formatDay('2022-01-03', 'en')).to.equal('3 January 2022')
    expect(formatDays('2022-03-01', '2022-03-18', 'zh-CN')).to.equal('2022年3月1日至2022年3月18日')
    expect(formatDays('2022-03-01', '2022-03-01', 'en')).to.equal('1 March 2022')
  })
})
