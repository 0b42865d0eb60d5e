import type { Answer } from '../../web/certificate-models.js'
import { here, type Say } from './say.view.js'

export function sampleAnswers(say: Say): Answer[] {
  const facts = [
    { label: say('姓名', 'Name'), value: '安小荷' },
    { label: say('等级', 'Level'), value: say('四级/中级工', 'Level 4, intermediate'), strong: true },
    { label: say('证书编号', 'Number'), value: 'S000013000001224000123', num: true },
  ]
  const checkedAt = say('查验时间 2022年11月23日 14:05', 'Checked 23 November 2022, 14:05')
  return [
    {
      kind: 'valid',
      word: say('有效', 'Valid'),
      text: say('这张证书是真的，现在有效。', 'This certificate is genuine and valid now.'),
      facts,
      after: {
        text: say(
          '请把上面各项与手中的证书逐项对照，任何一项不同都请',
          'Compare each line with the paper. If one differs, ',
        ),
        link: { text: say('告诉我们', 'tell us'), href: here },
        end: say('。', '.'),
      },
      checkedAt,
      times: say('第 3 次查验', 'Checked 3 times'),
    },
    {
      kind: 'expired',
      word: say('已过期', 'Expired'),
      text: say(
        '2022年10月31日到期，已过 23 天，不能凭此上岗。',
        'Expired on 31 October 2022, 23 days ago. Not to be used for work.',
      ),
      facts,
      checkedAt,
    },
    {
      kind: 'revoked',
      word: say('已撤销', 'Revoked'),
      text: say('这张证书已不能使用。', 'This certificate can no longer be used.'),
      first: [{ label: say('撤销日期', 'Revoked on'), value: say('2022年11月22日', '22 November 2022') }],
      facts,
      checkedAt,
    },
    {
      kind: 'superseded',
      word: say('已换发新证', 'Replaced'),
      text: say('请以新证为准。', 'The new certificate counts.'),
      primary: { text: say('看新证书', 'See the new certificate'), href: here },
      facts,
      checkedAt,
    },
    {
      kind: 'not-found',
      word: say('查无此证', 'No such certificate'),
      text: say('没有编号和姓名都相符的证书。', 'No certificate matches both number and name.'),
      checks: {
        title: say('请再核对', 'Check again'),
        items: [
          say('编号是否少一位，或把 0 写成了 O', 'Is a digit missing, or a 0 typed as O?'),
          say('姓名是否与证书上一致', 'Is the name as on the certificate?'),
        ],
      },
      checkedAt,
    },
    {
      kind: 'unavailable',
      word: say('暂时无法查验', 'Cannot be checked now'),
      text: say('证书库暂时连不上，请 5 分钟后再试。', 'The register cannot be reached. Try again in 5 minutes.'),
      checkedAt,
    },
  ]
}

export const facts = (say: Say) => [
  {
    label: say('培训机构', 'Institution'),
    value: say('雄县示范职业培训学校', 'Xiong County Model Training School'),
    href: here,
    tag: { kind: 'good' as const, text: say('资质有效', 'Licence valid') },
  },
  { label: say('起止日期', 'Dates'), value: say('2022年11月15日至2022年12月6日', '15 November to 6 December 2022') },
  { label: say('编号', 'Number'), value: 'XA2022-0233-03', num: true },
  { label: say('学员', 'Trainees'), old: say('36 人', '36'), value: say('38 人', '38') },
]

export const moments = (say: Say) => [
  {
    text: say('等待新区审核', 'Waiting for the New Area'),
    at: '',
    atIso: '',
    note: say('应于 2022-11-23 前办结', 'Due by 2022-11-23'),
    now: true,
  },
  {
    text: say('退回补正：课程表缺少实操场地', 'Returned: the timetable lacks the workshop'),
    at: '2022-11-18 11:05',
    atIso: '2022-11-18T11:05+08:00',
    by: say('罗秀云', 'Luo Xiuyun'),
  },
  {
    text: say('提交备案', 'Submitted'),
    at: '2022-11-17 15:32',
    atIso: '2022-11-17T15:32+08:00',
    by: say('刘海峰（机构）', 'Liu Haifeng (institution)'),
  },
]
