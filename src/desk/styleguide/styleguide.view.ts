import type { Translate } from '../../shared/words.js'
import type { Page } from '../../web/page-models.js'
import { facts, moments, sampleAnswers } from './answer-samples.view.js'
import { figures, sampleEquation, sampleTargets } from './figure-samples.view.js'
import { sampleDecide, sampleForm, sampleScale } from './form-samples.view.js'
import { rowErrorTable, rows, sampleList, sampleTable, smallTable } from './list-samples.view.js'
import { here, sampleTags, sayIn } from './say.view.js'

/** A page with every component in it, with invented data, for whoever builds or judges pages. */
export function styleguidePage(t: Translate) {
  const say = sayIn(t)
  const form = sampleForm(say)
  const page: Page = {
    layout: 'staff',
    title: say('组件', 'Components'),
    crumbs: [
      { text: say('首页', 'Home'), href: '/' },
      { text: say('组件', 'Components'), href: here },
    ],
    tag: { kind: 'run', text: say('培训中', 'In training') },
    meta: say('共 27 种', '27 kinds'),
    actions: [
      { text: say('导出 38 条', 'Export 38'), href: here, icon: 'download' },
      { text: say('新开一个班', 'Open a course run'), href: here, style: 'primary', icon: 'plus-lg' },
    ],
    lead: say('所有数字都是编出来的。', 'All figures are invented.'),
    notice: {
      kind: 'good',
      text: say('已通过：砌筑工（五级）第3期。', 'Approved: Bricklayer (level 5), run 3.'),
      actions: [{ text: say('撤回', 'Undo'), href: here }],
    },
    problems: form.sections
      .flatMap(({ fields }) => fields)
      .filter((field) => field.error)
      .map((field) => ({ text: field.error ?? '', href: `#${field.id}` })),
  }
  return {
    ...page,
    say,
    tags: sampleTags(say),
    form,
    list: sampleList(say),
    targets: sampleTargets(say),
    equation: sampleEquation(say),
    decide: sampleDecide(say),
    answers: sampleAnswers(say),
    scale: sampleScale(say),
    cardTable: sampleTable(say),
    rowErrorTable: rowErrorTable(say),
    smallTable: smallTable(say),
    moments: moments(say),
    facts: facts(say),
    figures: figures(say),
    rows: rows(say),
    steps: [
      { text: say('课程', 'Course'), state: 'done' as const, href: here },
      { text: say('时间和地点', 'Time and place'), state: 'now' as const },
      { text: say('教师', 'Teachers'), state: 'next' as const },
      { text: say('核对并提交', 'Check and submit'), state: 'next' as const },
    ],
    progress: {
      done: 310,
      total: 500,
      text: say('310 / 500 张', '310 of 500'),
      percentText: say('62% · 约剩 40 秒', '62% · about 40 seconds left'),
      finished: false,
    },
    checks: [
      {
        state: 'good' as const,
        text: say('学时 144，不少于 120（课程标准 第3条）', '144 hours, not below 120 (standard, clause 3)'),
      },
      {
        state: 'wait' as const,
        text: say('2 名学员在', '2 trainees overlap with'),
        link: { text: say('家政服务员（五级）第6期', 'Home help (level 5), run 6'), href: here },
        end: say('的日期重叠 3 天', 'for 3 days'),
      },
    ],
    rule: {
      sentence: say(
        '出勤学时达到应训学时的 80%，才计入补贴性培训人次。',
        'Counted only when at least 80% of the hours were attended.',
      ),
      clause: say('补贴办法 第6条第2款', 'Subsidy rules, clause 6(2)'),
      sample: true,
      from: say('2022-01-01 起施行', 'in force since 2022-01-01'),
      link: { text: say('看条款原文', 'Read the clause'), href: here },
    },
    notes: [
      {
        text: say('提交以后：', 'After submitting:'),
        more: say('县人社局在 3 个工作日内审核。', 'The county reviews it within 3 working days.'),
      },
      {
        kind: 'wait' as const,
        text: say('两个数相差 3 人次。', 'The two figures differ by 3.'),
        more: say('平账以后才能打印。', 'It can be printed once they agree.'),
      },
      {
        kind: 'void' as const,
        text: say('撤销以后不能恢复，只能重新发证。', 'A revocation cannot be undone.'),
        items: [
          say('扫码立即显示“已撤销”', 'Scanning shows “revoked” at once'),
          say('学分减 15.0，补贴人次减 1', 'Credits −15.0, person-times −1'),
        ],
      },
    ],
    empties: [
      {
        title: say('还没有学员', 'No trainees yet'),
        text: say('用 Excel 模板一次导入整班，或逐个添加。', 'Import a roster or add them one by one.'),
        actions: [
          { text: say('导入名册', 'Import a roster'), href: here, style: 'primary' as const },
          { text: say('逐个添加', 'Add one'), href: here },
        ],
      },
      {
        filtered: true,
        title: say('没有符合条件的班', 'No course runs match'),
        actions: [{ text: say('清除筛选', 'Clear filters'), href: here, style: 'link' as const }],
      },
    ],
    buttons: [
      { text: say('通过', 'Approve'), href: here, style: 'primary' as const },
      { text: say('打印 PDF', 'Print PDF'), href: here, icon: 'printer' },
      { text: say('退回', 'Return'), href: here, post: true },
      { text: say('撤销证书', 'Revoke'), href: here, style: 'outline-danger' as const },
      { text: say('撤销这张证书', 'Revoke this certificate'), href: here, style: 'danger' as const },
      { text: say('返回', 'Back'), href: here, style: 'link' as const },
    ],
  }
}
