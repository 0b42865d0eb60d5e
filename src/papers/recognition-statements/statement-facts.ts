import type { PersonRecord } from '../../registry/people/person.model.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import { issueFacts, type Issue } from '../certificate-drawing/printed-facts.js'
import { familyNames } from '../recognition-agreements/agreement.data.js'
import type { RecognitionRecord } from '../recognitions/recognition.model.js'
import type { RecognitionStatementPaper } from './statement-paper.js'

/** Whoever stands under a statement: no organisation of the register, so that its papers are nobody's issues. */
export const statementIssuer = { id: 'recognition-window', name: '雄安新区职业技能评价结果互认窗口（样例）' } as const

const printed = (level: number): string => levelPrinted(level as Level, 'zh-CN')

/** What a statement prints: the frozen facts of the decision and nothing that became known after it. */
export function statementFacts(
  { source, equivalence: table, statement, effects }: RecognitionRecord,
  issue: Issue,
  person: Pick<PersonRecord, 'name' | 'idType' | 'idMasked'>,
): RecognitionStatementPaper {
  const validity = table?.to ? `有效期 ${table.from} 至 ${table.to}` : `${table?.from} 起施行`
  const target = printed(table?.row?.targetLevel ?? source.level)
  return {
    ...issueFacts(issue, person),
    sourceFamily: familyNames[source.family],
    sourcePlace: regionName(source.region, 'zh-CN'),
    sourceOccupation: `${source.occupationName} / --`,
    sourceLevel: printed(source.level),
    sourceIssuedOn: source.issuedOn,
    sourceNumber: source.number,
    sourceIssuer: source.issuer,
    sourceCheck: statement?.checkedText ?? '',
    agreement: `${table?.title} ${table?.clause}　${validity}`,
    mapping: `${source.occupationName}　${printed(source.level)}　→　本地同职业　${target}`,
    effects,
  }
}
