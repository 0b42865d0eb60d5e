import { z } from 'zod'
import { personTimeFilter, type PersonTimeFilter } from '../../counting/person-time-lists/person-time.forms.js'

export const reportCuts = ['programme', 'category', 'occupation', 'level', 'institution'] as const
export type ReportCut = (typeof reportCuts)[number]

const shape = personTimeFilter.pick({
  year: true,
  quarter: true,
  month: true,
  county: true,
  measure: true,
  funding: true,
  programme: true,
  category: true,
  occupation: true,
  level: true,
  institution: true,
})
const extras = z.object({ cut: z.enum(reportCuts).catch('programme') })

export type ReportFilter = z.infer<typeof shape> & { year: number; measure: NonNullable<PersonTimeFilter['measure']> }
export interface ReportQuery {
  filter: ReportFilter
  cut: ReportCut
}

/**
 * A month or quarter says its year itself; without any the report is of this year. Whoever chooses another year beside
 * a month or quarter of the old one means the same months of the new one.
 */
export function readReportQuery(query: unknown, thisYear: number): ReportQuery {
  const { quarter, month, ...rest } = shape.parse(query ?? {})
  const said = month ?? quarter
  const year = rest.year ?? (said ? Number(said.slice(0, 4)) : thisYear)
  const part = said && `${year}${said.slice(4)}`
  return {
    filter: {
      ...rest,
      ...(part && { [month ? 'month' : 'quarter']: part }),
      year,
      measure: rest.measure ?? 'subsidised',
    },
    cut: extras.parse(query ?? {}).cut,
  }
}

export const chartQuery = z.object({
  size: z.enum(['small', 'wide']).catch('wide'),
  colours: z.enum(['light', 'dark']).catch('light'),
})
