import type { Request } from 'express'
import { z } from 'zod'
import { noteAct } from '../../infra/context.js'
import { writeSheet } from '../../infra/sheets/write-sheet.js'
import { paths } from '../../paths.js'
import { formatInstant, type Clock } from '../../shared/dates.js'
import { pageOf } from '../../shared/paging.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Lang, Translate } from '../../shared/words.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook } from '../../web/workbook.js'
import { renderTalents } from './talent.pdf.js'
import { namesOf, talentPapers } from './talent.queries.js'
import { fits, highestPapers, talentTable, type TalentFilter } from './talent.rules.js'
import { cuts, groupName, parametersOf, talentPage, type TalentData } from './talent.view.js'
import { talentListPage } from './talent-list.view.js'

const query = z.object({
  county: z.enum(threeCounties).optional().catch(undefined),
  occupation: z.string().min(1).max(60).optional().catch(undefined),
  level: z.coerce.number().int().min(1).max(8).optional().catch(undefined),
  skilled: z.literal('1').optional().catch(undefined),
  origin: z.enum(['local', 'recognised']).optional().catch(undefined),
  state: z.enum(['valid', 'further', 'expired', 'suspended', 'revoked']).optional().catch(undefined),
})
const size = 50

interface Needs {
  clock: Clock
  auditSink: AuditSink
  translator: (lang: Lang) => Translate
}

/** Skilled people, each counted once; every figure opens the people or papers behind it. */
export function talentRoutes({ clock, auditSink, translator }: Needs) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.talents.report(), 'talent.view', 'TALENTS_VIEWED', async (req, res, actor) =>
    res.render('talents/report', talentPage(translate(res), await dataFor(req, actor))),
  )

  get(paths.talents.people(), 'talent.view', 'TALENTS_LISTED', async (req, res, actor) => {
    const { origin } = query.parse(req.query)
    const { table, filter } = await dataFor(req, actor)
    const rows = table.people.filter((paper) => !origin || paper.origin === origin)
    const page = pageOf(req.query, rows.length, size)
    const shown = rows.slice(page.skip, page.skip + size)
    res.render(
      'shared/list',
      talentListPage(translate(res), shown, await namesOf(shown.map(({ personId }) => personId)), page, 'people', {
        ...parametersOf(filter),
        origin,
      }),
    )
  })
  get(paths.talents.papers(), 'talent.view', 'TALENT_PAPERS_LISTED', async (req, res, actor) => {
    const { state } = query.parse(req.query)
    const { table, filter } = await dataFor(req, actor)
    const first = new Set(table.people.map(({ id }) => id))
    const rows = table.papers.filter((paper) =>
      state === 'further' ? paper.state === 'valid' && !first.has(paper.id) : !state || paper.state === state,
    )
    const page = pageOf(req.query, rows.length, size)
    const shown = rows.slice(page.skip, page.skip + size)
    res.render(
      'shared/list',
      talentListPage(translate(res), shown, await namesOf(shown.map(({ personId }) => personId)), page, 'papers', {
        ...parametersOf(filter),
        state,
      }),
    )
  })

  get(paths.talents.xlsx(), 'talent.view', 'TALENTS_EXPORTED', async (req, res, actor) => {
    const t = translate(res)
    const { table, occupations, now } = await dataFor(req, actor)
    noteAct('report', 'talents', {})
    const rows = cuts.flatMap((cut) => [
      ...table[cut].map(({ key, people, papers }) => [
        t(`talents.by-${cut}`),
        groupName(t, cut, key, occupations),
        people,
        papers,
      ]),
      [t(`talents.by-${cut}`), t('reports.total'), table.people.length, table.valid],
    ])
    const bytes = await writeSheet({
      sheetName: t('talents.sheet'),
      title: t('talents.title'),
      rows,
      footer: t('talents.lead', { at: formatInstant(now) }),
      watermark: `${actor.name} ${formatInstant(now)}`,
      columns: [
        { header: t('reports.group'), width: 24, kind: 'text' },
        { header: t('reports.item'), width: 40, kind: 'text' },
        { header: t('talents.peopleColumn'), width: 16, kind: 'number' },
        { header: t('talents.papersColumn'), width: 16, kind: 'number' },
      ],
    })
    sendWorkbook(res, 'talents.xlsx', bytes)
  })
  get(paths.talents.pdf(), 'talent.view', 'TALENTS_PRINTED', async (req, res, actor) => {
    const { region } = scopeOf(actor)
    noteAct('report', 'talents', {})
    const unit = region ? `${regionName(region, 'zh-CN')}人力资源和社会保障局（样例）` : '雄安新区公共服务局（样例）'
    res
      .type('application/pdf')
      .set('content-disposition', 'inline; filename="talents.pdf"')
      .send(renderTalents(translator('zh-CN'), await dataFor(req, actor), { maker: actor.name, unit }))
  })
  return router

  /** A county's officers see the people whose highest paper is of their county; nobody's filter widens that. */
  async function dataFor(req: Request, actor: Actor): Promise<TalentData> {
    const { region } = scopeOf(actor)
    const { county, occupation, level, skilled } = query.parse(req.query)
    const filter: TalentFilter = { county: region ?? county, lineage: occupation, level, skilled: skilled === '1' }
    const papers = await talentPapers(clock.today())
    const choices = [...highestPapers(papers).values()].filter((paper) => fits(paper, { county: region }))
    return {
      table: talentTable(papers, filter),
      filter,
      occupations: new Map(choices.map(({ lineage, occupation: name }) => [lineage, name])),
      now: clock.now(),
      ...(region && { ownCounty: region }),
    }
  }
}
