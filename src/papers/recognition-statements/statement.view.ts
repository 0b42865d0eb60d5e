import { formatDay } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Fact } from '../../web/story-models.js'
import { effectNames } from '../equivalences/equivalence.view.js'
import type { RecognitionStatementPaper } from './statement-paper.js'

type Printed = RecognitionStatementPaper
const occupationOf = ({ sourceOccupation }: Printed): string => sourceOccupation.split(' / ')[0]!

export const statementName = (printed: Printed): string => `${occupationOf(printed)} ${printed.sourceLevel}`
export const statementListed = (t: Translate, printed: Printed): { text: string; sub: string } => ({
  text: occupationOf(printed),
  sub: `${printed.sourceLevel} · ${t('statements.paper')}`,
})

/** The lines of the paper, so that a reader can compare them with the statement and with the certificate of the neighbour. */
export function statementRows(t: Translate, printed: Printed): Fact[] {
  const fact = (key: string, value: string, more: Partial<Fact> = {}): Fact => ({ label: t(key), value, ...more })
  return [
    fact('statements.source', printed.sourceFamily),
    fact('recognitions.sourceOf', printed.sourcePlace),
    fact('recognitions.occupation', occupationOf(printed)),
    fact('recognitions.level', printed.sourceLevel, { strong: true }),
    fact('recognitions.sourceNumber', printed.sourceNumber, { num: true }),
    fact('statements.sourceIssuer', printed.sourceIssuer),
    fact('statements.sourceIssuedOn', formatDay(printed.sourceIssuedOn, t.lang)),
    fact('recognitions.checks', printed.sourceCheck),
    fact('recognitions.agreement', printed.agreement),
    fact('recognitions.mapping', printed.mapping),
    fact('statements.effects', effectNames(t, printed.effects)),
  ]
}
