import { BarChart } from 'echarts/charts'
import { figure } from '../../shared/figures.js'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Group } from '../../counting/person-time-lists/person-time-tally.queries.js'
import type { Translate } from '../../shared/words.js'

use([BarChart, GridComponent, LegendComponent, SVGRenderer])

const colours = {
  light: { first: '#0b5f66', second: '#a9c07f', text: '#45524f', line: '#dcd8cc' },
  dark: { first: '#3aa0a5', second: '#8aa85c', text: '#c3ceca', line: '#33433f' },
}
const sizes = { wide: { width: 640, height: 300 }, small: { width: 358, height: 300 } }
// Without quotation marks: ECharts writes the list into an attribute as it stands.
const font = 'Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif'

export interface ChartLook {
  size: keyof typeof sizes
  colours: keyof typeof colours
}

/** Person-times and people month by month (look.md 8): bars from nought, the highest carries its figure. */
export function monthsChart(t: Translate, months: readonly Group[], look: ChartLook): string {
  const colour = colours[look.colours]
  const small = look.size === 'small'
  const label = { color: colour.text, fontSize: 14, fontFamily: font }
  const highest = Math.max(0, ...months.map(({ personTimes }) => personTimes))
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...sizes[look.size] })
  const bars = (name: string, values: number[], fill: string, labelled: boolean) => ({
    type: 'bar' as const,
    name,
    barWidth: small ? 8 : 16,
    barGap: '6%',
    itemStyle: { color: fill },
    silent: true,
    data: values.map((value) => ({
      value,
      label: {
        ...label,
        fontWeight: 600,
        show: labelled && value > 0 && value === highest,
        position: 'top' as const,
        formatter: () => figure(value),
      },
    })),
  })
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left: 8, right: 8, top: 44, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { left: 0, top: 0, icon: 'rect', itemWidth: 12, itemHeight: 12, textStyle: label },
    xAxis: {
      type: 'category',
      data: months.map(({ key }) => monthLabel(t, key, small)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.text } },
      axisLabel: { ...label, interval: small ? 'auto' : 0 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      minInterval: 1,
      splitLine: { lineStyle: { color: colour.line } },
      axisLabel: { ...label, formatter: (value: number) => figure(value) },
    },
    series: [
      bars(
        t('reports.series'),
        months.map(({ personTimes }) => personTimes),
        colour.first,
        true,
      ),
      bars(
        t('reports.seriesPeople'),
        months.map(({ people }) => people),
        colour.second,
        false,
      ),
    ],
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

const short = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const monthLabel = (t: Translate, key: string, small: boolean): string => {
  const month = Number(key.slice(5))
  return t.lang === 'en' ? short[month - 1]! : small ? String(month) : `${month}月`
}
