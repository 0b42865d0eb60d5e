import type { Words } from '../../shared/words.js'

export const statementWords = {
  paper: ['京津雄互认说明', 'Statement of recognition'],
  pdf: ['下载互认说明', 'Download the statement'],
  none: ['还没有互认说明：认定通过以后才有', 'There is no statement yet: it comes with a decision in favour'],
  'in-force': ['互认有效', 'Recognised'],
  'in-force-text': [
    '这份互认说明是真的，现在有效。它不是证书，请同时查看来源证书。',
    'This statement is genuine and holds. It is not a certificate; look at the source certificate as well.',
  ],
  flagged: ['暂停使用', 'Suspended'],
  'flagged-text': [
    '来源证书在来源地已停用，正在核实，期间不能使用。',
    'The certificate ended at its source. This is being looked into; do not use the statement meanwhile.',
  ],
  revoked: ['已撤销', 'Revoked'],
  'revoked-text': [
    '{{day}}撤销：来源证书已停用。这份说明不能再使用。',
    'Revoked on {{day}}: the source certificate ended. The statement can no longer be used.',
  ],
  'not-found': ['查无此件', 'No such statement'],
  'not-found-text': [
    '没有这个二维码对应的互认说明。请再扫一次完整的二维码；这不一定是假的。',
    'No statement has this code. Scan the whole code once more; this does not prove a forgery.',
  ],
  number: ['互认备案号', 'Record number'],
  holder: ['持证人', 'Holder'],
  source: ['来源证书', 'Source certificate'],
  effects: ['互认效力', 'Effects'],
  compare: [
    '请把上面各项与手中的说明和来源证书逐项对照，任何一项不同，请拨 {{phone}}。',
    'Compare every line with the statement and the source certificate. If anything differs, call {{phone}}.',
  ],
  another: ['查验其他证书', 'Check a certificate'],
} satisfies Words
