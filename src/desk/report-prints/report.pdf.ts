import { conditionText } from '../../counting/person-time-lists/person-time.view.js'
import { figure } from '../../shared/figures.js'
import { share } from '../../counting/targets/target.rules.js'
import { drawFurniture } from '../../infra/paper/page-furniture.js'
import { a4Landscape } from '../../infra/paper/paper-document.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import type { PolicyBook } from '../../office/policies/policy.service.js'
import { dayOf, formatDays, formatInstant, monthOf } from '../../shared/dates.js'
import { refused } from '../../shared/errors.js'
import type { Translate } from '../../shared/words.js'
import { drawCover, type KeyFigure } from './report-cover.pdf.js'
import { drawCounties, drawReasons } from './report-tables.pdf.js'
import type { Report } from '../reports/report.queries.js'
import { reportLine } from '../reports/report-title.view.js'

export interface ReportPrint {
  report: Report
  book: PolicyBook
  /** the targets that this filter can be held against; none for a part of the year or of the trainees */
  target?: { amount: number; sample: boolean }
  countyTargets: ReadonlyMap<string, number>
  /** who reports, and who made the print */
  unit: string
  maker: string
  labels?: ReadonlyMap<string, string>
}

const titles: Record<Report['filter']['measure'], readonly [zh: string, en: string]> = {
  subsidised: ['补贴性培训完成情况', 'SUBSIDISED TRAINING COMPLETED'],
  social: ['社会性培训完成情况', 'SOCIAL TRAINING COMPLETED'],
  'new-citizen': ['新市民素质提升完成情况', 'NEW-CITIZEN COURSES COMPLETED'],
  'start-up': ['创业培训完成情况', 'START-UP COURSES COMPLETED'],
}

/** Report 补贴性培训完成情况 (papers.md 8.7), in Chinese. Refuses to print what does not balance. */
export function renderReport(t: Translate, print: ReportPrint): Buffer {
  const { report } = print
  const { balance, period, filter } = report
  if (!balance.ok)
    throw refused('reports.not-balanced', { what: t(`reports.what-${balance.what}`), difference: balance.difference })
  const [title, titleEn] = titles[filter.measure]
  const days = formatDays(period.from, period.to, 'zh-CN')
  const paper = new WorkingPaper({
    meta: { title: `${title} ${days}`, day: dayOf(report.queriedAt) },
    size: a4Landscape,
  })
  const today = dayOf(report.queriedAt)
  const begun =
    monthOf(today) < `${filter.year}-01` ? 0 : monthOf(today) > `${filter.year}-12` ? 12 : Number(today.slice(5, 7))
  drawCover(paper, {
    title,
    titleEn: `${titleEn}, ${filter.month ?? filter.quarter ?? filter.year}`,
    figures: figuresOf(print),
    chartTitle: `${filter.year}年逐月累计计入人次${print.target ? '与目标进度' : ''}（人次）`,
    months: report.yearMonths,
    begun,
    ...(print.target && { target: print.target.amount }),
    facts: [
      ['填报单位', print.unit],
      ['统计期间', days],
      ['计数口径', `结业人次（${t(`personTimes.measure-${filter.measure}`)}）`],
      ['数据时间', report.dataAt ? formatInstant(report.dataAt) : '—'],
      ['制表人', print.maker],
      ['审核人', '（签字）'],
    ],
  })
  paper.newPage()
  const after = drawCounties(paper, print, days)
  drawReasons(paper, t, print, after + 5)
  const footer = [
    ...reportLine(t, report).slice(2),
    `查询时间 ${formatInstant(report.queriedAt)}`,
    `筛选：${filterText(t, print)}`,
    '口径：结业人次',
  ]
  return paper.finish((pen, page, pages) =>
    drawFurniture(pen, { size: a4Landscape, title: `${title}　${days}`, footer }, page, pages),
  )
}

export function filterText(
  t: Translate,
  { report: { filter }, labels }: Pick<ReportPrint, 'report' | 'labels'>,
): string {
  const keys = ['county', 'funding', 'programme', 'category', 'occupation', 'level', 'institution'] as const
  const said = keys
    .filter((key) => filter[key] !== undefined)
    .map((key) => `${t(`personTimes.${key}`)}=${conditionText(t, key, filter, labels)}`)
  return said.length > 0 ? said.join('；') : '全部'
}

function figuresOf({ report: { candidates, counted, excluded, pending }, target }: ReportPrint): KeyFigure[] {
  const each = counted.people === 0 ? '—' : (counted.personTimes / counted.people).toFixed(2)
  return [
    {
      label: '结业人次',
      value: figure(counted.personTimes),
      unit: '人次',
      note: target
        ? `年度目标 ${figure(target.amount)} 人次${target.sample ? '（样例）' : ''}`
        : '本筛选没有单列的指标',
      strong: true,
    },
    {
      label: '完成率',
      value: target ? share(counted.personTimes, target.amount).toFixed(1) : '—',
      unit: target ? '%' : '',
      note: target ? `差 ${figure(Math.max(0, target.amount - counted.personTimes))} 人次` : '按年度和县统计时显示',
    },
    { label: '培训人数（去重）', value: figure(counted.people), unit: '人', note: `人均 ${each} 人次` },
    {
      label: '候选人次',
      value: figure(candidates.personTimes),
      unit: '人次',
      note: `不计入 ${figure(excluded.personTimes)} 人次，待定 ${figure(pending.personTimes)} 人次`,
    },
  ]
}
