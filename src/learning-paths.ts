import { at } from './shared/address.js'

/** The addresses of learning accounts; `paths` carries them. */
export const learningPaths = {
  learningAccounts: {
    list: () => '/learning-accounts',
    show: (id?: string) => `/learning-accounts/${at(id)}`,
    credits: (id?: string) => `/learning-accounts/${at(id)}/credits`,
    credit: (id?: string, serial?: string) => `/learning-accounts/${at(id)}/credits/${at(serial, 'serial')}`,
  },
  learningRecords: {
    list: () => '/learning-records',
    show: (id?: string) => `/learning-records/${at(id)}`,
    decide: (id?: string) => `/learning-records/${at(id)}/decide`,
    cancel: (id?: string) => `/learning-records/${at(id)}/cancel`,
    file: (id?: string) => `/learning-records/${at(id)}/file`,
  },
  transcripts: {
    form: () => '/t',
    verify: (token?: string) => `/t/${at(token, 'token')}`,
    printOwn: () => '/me/transcripts',
    ownPdf: (id?: string) => `/me/transcripts/${at(id)}/transcript.pdf`,
    printFor: (id?: string) => `/learning-accounts/${at(id)}/transcripts`,
    pdf: (id?: string) => `/transcripts/${at(id)}/transcript.pdf`,
  },
  myAccount: {
    home: () => '/me/account',
    credits: () => '/me/account/credits',
    credit: (serial?: string) => `/me/account/credits/${at(serial, 'serial')}`,
    createRecord: () => '/me/records/new',
    record: (id?: string) => `/me/records/${at(id)}`,
    editRecord: (id?: string) => `/me/records/${at(id)}/edit`,
    withdrawRecord: (id?: string) => `/me/records/${at(id)}/withdraw`,
    recordFile: (id?: string) => `/me/records/${at(id)}/file`,
  },
  talents: {
    report: () => '/reports/talents',
    people: () => '/reports/talents/people',
    papers: () => '/reports/talents/papers',
    xlsx: () => '/reports/talents/talents.xlsx',
    pdf: () => '/reports/talents/talents.pdf',
  },
} as const
