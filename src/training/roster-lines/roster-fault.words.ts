import type { Words } from '../../shared/words.js'

/** One sentence for each fault of a cell: what to do. The column is named before it. */
export const faultWords = {
  'column-name': ['姓名', 'Name'],
  'column-idType': ['证件类型', 'Document'],
  'column-idNumber': ['证件号码', 'ID number'],
  'column-sex': ['性别', 'Sex'],
  'column-birthOn': ['出生日期', 'Birth date'],
  'column-phone': ['手机号码', 'Mobile number'],
  'column-category': ['人员类别', 'Category'],
  'column-tags': ['重点群体标签', 'Tags'],
  'column-residence': ['常住地', 'Residence'],
  'fault-cell-error': ['单元格显示 {{text}}，请改为实际内容', 'The cell shows {{text}}; type the actual value'],
  'fault-name-missing': ['请填写姓名', 'Enter the name'],
  'fault-name-shape': [
    '姓名请写 2 到 50 个汉字或字母，不要写数字和符号',
    'Use 2 to 50 letters or characters, no digits or signs',
  ],
  'fault-id-type-unknown': [
    '没有“{{text}}”这种证件，请从下拉列表中选择',
    '"{{text}}" is not in the list; choose a document from it',
  ],
  'fault-id-missing': ['请填写证件号码', 'Enter the ID number'],
  'fault-id-as-number': [
    '请把该列设为文本，再重新输入完整号码；按数字保存时后几位已经丢失',
    'Format the column as text and type the whole number again; the last digits were lost',
  ],
  'fault-id-length': [
    '应为 18 位，现在是 {{length}} 位，请核对身份证',
    'It has {{length}} characters and should have 18; check the ID card',
  ],
  'fault-id-characters': [
    '前 17 位应为数字，最后一位为数字或 X，请核对身份证',
    'The first 17 must be digits, the last a digit or X; check the ID card',
  ],
  'fault-id-date': [
    '第 7 到 14 位不是真实的日期，请核对身份证',
    'Digits 7 to 14 are not a real date; check the ID card',
  ],
  'fault-id-check-digit': [
    '最后一位应为 {{expected}}，请核对身份证',
    'The last character should be {{expected}}; check the ID card',
  ],
  'fault-id-format': [
    '不符合这种证件的编号规则，请核对证件和证件类型',
    'It does not fit this kind of document; check number and kind',
  ],
  'fault-id-twice': ['与第 {{line}} 行重复，请删去一行', 'Same as line {{line}}; delete one of them'],
  'fault-sex-unknown': ['请填写男或女', 'Enter 男 or 女'],
  'fault-sex-differs': ['与证件号码不一致，请核对', 'It differs from the ID number; check both'],
  'fault-birth-unreadable': [
    '没有这一天，请按 1901-05-20 的样子填写',
    'There is no such day; write it like 1901-05-20',
  ],
  'fault-birth-differs': ['与证件号码不一致，请核对', 'It differs from the ID number; check both'],
  'fault-birth-future': ['晚于今天，请核对', 'It lies after today; check it'],
  'fault-birth-missing': ['这种证件看不出生日，请填写出生日期', 'This document does not tell the birthday; enter it'],
  'fault-phone-characters': ['手机号码只写数字，例如 13800001234', 'Use digits only, for example 13800001234'],
  'fault-phone-length': [
    '现在是 {{length}} 位，请填写 11 位手机号码',
    'It has {{length}} digits; enter an 11-digit mobile number',
  ],
  'fault-phone-prefix': ['没有这个号段，请核对手机号码', 'No mobile number begins like this; check it'],
  'fault-category-missing': ['请从下拉列表中选择人员类别', 'Choose a category from the list'],
  'fault-category-unknown': [
    '没有“{{text}}”这一类，请从下拉列表中选择',
    '"{{text}}" is not in the list; choose a category from it',
  ],
  'fault-tag-unknown': [
    '没有“{{text}}”这个标签，请用人员类别里的名称，多个用顿号分开',
    '"{{text}}" is not a tag; use names of the categories, apart by commas',
  ],
  'fault-residence-unknown': [
    '找不到“{{text}}”，请从下拉列表中选择，或留空',
    '"{{text}}" is not in the list; choose from it or leave it empty',
  ],
  'fault-name-differs': [
    '该证件号码登记的姓名是{{known}}，请核对姓名和号码；登记错了的，请新区管理员更正',
    'This ID number is registered for {{known}}; check name and number, or ask the New Area administrator to correct the register',
  ],
  'fault-full': ['本班计划 {{capacity}} 人已满，请与机构负责人核对名额', 'All {{capacity}} places are taken'],
  'fault-roster-closed': ['写入时这个班的名册已经关闭', 'The roster was closed when the line was to be written'],
  'fault-cut-off': ['写入时课时已过期限，名册不再增减', 'Too many hours had passed when the line was to be written'],
  'warning-overlap': ['与{{title}}的日期重叠：{{from}} 至 {{to}}', 'Dates overlap with {{title}}: {{from}} to {{to}}'],
  'warning-otherRun': ['其他机构的班', 'a run of another institution'],
  'warning-phone-shared': ['手机号码与第 {{lines}} 行相同，请核对', 'Same mobile number as line {{lines}}; check it'],
} satisfies Words
