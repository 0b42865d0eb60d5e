import { paths } from '../../paths.js'
import { formatDay, formatInstant } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { may } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Answer } from '../../web/certificate-models.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import type { Row, Table } from '../../web/table-models.js'
import { creditText } from '../credit-entries/credit.rules.js'
import { printedNumber } from '../learning-accounts/account-number.rules.js'
import { shortDigest } from '../transcript-drawing/transcript.pdf.js'
import type { TranscriptRecord } from './transcript.model.js'
import type { Since } from './transcript.queries.js'

/** One line on the page of the account. */
export const printRow = (t: Translate, print: TranscriptRecord, current: boolean, own: boolean): Row => ({
  text: t('transcripts.printOf', { at: formatInstant(print.printedAt) }),
  href: own ? paths.transcripts.ownPdf(print._id) : paths.transcripts.pdf(print._id),
  icon: 'printer',
  sub: t('transcripts.printSub', { results: print.sums.results, credits: creditText(print.sums.balance) }),
  tag: current
    ? { kind: 'good', text: t('transcripts.currentTag') }
    : { kind: 'moved', text: t('transcripts.changedTag') },
})

/** The one act of the page: a print. */
export function printAction(t: Translate, actor: Actor, personId: string, hasEntries: boolean): Action[] {
  if (!hasEntries) return []
  const action = (href: string): Action[] => [
    { text: t('transcripts.print'), href, style: 'primary', icon: 'printer', post: true },
  ]
  if (actor.role === 'trainee') return action(paths.transcripts.printOwn())
  return may(actor, 'transcript.print') ? action(paths.transcripts.printFor(personId)) : []
}

const publicPage = { layout: 'public' as const, width: 'phone' as const, ownTitle: true, robots: 'noindex' }
const checkedAt = (t: Translate, now: Date): string => t('verification.checkedAt', { at: formatInstant(now) })

/** Whether the paper in hand is ours and still says what the account says; with the lines of its page, to compare. */
export function transcriptAnswerPage(
  t: Translate,
  print: TranscriptRecord,
  since: Since,
  page: number | undefined,
  now: Date,
): Page & { answer: Answer; table: Table } {
  const word = t(since.current ? 'transcripts.current' : 'transcripts.changed')
  const facts: Fact[] = [
    { label: t('transcripts.paper'), value: t('transcripts.title') },
    { label: t('learningAccounts.holder'), value: print.name },
    { label: t('certificates.idNumber'), value: print.idMasked, num: true },
    { label: t('learningAccounts.number'), value: printedNumber(print.accountNumber), num: true },
    { label: t('transcripts.printedAt'), value: formatInstant(print.printedAt) },
    {
      label: t('transcripts.sums'),
      value: t('transcripts.printSub', { results: print.sums.results, credits: creditText(print.sums.balance) }),
    },
    {
      label: t('transcripts.pages'),
      value: t('transcripts.pagesText', { count: print.pages.length, rows: print.rows.length }),
    },
    ...(page
      ? [
          {
            label: t('transcripts.pageOf', { page }),
            value: t('transcripts.pageText', {
              rows: print.pages[page - 1]!.rows,
              digest: shortDigest(print.pages[page - 1]!.digest),
            }),
          },
        ]
      : []),
  ]
  return {
    ...publicPage,
    title: `${word} · ${t('transcripts.title')}`,
    answer: {
      kind: since.current ? 'valid' : 'superseded',
      word,
      text: t(since.current ? 'transcripts.currentText' : 'transcripts.changedText', {
        day: formatDay(print.to, t.lang),
      }),
      first: changesOf(t, print, since),
      facts,
      after: { text: t('transcripts.compare') },
      checkedAt: checkedAt(t, now),
      actions: [{ text: t('verification.anotherOne'), href: paths.verify.form(), style: 'outline' }],
    },
    table: rowsTable(t, print, since, page),
  }
}

function changesOf(t: Translate, print: TranscriptRecord, { current, added, reversedSerials, renamed }: Since): Fact[] {
  if (current) return []
  const undone = print.rows.filter(({ serial }) => reversedSerials.includes(serial)).map(({ no }) => String(no))
  return [
    ...(added > 0 ? [{ label: t('transcripts.since'), value: t('transcripts.sinceText', { count: added }) }] : []),
    ...(undone.length > 0
      ? [
          {
            label: t('transcripts.undone'),
            value: t('transcripts.undoneText', { lines: undone.join(t.lang === 'en' ? ', ' : '、') }),
          },
        ]
      : []),
    ...(renamed ? [{ label: t('transcripts.holderChanged'), value: t('transcripts.holderChangedText') }] : []),
  ]
}

function rowsTable(t: Translate, print: TranscriptRecord, { reversedSerials }: Since, page: number | undefined): Table {
  const before = page ? print.pages.slice(0, page - 1).reduce((sum, { rows }) => sum + rows, 0) : 0
  const rows = page ? print.rows.slice(before, before + print.pages[page - 1]!.rows) : print.rows
  return {
    caption: t('transcripts.lines'),
    plain: true,
    columns: [
      { label: t('learningAccounts.result') },
      { label: t('learningAccounts.serial'), n: true },
      { label: t('learningAccounts.on') },
      { label: t('learningAccounts.credits'), n: true },
    ],
    rows: rows.map(({ no, serial, on, title, source, hundredths, reversesNo }) => ({
      cells: [
        {
          text: reversesNo === undefined ? title : t('transcripts.reversalOf', { no: reversesNo }),
          sub: reversedSerials.includes(serial) ? t('transcripts.laterUndone') : source,
        },
        { text: String(no), n: true },
        { text: on, num: true },
        { text: creditText(hundredths), n: true },
      ],
    })),
  }
}

export const noTranscriptPage = (t: Translate, now: Date): Page & { answer: Answer } => ({
  ...publicPage,
  title: t('transcripts.notFound'),
  answer: {
    kind: 'not-found',
    word: t('transcripts.notFound'),
    text: t('transcripts.notFoundText'),
    checks: {
      title: t('verification.checksTitle'),
      items: [t('verification.tokenCheck1'), t('verification.tokenCheck2')],
    },
    after: { text: t('verification.stillNot', { phone: t('frame.phoneNumber') }) },
    checkedAt: checkedAt(t, now),
  },
})

export const codeFormPage = (t: Translate, error?: string) => ({
  layout: 'public' as const,
  width: 'form' as const,
  title: t('transcripts.codeTitle'),
  lead: t('transcripts.codeLead'),
  problems: error ? [{ text: error, href: '#code' }] : [],
  form: {
    action: paths.transcripts.form(),
    sections: [
      {
        fields: [
          {
            name: 'code',
            id: 'code',
            label: t('transcripts.code'),
            kind: 'text' as const,
            value: '',
            hint: t('transcripts.codeHint'),
            autocomplete: 'off',
            ...(error && { error }),
          },
        ],
      },
    ],
    submit: t('verification.verify'),
  },
})
