import type { Words } from '../../shared/words.js'

export const statementWords = {
  paper: ['京津雄互认说明', 'Statement of recognition'],
  pdf: ['下载互认说明', 'Download the statement'],
  none: ['还没有互认说明：认定通过后由系统生成', 'There is no statement yet: it is made after a decision in favour'],
  making: ['互认说明正在生成，稍后刷新', 'The statement is being made; reload in a moment'],
  issue: ['互认说明的签发', 'Issue of the statement'],
  valid: ['互认有效', 'Recognised'],
  validText: [
    '这份互认说明是真的，现在有效。它不是证书，请同时查看来源证书。',
    'This statement is genuine and holds. It is not a certificate; look at the source certificate as well.',
  ],
  suspendedText: [
    '来源证书在来源地已停用，正在核实，期间不能使用。',
    'The certificate ended at its source. This is being looked into; do not use the statement meanwhile.',
  ],
  revokedText: [
    '来源证书已停用，互认已撤销。这份说明不能再使用。',
    'The source certificate ended and the recognition was revoked. The statement can no longer be used.',
  ],
  source: ['来源证书', 'Source certificate'],
  sourceIssuer: ['来源发证机构', 'Issuer at the source'],
  sourceIssuedOn: ['来源发证日期', 'Issued at the source'],
  effects: ['互认效力', 'Effects'],
  compare: [
    '请把上面各项与手中的说明和来源证书逐项对照，任何一项不同，请拨 {{phone}}。',
    'Compare every line with the statement and the source certificate. If anything differs, call {{phone}}.',
  ],
} satisfies Words
