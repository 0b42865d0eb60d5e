import { personTimeSheet } from '../../counting/person-time-lists/person-time-export.service.js'
import { choicesOf } from '../../counting/person-time-lists/person-time.queries.js'
import { personTimeFilter } from '../../counting/person-time-lists/person-time.forms.js'
import type { TargetService } from '../../counting/targets/target.service.js'
import type { FileStore } from '../../infra/files.js'
import { workbookType } from '../../infra/sheets/write-sheet.js'
import { transact } from '../../infra/mongo.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { TaskService } from '../../office/tasks/task.service.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError } from '../../shared/errors.js'
import type { Scope } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Lang, Translate } from '../../shared/words.js'
import { renderReport } from '../report-prints/report.pdf.js'
import { readReportQuery, type ReportQuery } from './report.forms.js'
import { reportOf, type Report } from './report.queries.js'
import { reportSheet } from '../report-prints/report-sheet.view.js'
import { reportTitle } from './report-title.view.js'

export interface Asker {
  name: string
  scope: Scope
  organisationName?: string
}
interface PrintRequest {
  what: 'report' | 'person-times'
  filter: unknown
  cut?: string
  scope: Scope
  lang: Lang
  by: string
  organisationName?: string
}
interface Needs {
  targets: TargetService
  policies: PolicyService
  tasks: TaskService
  files: FileStore
  clock: Clock
  translator: (lang: Lang) => Translate
}

/** Reports as screen, print and sheet: all three from one query, by one service. */
export function createReportService({ targets, policies, tasks, files, clock, translator }: Needs) {
  const service = {
    find: ({ filter, cut }: ReportQuery, scope: Scope): Promise<Report> => reportOf(filter, cut, scope, clock.now()),

    /** The A4 print, in Chinese; throws `refused('reports.not-balanced')` when the sums differ. */
    async pdf(query: ReportQuery, asker: Asker): Promise<Buffer> {
      const { filter } = query
      const report = await service.find(query, asker.scope)
      const whole =
        filter.measure === 'subsidised' &&
        !filter.quarter &&
        !filter.month &&
        !filter.funding &&
        !filter.programme &&
        !filter.category &&
        !filter.occupation &&
        !filter.level &&
        !filter.institution &&
        !asker.scope.organisationId
      const target = whole ? await targets.ofYear(filter.year, filter.county ?? asker.scope.region) : null
      const { occupations, institutions } = await choicesOf(asker.scope)
      return renderReport(translator('zh-CN'), {
        report,
        book: await policies.book(),
        countyTargets: target ? await targets.ofCounties(filter.year) : new Map(),
        unit: unitOf(asker),
        maker: asker.name,
        labels: new Map([...occupations, ...institutions].map(({ value, label }) => [value, label])),
        ...(target && { target: { amount: target.amount, sample: target.sample } }),
      })
    },

    async xlsx(query: ReportQuery, asker: Asker, lang: Lang): Promise<Buffer> {
      return reportSheet(translator(lang), await service.find(query, asker.scope), await policies.book(), asker.name)
    },

    /** Makes what a task asked for: a long list or a large report. Delivered twice it stores the same file under the same task. */
    async print(taskId: string, delivery?: { fence(): Promise<void> }): Promise<void> {
      const task = await tasks.find(taskId)
      if (!task || task.state === 'done' || task.state === 'cancelled') return
      const request = task.request as unknown as PrintRequest
      try {
        const { bytes, contentType, name } = await make(request, (done) => tasks.progress(taskId, { done }))
        await transact(async () => {
          await delivery?.fence()
          const file = await files.put(bytes, contentType)
          await tasks.progress(taskId, { done: Math.max(1, task.total) })
          await tasks.finish(taskId, { resultFile: file, resultName: name })
        })
      } catch (error) {
        // A refusal will be refused again: the owner is told why instead of trying.
        if (!isAppError(error, 'refused')) throw error
        await tasks.fail(taskId, sentenceOf(translator(request.lang), error.code, error.details))
      }
    },
  }

  async function make(
    request: PrintRequest,
    progress: (rows: number) => Promise<void>,
  ): Promise<{ bytes: Buffer; contentType: string; name: string }> {
    const t = translator(request.lang)
    if (request.what === 'person-times') {
      const bytes = await personTimeSheet(
        t,
        personTimeFilter.parse(request.filter),
        request.scope,
        { name: request.by, now: clock.now() },
        progress,
      )
      return {
        bytes,
        contentType: workbookType,
        name: 'person-times.xlsx',
      }
    }
    const query = readReportQuery(
      { ...(request.filter as object), cut: request.cut },
      Number(clock.today().slice(0, 4)),
    )
    const bytes = await service.pdf(query, {
      name: request.by,
      scope: request.scope,
      ...(request.organisationName && { organisationName: request.organisationName }),
    })
    return { bytes, contentType: 'application/pdf', name: `${reportTitle(t, query.filter)}.pdf` }
  }
  return service
}
export type ReportService = ReturnType<typeof createReportService>

/** Who answers for the print: an organisation for its own figures, a county for its, else the New Area. */
const unitOf = ({ organisationName, scope }: Asker): string =>
  organisationName ??
  (scope.region ? `${regionName(scope.region, 'zh-CN')}人力资源和社会保障局（样例）` : '雄安新区公共服务局（样例）')

function sentenceOf(t: Translate, code: string, details: Record<string, unknown>): string {
  const key = code.includes('.') ? code : `errors.${code}`
  return t(
    key,
    Object.fromEntries(
      Object.entries(details).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
    ),
  )
}
