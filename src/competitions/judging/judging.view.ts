import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Page } from '../../web/page-models.js'
import type { Table } from '../../web/table-models.js'
import type { SheetWithMarks } from '../marking/marking.queries.js'
import { factsOfSheet, judgeStanding, sheetState } from '../marking/sheet.rules.js'
import { crumbs, judgeTag, ownTag, sheetTag, type EventView } from './sheet-tags.view.js'

/** The contestants of a judge, or all of them for the chief judge with every judge's progress and who stepped back. */
export function eventPage(
  t: Translate,
  event: EventView,
  sheets: readonly SheetWithMarks[],
  { judgeId, actions }: { judgeId?: string; actions: Page['actions'] },
): Page & Record<string, unknown> {
  const done = sheets.filter(
    (one) =>
      (judgeId
        ? judgeStanding(factsOfSheet(event.aspects, one), judgeId).state === 'submitted'
        : sheetState(factsOfSheet(event.aspects, one)) === 'agreed') || one.sheet.standing !== 'present',
  ).length
  const row = (one: SheetWithMarks) => {
    const { code, panel, avoided } = one.sheet
    const link = { text: code, href: paths.judging.sheet(event.id, code), num: true }
    if (judgeId) return { cells: [link, { tag: ownTag(t, event.aspects, one, judgeId) }] }
    return {
      cells: [
        link,
        { tag: sheetTag(t, event.aspects, one) },
        {
          text: panel
            .map(({ accountId, name }) => `${name}：${judgeTag(t, event.aspects, one, accountId).text}`)
            .join('；'),
          full: true,
        },
        {
          text:
            avoided
              .map(({ name, reason }) => t('marking.avoidedBy', { name, reason: t(`marking.avoid-${reason}`) }))
              .join('；') || '—',
          full: true,
        },
      ],
    }
  }
  const columns = ['code', 'state', ...(judgeId ? [] : ['judges', 'avoided'])].map((key) => ({
    label: t(`marking.${key}`),
  }))
  const table: Table = { caption: t('marking.caption'), columns, rows: sheets.map(row) }
  return {
    layout: 'staff',
    title: t('marking.eventTitle', { title: event.title }),
    meta: t('marking.done', { done, total: sheets.length }),
    lead: t(judgeId ? 'marking.eventLead' : 'marking.chiefLead'),
    crumbs: crumbs(t, event),
    actions: actions ?? [],
    list: sheets.length > 0 ? { table } : { empty: { title: t('marking.none'), text: t('marking.noneText') } },
  }
}
