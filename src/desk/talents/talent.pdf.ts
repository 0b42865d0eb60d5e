import { drawFurniture, sealArea, signatureLines } from '../../infra/paper/page-furniture.js'
import { box } from '../../infra/paper-text/measures.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4 } from '../../infra/paper/paper-document.js'
import { drawLines, setInBox, type TextStyle } from '../../infra/paper-drawing/pen.js'
import { drawTable } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatDay, formatInstant } from '../../shared/dates.js'
import { refused } from '../../shared/errors.js'
import type { Translate } from '../../shared/words.js'
import { talentFault } from './talent.rules.js'
import { cuts, groupName, type TalentData } from './talent.view.js'

const n = (value: number): string => value.toLocaleString('en-US')

/** 技能人才统计, in Chinese; refuses to print what does not balance. */
export function renderTalents(
  t: Translate,
  data: TalentData,
  { maker, unit }: { maker: string; unit: string },
): Buffer {
  const { table, now, occupations } = data
  if (talentFault(table)) throw refused('talents.not-balanced')
  const title = t('talents.title')
  const paper = new WorkingPaper({ meta: { title, day: dayOf(now) }, size: a4 })
  const line = (text: string, y: number, style: Omit<TextStyle, 'field'>, tag = 'P') =>
    paper.tagged(tag, (pen) => drawLines(pen, setInBox(text, box(15, y, 180, 9), { field: 'line', ...style })))
  line(title, 21, { face: 'SerifB', size: 20, tracking: 2, colour: palette.lake, align: 'center' }, 'H1')
  line(
    `技能人才 ${n(table.people.length)} 人，其中高技能人才 ${n(table.highlySkilled)} 人；有效证书 ${n(table.valid)} 张`,
    33,
    { face: 'SansM', size: 11, colour: palette.deep, align: 'center' },
  )
  let y = 46
  for (const cut of cuts) {
    line(t(`talents.by-${cut}`), y - 2, { face: 'SansB', size: 10.5, colour: palette.ink }, 'H2')
    y =
      drawTable(paper, {
        x: 15,
        y: y + 7,
        nextY: 27,
        headHeight: 8,
        rowHeight: 6.6,
        bottom: 262,
        totals: ['合计', n(table.people.length), n(table.valid)],
        columns: [
          { head: t(`talents.column-${cut}`), width: 100, align: 'left' },
          { head: '人（各计一次）', width: 40, align: 'right' },
          { head: '有效证书（张）', width: 40, align: 'right' },
        ],
        rows:
          table[cut].length > 0
            ? table[cut].map((group) => [groupName(t, cut, group.key, occupations), n(group.people), n(group.papers)])
            : [['没有', '0', '0']],
      }) + 8
    if (y > 215 && cut !== 'levels') y = turn(paper)
  }
  if (y > 180) y = turn(paper)
  const voids = table.states
    .filter(({ state }) => state !== 'valid')
    .map(({ state, papers }) => `${t(`talents.state-${state}`)} ${n(papers)}`)
    .join(' + ')
  line(
    `勾稽：证书 ${n(table.papers.length)} 张 = 人 ${n(table.people.length)} + 同一人的其他证书 ${n(table.further)} + ${voids}。`,
    y,
    { face: 'SansM', size: 8.5, min: 6.5, colour: palette.ink },
  )
  line(
    '口径：一人只计一次，按职业沿革取最高等级；含协议列入本地统计的互认证书；高技能人才为三级/高级工及以上。',
    y + 6,
    { face: 'SansR', size: 8, min: 6.5, colour: palette.soft },
  )
  signatureLines(paper.pen, { labels: ['制表人', '审核人'], x: 15, y: 200, pitch: 58, from: 22, to: 52, dated: true })
  paper.tagged('P', (pen) => sealArea(pen, 135, 190, { issuer: unit, date: formatDay(dayOf(now), 'zh-CN') }))
  return paper.finish((pen, page, pages) =>
    drawFurniture(pen, { size: a4, title, footer: [`查询时间 ${formatInstant(now)}`, `制表 ${maker}`] }, page, pages),
  )
}

function turn(paper: WorkingPaper): number {
  paper.newPage()
  return 27
}
