import type { Words } from '../../shared/words.js'

export const planReviewWords = {
  filing: ['培养计划', 'Plan'],
  returnHint: ['企业看到的就是下面这段文字', 'The enterprise sees exactly this text'],
  rejectText: [
    '不予备案以后这个学徒班不能再改，企业要重新申报。',
    'The plan is then final; the enterprise has to apply again.',
  ],
  'return-plan': [
    '培养方案写得不完整，请写明岗位、教学内容、双导师和考核办法',
    'The training plan is incomplete; name posts, contents, both kinds of mentors and the assessment',
  ],
  'return-term': ['培养期与目标等级不符，请核对起止日期', 'The term does not fit the level aimed at; check the dates'],
  'return-partner': [
    '合作机构没有这个职业或等级的资质，请更换',
    'The partner may not teach this occupation or level; choose another',
  ],
  'return-numbers': [
    '计划人数与企业用工规模不符，请说明或改小',
    'The number does not fit the size of the enterprise; explain or reduce it',
  ],
  'enterprise-good': ['企业已通过备案', 'The enterprise is approved'],
  'enterprise-look': ['企业现在没有通过备案', 'The enterprise is not approved now'],
  'partner-good': ['合作机构的资质覆盖这个职业和等级', 'The partner may teach this occupation and level'],
  'partner-look': ['合作机构的资质要核实：{{reason}}', 'The partner needs a look: {{reason}}'],
  'body-good': ['评价机构的备案覆盖这个职业和等级', 'The assessment body may examine this occupation and level'],
  'body-look': ['评价机构有问题：{{reason}}', 'The assessment body needs a look: {{reason}}'],
  'term-good': ['培养期不超过 {{months}} 个月', 'The term is not longer than {{months}} months'],
  'term-look': [
    '培养期超过 {{months}} 个月，属于特殊情况',
    'The term is longer than {{months}} months, a special case',
  ],
  'size-good': ['计划 {{planned}} 人，不超过 {{max}} 人', '{{planned}} planned, not above {{max}}'],
  'size-look': ['计划 {{planned}} 人，超过 {{max}} 人', '{{planned}} planned, above {{max}}'],
  'hours-good': ['共 {{hours}} 学时，不少于 {{least}}', '{{hours}} hours in all, not below {{least}}'],
  'hours-look': ['共 {{hours}} 学时，少于 {{least}}', '{{hours}} hours in all, below {{least}}'],
  'central-good': [
    '集中教学 {{hours}} 学时，不少于 {{least}}',
    '{{hours}} hours of central teaching, not below {{least}}',
  ],
  'central-look': ['集中教学 {{hours}} 学时，少于 {{least}}', '{{hours}} hours of central teaching, below {{least}}'],
  'others-good': ['企业同期没有别的学徒班', 'The enterprise has no other class at the same time'],
  'others-look': [
    '企业同期别的学徒班还计划 {{count}} 人',
    'The enterprise plans {{count}} more in other classes at the same time',
  ],
} satisfies Words
