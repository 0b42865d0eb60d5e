import type { Words } from '../../shared/words.js'

/** Registering, changing and submitting. */
export const filingWords = {
  partWho: ['机构是谁', 'Who it is'],
  partWhere: ['在哪里、找谁', 'Where it is and whom to ask'],
  partCertificates: ['发证', 'Certificates'],
  save: ['保存', 'Save'],
  saveDraft: ['保存并继续', 'Save and continue'],
  saveChange: ['保存变更', 'Save changes'],
  back: ['不保存，返回', 'Back without saving'],
  edit: ['修改资料', 'Change the filing'],
  editTitle: ['修改机构资料', 'Change the filing'],
  changeLead: [
    '地址和联系人保存后马上生效。名称、代码、类型、地区、许可和证书编号要审核，审核通过前按原来的执行。',
    'Address and contact change at once. Name, code, kinds, region, licences and number prefix are reviewed; until then the approved ones stay in force.',
  ],
  registered: ['已登记：{{name}}。补齐资料后提交审核', 'Registered: {{name}}. Complete the filing, then submit it'],
  saved: ['已保存：{{name}}', 'Saved: {{name}}'],
  proposedNotice: [
    '变更已提交审核：{{name}}。审核通过前按原来的执行',
    'Changes submitted: {{name}}. The approved facts stay in force until then',
  ],
  'has-one': ['您的账号已属于一家机构，不能再登记', 'Your account belongs to an organisation already'],
  'not-while-waiting': [
    '正在审核，不能修改。要改请先联系管理县经办退回',
    'The filing is under review. Ask the county officer to return it first',
  ],
  'not-while-suspended': [
    '机构已暂停，资料不能修改。请联系管理县经办',
    'The organisation is suspended. Ask the county officer',
  ],
  incomplete: ['资料还没有填齐，请补齐后再提交', 'Something is still missing. Complete the filing, then submit it'],
  check: ['核对并提交', 'Check and submit'],
  checkTitle: ['提交前核对', 'Check before submitting'],
  checkLead: [
    '{{county}}经办会审核这些内容。审核期间不能修改；结果会发到“消息”。',
    'The officers of {{county}} review this. It cannot be changed meanwhile; the result comes to your messages.',
  ],
  missing: [
    '还缺 {{count}} 项，补齐后才能提交',
    '{{count}} thing is still missing',
    '{{count}} things are still missing',
  ],
  missingLink: ['去补齐', 'Complete it'],
  declare: ['以上内容真实，与证照原件一致', 'This is true and agrees with the original documents'],
  declareMissing: [
    '提交前请勾选：内容真实，与证照原件一致',
    'Tick that this is true and agrees with the original documents',
  ],
  submit: ['提交机构备案', 'Submit the filing'],
  submittedNotice: [
    '已提交：{{name}}。{{county}}经办审核后会发消息',
    'Submitted: {{name}}. The officers of {{county}} will send a message',
  ],
} satisfies Words
