import type { Words } from '../../shared/words.js'

export const nameCorrectionWords = {
  correct: ['更正姓名', 'Correct the name'],
  title: ['更正 {{name}} 的姓名', 'Correct the name of {{name}}'],
  lead: [
    '名册、人次等名单随后改用新的姓名；已发的证书、已公示的成绩和已报的结算保持原样，证书可以换发。谁、何时、凭什么更正，审计可以查到。',
    'Rosters and person-times follow at once. Certificates issued, results published and settlements handed in stay as they are; certificates can be reissued. Who corrected it, when and on what ground is recorded for auditors.',
  ],
  name: ['正确的姓名', 'The right name'],
  nameHint: ['与身份证件完全一致，生僻字照写', 'Exactly as on the ID document, rare characters included'],
  nameMissing: ['请填写正确的姓名', 'Enter the right name'],
  'name-shape': [
    '姓名是 2 到 50 个汉字或字母，可以有间隔号，请核对',
    'A name has 2 to 50 Chinese characters or letters, with a middle dot if need be. Check it',
  ],
  'name-same': ['现在登记的就是这个姓名', 'This is the name in the register already'],
  ground: ['凭什么更正', 'On what ground'],
  groundMissing: ['请选择凭什么更正', 'Choose the ground'],
  'ground-document': ['核对过身份证件原件，登记时写错了', 'The ID document was seen; the name had been mistyped'],
  'ground-register': ['公安信息核验结果', 'Checked with the register of the police'],
  'ground-changed': ['依法改名，有户口簿或证明', 'Changed by law, shown by the household register'],
  note: ['说明', 'Note'],
  noteHint: ['例如谁来申请的，不要写证件号码', 'For example who asked for it; do not write ID numbers'],
  submit: ['更正', 'Correct'],
  back: ['不更正，返回', 'Go back'],
  done: [
    '已更正：{{from}} → {{name}}。证书上的姓名不变，需要的请逐张换发',
    'Corrected: {{from}} → {{name}}. Certificates keep the former name until you reissue them',
  ],
  news: [
    '您的姓名已更正为 {{name}}，证书需要换发的请联系发证机构',
    'Your name was corrected to {{name}}; ask the issuer to reissue your certificates',
  ],
  former: ['曾登记为', 'Formerly entered as'],
  formerText: ['{{name}}（{{day}} 更正）', '{{name}} (corrected on {{day}})'],
} satisfies Words
