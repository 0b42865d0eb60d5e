import { at } from './shared/address.js'

/** The addresses of competitions; a part of `paths`. */
export const competitionPaths = {
  // Competitions: the public pages, those of the host and the officers, those of whoever enters, those of the assigned.
  openCompetitions: {
    list: () => '/competitions',
    show: (id?: string) => `/competitions/${at(id)}`,
    document: (id?: string, document?: string) => `/competitions/${at(id)}/documents/${at(document, 'document')}`,
  },
  competitions: {
    list: () => '/manage/competitions',
    create: () => '/manage/competitions/new',
    show: (id?: string) => `/manage/competitions/${at(id)}`,
    edit: (id?: string) => `/manage/competitions/${at(id)}/edit`,
    documents: (id?: string) => `/manage/competitions/${at(id)}/documents`,
    submit: (id?: string) => `/manage/competitions/${at(id)}/submit`,
    decide: (id?: string) => `/manage/competitions/${at(id)}/decide`,
    move: (id?: string, act?: string) => `/manage/competitions/${at(id)}/${at(act, 'act')}`,
    withdraw: (id?: string) => `/manage/competitions/${at(id)}/withdraw`,
    cancel: (id?: string) => `/manage/competitions/${at(id)}/cancel`,
    newEvent: (id?: string) => `/manage/competitions/${at(id)}/events/new`,
  },
  events: {
    show: (id?: string) => `/manage/events/${at(id)}`,
    edit: (id?: string) => `/manage/events/${at(id)}/edit`,
    cancel: (id?: string) => `/manage/events/${at(id)}/cancel`,
    scheme: (id?: string) => `/manage/events/${at(id)}/scheme`,
    schemeTemplate: (id?: string) => `/manage/events/${at(id)}/scheme/template.xlsx`,
    staff: (id?: string) => `/manage/events/${at(id)}/staff`,
    entries: (id?: string) => `/manage/events/${at(id)}/entries`,
    confirmEntries: (id?: string) => `/manage/events/${at(id)}/entries/confirm`,
    draws: (id?: string) => `/manage/events/${at(id)}/draws`,
  },
  schemes: {
    show: (id?: string) => `/manage/schemes/${at(id)}`,
    confirm: (id?: string) => `/manage/schemes/${at(id)}/confirm`,
    faults: (id?: string) => `/manage/schemes/${at(id)}/faults.xlsx`,
  },
  entries: {
    list: () => '/entries',
    create: (eventId?: string) => `/events/${at(eventId)}/enter`,
    own: (eventId?: string) => `/events/${at(eventId)}/enter-myself`,
    mine: () => '/me/entries',
    refuse: (id?: string) => `/entries/${at(id)}/refuse`,
    withdraw: (id?: string) => `/entries/${at(id)}/withdraw`,
    withdrawOwn: (id?: string) => `/me/entries/${at(id)}/withdraw`,
    upload: (eventId?: string) => `/events/${at(eventId)}/entry-file`,
    template: (eventId?: string) => `/events/${at(eventId)}/entry-file/template.xlsx`,
    preview: (id?: string) => `/entry-files/${at(id)}`,
    confirm: (id?: string) => `/entry-files/${at(id)}/confirm`,
    faults: (id?: string) => `/entry-files/${at(id)}/faults.xlsx`,
  },
  duties: { list: () => '/duties', draw: (eventId?: string) => `/duties/${at(eventId)}/draw` },
  // Marking and results: judges, keyers, the chief judge, officers, whoever appeals.
  judging: {
    event: (id?: string) => `/judge/${at(id)}`,
    sheet: (id?: string, code?: string) => `/judge/${at(id)}/contestants/${at(code, 'code')}`,
    standing: (id?: string, code?: string) => `/judge/${at(id)}/contestants/${at(code, 'code')}/standing`,
    print: (id?: string) => `/judge/${at(id)}/mark-sheets.pdf`,
    lock: (id?: string) => `/judge/${at(id)}/lock`,
  },
  keying: {
    event: (id?: string) => `/keying/${at(id)}`,
    sheet: (id?: string, code?: string) => `/keying/${at(id)}/contestants/${at(code, 'code')}`,
  },
  results: {
    show: (id?: string) => `/manage/events/${at(id)}/results`,
    pdf: (id?: string) => `/manage/events/${at(id)}/results.pdf`,
    open: (id?: string) => `/duties/${at(id)}/open`,
    notice: (id?: string) => `/manage/events/${at(id)}/notice`,
    finalise: (id?: string) => `/manage/events/${at(id)}/final`,
    correct: (id?: string) => `/judge/${at(id)}/corrections`,
    sign: (id?: string) => `/corrections/${at(id)}/sign`,
    appeal: (id?: string) => `/entries/${at(id)}/appeal`,
    decideAppeal: (id?: string) => `/appeals/${at(id)}/decide`,
  },
  awards: {
    list: (id?: string) => `/manage/events/${at(id)}/awards`,
    promotion: (id?: string) => `/awards/${at(id)}/promotion`,
    certificates: (id?: string) => `/manage/events/${at(id)}/certificates`,
  },
  competitionReport: {
    show: () => '/reports/competitions',
    pdf: () => '/reports/competitions/report.pdf',
    xlsx: () => '/reports/competitions/report.xlsx',
  },
} as const
