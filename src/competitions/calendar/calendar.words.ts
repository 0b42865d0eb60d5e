import type { Words } from '../../shared/words.js'

/** Of the lists of competitions; they stand among the words of `competitions`. */
export const calendarWords = {
  publicTitle: ['职业技能竞赛', 'Skills competitions'],
  total: ['共 {{count}} 场', '{{count}} competition', '{{count}} competitions'],
  targetHead: ['{{year}} 年新区级竞赛', 'New Area competitions in {{year}}'],
  targetFigure: ['目标', 'Target'],
  held: ['已办', 'Held'],
  planned: ['已发布，还没办完', 'Published, not yet held'],
  timesUnit: ['场', 'competitions'],
  targetMet: ['已达到', 'Met'],
  targetMissing: ['还差 {{missing}} 场没有安排', '{{missing}} not yet planned'],
  search: ['名称、编号或承办单位', 'Name, number or host'],
  all: ['全部', 'All'],
  none: ['还没有竞赛', 'No competitions yet'],
  noneText: ['承办单位新建竞赛，新区审核后发布', 'A host makes a competition; the New Area publishes it'],
  noMatch: ['没有符合条件的竞赛', 'No competitions match'],
  clear: ['清除条件', 'Clear'],
  nonePublic: ['目前没有公布的竞赛', 'No competition is published at present'],
} satisfies Words
