import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import { familyNames } from '../recognition-agreements/agreement.data.js'
import type { RecognitionRecord } from '../recognitions/recognition.model.js'
import type { RecognitionStatementPaper } from './statement-paper.js'

const printed = (level: number): string => levelPrinted(level as Level, 'zh-CN')

/** What a statement prints: the frozen facts of the decision and nothing of today. None before a recognition was granted. */
export function statementFacts(one: RecognitionRecord, publicUrl: string): RecognitionStatementPaper | undefined {
  const { source, equivalence: table, statement } = one
  if (!statement?.number || !statement.token || !table?.ok) return undefined
  return {
    number: statement.number,
    verifyUrl: `${publicUrl}/r/${statement.token}`,
    verifyHost: `${new URL(publicUrl).host}/r`,
    verifyCode: statement.token,
    issuedOn: statement.on!,
    issuerName: statement.issuerName!,
    holderName: one.personName,
    idTypeName: '',
    idMasked: one.idMasked,
    sourceFamily: familyNames[source.family],
    sourcePlace: regionName(source.region, 'zh-CN'),
    sourceOccupation: `${source.occupationName} / --`,
    sourceLevel: printed(source.level),
    sourceIssuedOn: source.issuedOn,
    sourceNumber: source.number,
    sourceIssuer: source.issuer,
    sourceCheck: statement.checkedText ?? '',
    agreement: `${table.title} ${table.clause}　${table.to ? `有效期 ${table.from} 至 ${table.to}` : `${table.from} 起施行`}`,
    mapping: `${source.occupationName}　${printed(source.level)}　→　本地同职业　${printed(table.row?.targetLevel ?? source.level)}`,
    effects: one.effects,
  }
}
