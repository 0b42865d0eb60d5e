import type { Words } from '../shared/words.js'

export const errorWords = {
  refused: ['没有办成，请核对后再试', 'This could not be done. Check and try again'],
  checkField: ['请核对这一项', 'Check this field'],
  notOffered: ['请从给出的选项里选择', 'Choose one of the options on the page'],
  tooLong: ['最多 {{max}} 个字', 'Use at most {{max}} characters'],
  'bad-request': ['请求读不懂，请返回上一页重试', 'The request could not be read. Go back and try again'],
  'not-your-role': ['您的角色不能办这件事，请联系新区管理员', 'Your role cannot do this. Ask a New Area administrator'],
  'not-yours': [
    '这条记录不归您管，请联系对方机构或新区管理员',
    'This record belongs to another organisation. Ask them or an administrator',
  ],
  'sent-already': [
    '这份表单已经提交过，没有再办一次。请回到上一页刷新，看办理结果',
    'This form has been sent already and was not carried out again. Go back and reload the page to see what became of it',
  ],
  'already-exists': ['已经有这条记录了', 'This record exists already'],
  'changed-meanwhile': [
    '您打开之后，别人改过这条记录。请刷新后再改',
    'Somebody changed this record after you opened it. Reload and change it again',
  ],
  'file-too-big': ['文件太大，请不要超过 {{megabytes}} MB', 'The file is too large. Keep it under {{megabytes}} MB'],
  'file-missing': ['请选择文件', 'Choose a file'],
  'sheet-not-a-workbook': [
    '这不是 Excel 工作簿。请另存为 .xlsx 或 CSV 后再上传',
    'This is not an Excel workbook. Save it as .xlsx or CSV and upload it again',
  ],
  'sheet-too-big': [
    '文件太大。请不要超过 20 MB，或分成几个文件',
    'The file is too large. Keep it under 20 MB or split it',
  ],
  'sheet-zip-bomb': [
    '文件展开后过大，无法读取。请把数据复制到新模板里',
    'The file unpacks to too much. Copy the data into a new template',
  ],
  'sheet-password': ['文件有密码。请去掉密码后再上传', 'The file has a password. Remove it and upload again'],
  'sheet-empty': ['文件是空的。请填写后再上传', 'The file is empty. Fill it in and upload again'],
  'sheet-too-many-rows': ['超过 20,000 行。请分成几个文件上传', 'More than 20,000 lines. Split the file'],
  'sheet-cell-too-long': [
    '有一格超过 2,000 字。请核对是不是贴错了，改好后再上传',
    'A cell holds more than 2,000 characters. Check what was pasted there and upload the file again',
  ],
  'sheet-unreadable': [
    '文件已损坏，读不出来。请用 Excel 或 WPS 重新保存后再上传',
    'The file is damaged. Save it again in Excel or WPS and upload it',
  ],
  'sheet-encoding': [
    '读不出文字编码。请另存为 UTF-8 的 CSV，或 .xlsx',
    'The text encoding cannot be read. Save it as CSV in UTF-8, or as .xlsx',
  ],
  'sheet-timeout': [
    '文件读得太久，已停止。请分成几个文件上传',
    'Reading took too long and was stopped. Split the file',
  ],
  'upload-not-accepted': ['上传的内容不符合要求，请重新选择文件', 'The upload was not accepted. Choose the file again'],
  'too-many': ['操作太频繁，请 1 分钟后再试', 'Too many requests. Try again in a minute'],
  'maker-is-checker': [
    '自己提交的不能自己审核，请由其他人办理',
    'You cannot review what you submitted. Ask a colleague',
  ],
  'wrong-state': ['现在的状态不能办这件事，请刷新页面', 'This cannot be done in its present state. Reload the page'],
  'character-missing': [
    '字库里没有“{{character}}”（{{codePoint}}）这个字，打印不出来。请联系平台管理员补字，补好后再打印',
    'No font here has the character “{{character}}” ({{codePoint}}), so it cannot be printed. Ask the operator to add it, then print again',
  ],
  'does-not-fit': [
    '“{{value}}”太长，纸上排不下。请缩短后再打印',
    '“{{value}}” is too long for the paper. Shorten it, then print again',
  ],
  database: ['数据暂时读不到，请 1 分钟后再试', 'The data cannot be read just now. Try again in a minute'],
  kept: ['您写的内容', 'What you wrote'],
  reasonMissing: ['请写明原因', 'Give a reason'],
} satisfies Words
