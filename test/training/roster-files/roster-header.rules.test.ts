import { expect } from 'chai'
import { readHeader } from '../../../src/training/roster-files/roster-header.rules.js'
import { rosterColumns } from '../../../src/training/roster-files/roster-columns.data.js'

const said = (...header: string[]): string => {
  const verdict = readHeader(header)
  return verdict.ok
    ? `${Object.entries(verdict.at)
        .map(([key, index]) => `${key}${index}`)
        .join(' ')}${verdict.unused.length > 0 ? ` without ${verdict.unused.join()}` : ''}`
    : `missing ${verdict.missing.join()} twice ${verdict.twice.join()}`
}

describe('readHeader', () => {
  it('knows the template', () =>
    expect(said(...rosterColumns.map(({ header, required }) => (required ? `${header}*` : header)))).to.match(
      /^name0 idType1 idNumber2 .* residence8$/,
    ))
  const cases: readonly [name: string, header: string[], expected: string][] = [
    ['columns in another order', ['人员类别', '证件号码', '姓名'], 'category0 idNumber1 name2'],
    [
      'names of other systems',
      ['序号', '学员姓名', '身份证号', '人员类别（主）', '联系电话'],
      'name1 idNumber2 category3 phone4',
    ],
    ['stars, spaces and width', ['姓　名＊', '证件号码 *', '人员类别(必填)'], 'name0 idNumber1 category2'],
    [
      'columns that nothing needs',
      ['姓名', '证件号码', '人员类别', '民族', '备注'],
      'name0 idNumber1 category2 without 民族,备注',
    ],
    [
      'the column of reasons of a returned file',
      ['姓名', '证件号码', '人员类别', '错误原因'],
      'name0 idNumber1 category2',
    ],
    ['what is missing', ['姓名', '手机号码'], 'missing 证件号码,人员类别 twice '],
    ['what stands twice', ['姓名', '证件号码', '人员类别', '身份证号'], 'missing  twice 身份证号'],
    ['another table', ['上课日期', '课时'], 'missing 姓名,证件号码,人员类别 twice '],
  ]
  for (const [name, header, expected] of cases) it(`reads ${name}`, () => expect(said(...header)).to.equal(expected))
})
