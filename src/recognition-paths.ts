import { at } from './shared/address.js'

/** The same pages for the holder on a phone and for others at a desk. */
const pagesOf = (root: string) => ({
  list: () => root,
  create: () => `${root}/new`,
  show: (id?: string) => `${root}/${at(id)}`,
  edit: (id?: string) => `${root}/${at(id)}/edit`,
  withdraw: (id?: string) => `${root}/${at(id)}/withdraw`,
  copy: (id?: string) => `${root}/${at(id)}/copy`,
  statement: (id?: string) => `${root}/${at(id)}/statement.pdf`,
})

/** Addresses of agreements, registers of the issuers and recognised papers; a part of `paths`. */
export const recognitionPaths = {
  agreements: {
    list: () => '/recognition-agreements',
    create: () => '/recognition-agreements/new',
    show: (id?: string) => `/recognition-agreements/${at(id)}`,
    edit: (id?: string) => `/recognition-agreements/${at(id)}/edit`,
    rows: (id?: string) => `/recognition-agreements/${at(id)}/rows`,
    removeRow: (id?: string) => `/recognition-agreements/${at(id)}/rows/remove`,
    propose: (id?: string) => `/recognition-agreements/${at(id)}/propose`,
    publish: (id?: string) => `/recognition-agreements/${at(id)}/publish`,
    giveBack: (id?: string) => `/recognition-agreements/${at(id)}/give-back`,
    revise: (id?: string) => `/recognition-agreements/${at(id)}/revise`,
  },
  sourceRegisters: {
    list: () => '/source-registers',
    receive: () => '/source-registers/new',
    show: (id?: string) => `/source-registers/${at(id)}`,
    confirm: (id?: string) => `/source-registers/${at(id)}/confirm`,
    discard: (id?: string) => `/source-registers/${at(id)}/discard`,
    newKey: () => '/source-keys/new',
    activateKey: (id?: string) => `/source-keys/${at(id)}/activate`,
    retireKey: (id?: string) => `/source-keys/${at(id)}/retire`,
  },
  recognitions: {
    ...pagesOf('/recognitions'),
    handle: (id?: string) => `/recognitions/${at(id)}/handle`,
    lookUp: (id?: string) => `/recognitions/${at(id)}/look-up`,
    compare: (id?: string) => `/recognitions/${at(id)}/compare`,
    decide: (id?: string) => `/recognitions/${at(id)}/decide`,
    resolve: (id?: string) => `/recognitions/${at(id)}/resolve`,
    certificates: (id?: string) => `/recognitions/${at(id)}/certificates`,
    checkPicture: (id?: string) => `/recognition-checks/${at(id)}/picture`,
  },
  ownRecognitions: pagesOf('/me/recognitions'),
  recognitionBatches: {
    create: () => '/recognition-batches/new',
    template: () => '/recognition-batches/template.xlsx',
    show: (id?: string) => `/recognition-batches/${at(id)}`,
    confirm: (id?: string) => `/recognition-batches/${at(id)}/confirm`,
    faults: (id?: string) => `/recognition-batches/${at(id)}/faults.xlsx`,
  },
  reliances: { list: () => '/reliances' },
}
