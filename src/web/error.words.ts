import type { Words } from '../shared/words.js'

export const errorWords = {
  refused: ['没有办成，请核对后再试', 'This could not be done. Check and try again'],
  checkField: ['请核对这一项', 'Check this field'],
  tooLong: ['最多 {{max}} 个字', 'Use at most {{max}} characters'],
  'bad-request': ['请求读不懂，请返回上一页重试', 'The request could not be read. Go back and try again'],
  'not-your-role': ['您的角色不能办这件事，请联系新区管理员', 'Your role cannot do this. Ask a New Area administrator'],
  'not-yours': [
    '这条记录不归您管，请联系对方机构或新区管理员',
    'This record belongs to another organisation. Ask them or an administrator',
  ],
  'already-exists': ['已经有这条记录了', 'This record exists already'],
  'changed-meanwhile': [
    '您打开之后，别人改过这条记录。请刷新后再改',
    'Somebody changed this record after you opened it. Reload and change it again',
  ],
  'file-too-big': ['文件太大，请不要超过 {{megabytes}} MB', 'The file is too large. Keep it under {{megabytes}} MB'],
  'file-missing': ['请选择文件', 'Choose a file'],
  'upload-not-accepted': ['上传的内容不符合要求，请重新选择文件', 'The upload was not accepted. Choose the file again'],
  'too-many': ['操作太频繁，请 1 分钟后再试', 'Too many requests. Try again in a minute'],
  'maker-is-checker': [
    '自己提交的不能自己审核，请由其他人办理',
    'You cannot review what you submitted. Ask a colleague',
  ],
  'wrong-state': ['现在的状态不能办这件事，请刷新页面', 'This cannot be done in its present state. Reload the page'],
  database: ['数据暂时读不到，请 1 分钟后再试', 'The data cannot be read just now. Try again in a minute'],
  kept: ['您写的内容', 'What you wrote'],
  reasonMissing: ['请写明原因', 'Give a reason'],
} satisfies Words
