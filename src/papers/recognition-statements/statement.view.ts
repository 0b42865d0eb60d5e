import { paths } from '../../paths.js'
import { dayOf, formatDay, timeOf } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Answer } from '../../web/certificate-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import { effectNames } from '../recognition-agreements/equivalence.view.js'
import type { RecognitionRecord } from '../recognitions/recognition.model.js'

const kinds: Readonly<Partial<Record<RecognitionRecord['state'], Answer['kind']>>> = {
  'in-force': 'valid',
  flagged: 'expired',
  revoked: 'revoked',
}

function factsOf(t: Translate, { source, statement, personName, idMasked, effects }: RecognitionRecord): Fact[] {
  const fact = (label: string, value: string, num = false): Fact => ({ label, value, num })
  return [
    fact(t('statements.number'), statement?.number ?? '', true),
    fact(t('statements.holder'), personName),
    fact(t('recognitions.idMasked'), idMasked, true),
    fact(t('statements.source'), t(`agreements.family-${source.family}`)),
    fact(t('recognitions.sourceOf'), regionName(source.region, t.lang)),
    fact(t('recognitions.occupation'), source.occupationName),
    fact(t('recognitions.level'), levelPrinted(source.level as Level, t.lang)),
    fact(t('recognitions.sourceNumber'), source.number, true),
    fact(t('recognitions.issuer'), source.issuer),
    fact(t('recognitions.issuedOn'), formatDay(source.issuedOn, t.lang)),
    fact(t('statements.effects'), effectNames(t, effects)),
  ]
}

/** One of the honest answers (look.md 5.8): recognised, suspended, revoked, or no such statement. */
export function statementAnswerPage(
  t: Translate,
  one: RecognitionRecord | undefined,
  now: Date,
): Page & { answer: Answer } {
  const state = one && kinds[one.state] ? one.state : 'not-found'
  const known = state === 'not-found' ? undefined : one
  const phone = t('frame.phoneNumber')
  const answer: Answer = {
    kind: known ? kinds[known.state]! : 'not-found',
    word: t(`statements.${state}`),
    text: t(`statements.${state}-text`, { day: known?.endedOn ? formatDay(known.endedOn, t.lang) : '' }),
    ...(known && { facts: factsOf(t, known) }),
    after: { text: known ? t('statements.compare', { phone }) : t('verification.stillNot', { phone }) },
    checkedAt: t('verification.checkedAt', { at: `${formatDay(dayOf(now), t.lang)} ${timeOf(now)}` }),
    actions: [{ text: t('statements.another'), href: paths.verify.form(), style: 'outline' }],
  }
  return {
    layout: 'public',
    width: 'phone',
    ownTitle: true,
    robots: 'noindex',
    title: [answer.word, known?.statement?.number].filter(Boolean).join(' · '),
    answer,
  }
}
