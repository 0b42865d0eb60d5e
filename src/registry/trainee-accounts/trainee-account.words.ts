import type { Words } from '../../shared/words.js'

export const traineeAccountWords = {
  account: ['学员账号', 'Trainee account'],
  accounts: ['学员账号', 'Trainee accounts'],
  title: ['{{name}} 的学员账号', 'Account of {{name}}'],
  lead: [
    '学员用它在手机上看自己的证书、学习账号和报名。',
    'With it a trainee sees certificates, learning account and entries on a phone.',
  ],
  'state-none': ['没有开通', 'None'],
  'state-unused': ['已开通，本人还没有登录过', 'Opened, never used yet'],
  'state-used': ['已开通', 'Opened'],
  used: [
    '这个账号本人登录过，或者已经停用，这里不发密码；忘了密码，请新区管理员重设',
    'This account was used, or is disabled, so no password is given out here. If it is forgotten, the New Area administrator resets it',
  ],
  'do-none': ['开通账号，生成初始密码', 'Open the account with a first password'],
  'do-unused': ['重新生成初始密码', 'Make another first password'],
  slips: ['{{count}} 个学员账号的初始密码', '{{count}} first password', '{{count}} first passwords'],
  once: ['初始密码只显示这一次，系统里不保存', 'These passwords are shown this once and kept nowhere'],
  handOut: [
    '请现在打印，裁开交给本人。首次登录要改密码；重新生成以后，原来的作废。',
    'Print now, cut, and hand each slip to its person. The password must be changed at the first sign-in; making another one voids the former.',
  ],
  runLead: [
    '给名册上的学员开通账号，打印用户名和初始密码交给本人',
    'Open accounts for the roster, and print user names and first passwords to hand out',
  ],
  none: ['还没有账号', 'Without account'],
  unused: ['没有登录过', 'Never signed in'],
  inUse: ['在用', 'In use'],
  count: ['{{count}} 人', '{{count}} person', '{{count}} people'],
  'run-none': ['为 {{count}} 人开通账号', 'Open {{count}} account', 'Open {{count}} accounts'],
  'run-unused': [
    '为没有登录过的 {{count}} 人重新生成初始密码',
    'Make another first password for {{count}} person who never signed in',
    'Make other first passwords for {{count}} people who never signed in',
  ],
  atOnce: ['一次最多 {{most}} 人', 'At most {{most}} at once'],
  nobody: ['没有要办的人', 'Nobody is left to do this for'],
  rosterSub: ['开通账号，打印初始密码', 'Open accounts, print first passwords'],
} satisfies Words
