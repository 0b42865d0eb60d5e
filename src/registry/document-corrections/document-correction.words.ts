import type { Words } from '../../shared/words.js'

export const documentCorrectionWords = {
  correct: ['更正证件', 'Correct the document'],
  title: ['更正 {{name}} 的证件', 'Correct the ID document of {{name}}'],
  lead: [
    '现在登记的是{{type}} {{number}}。名册、人次等名单随后改用新的号码；已发的证书保持原样，可以换发。谁、何时、凭什么更正，审计可以查到。',
    'The register holds: {{type}} {{number}}. Rosters and person-times follow at once; certificates issued stay as they are and can be reissued. Who corrected it, when and on what ground is recorded for auditors.',
  ],
  ground: ['为什么更正', 'Why'],
  groundMissing: ['请选择为什么更正', 'Choose why'],
  'ground-mistyped': ['登记时写错了，原号码不是本人的', 'It was mistyped: the former number is not this person’s'],
  'ground-renewed': [
    '换了新证件，号码变了；原号码仍能找到本人',
    'The document was renewed; the former number still finds this person',
  ],
  same: ['现在登记的就是这个号码', 'This is the number in the register already'],
  held: [
    '这个证件号码已登记在“{{known}}”名下，没有改动。请核对号码；两份登记确是同一个人的，以“{{known}}”那一份为准',
    'This number belongs to “{{known}}”; nothing was changed. Check the number; if both records are one person, go on with that of “{{known}}”',
  ],
  submit: ['更正', 'Correct'],
  back: ['不更正，返回', 'Go back'],
  done: [
    '已更正 {{name}} 的证件。证书上的号码不变，需要的请逐张换发',
    'The document of {{name}} was corrected. Certificates keep the former number until you reissue them',
  ],
  former: ['曾用证件', 'Former document'],
  formerText: ['{{type}} {{number}}（{{day}} 更正）', '{{type}} {{number}} (corrected on {{day}})'],
} satisfies Words
