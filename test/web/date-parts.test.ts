import { expect } from 'chai'
import { joinDateParts } from '../../src/web/date-parts.js'

describe('joinDateParts', () => {
  it('makes one day of three boxes and leaves other fields alone', () => {
    const joined = joinDateParts({ 'start-year': '2022', 'start-month': '3', 'start-day': '07', size: '46' })
    expect(joined).to.deep.equal({ start: '2022-03-07', size: '46' })
  })

  it('gives an empty day when all three boxes are empty', () => {
    expect(joinDateParts({ 'start-year': '', 'start-month': ' ', 'start-day': '' })).to.deep.equal({ start: '' })
  })

  it('keeps what cannot be a day as typed, so that the schema refuses it and the page shows it again', () => {
    expect(joinDateParts({ 'start-year': '2022', 'start-month': '十', 'start-day': '' })).to.deep.equal({
      start: '2022-十-',
    })
  })

  it('does not touch a day that came as one field', () => {
    expect(joinDateParts({ start: '2022-03-07' })).to.deep.equal({ start: '2022-03-07' })
  })
})
