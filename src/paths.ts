import { competitionPaths } from './competition-paths.js'
import { learningPaths } from './learning-paths.js'
import { recognitionPaths } from './recognition-paths.js'
import { at } from './shared/address.js'
import { trainingPaths } from './training-paths.js'
import { workplacePaths } from './workplace-paths.js'

/** Every address of the application. With an id it is an address, without one the pattern of its route. */
export const paths = {
  portal: () => '/',
  home: () => '/home',
  signIn: () => '/sign-in',
  signOut: () => '/sign-out',
  openCourses: () => '/open-courses',
  help: () => '/help',
  accessibility: () => '/accessibility',
  siteMap: () => '/sitemap',
  mistakes: {
    form: () => '/feedback',
    list: () => '/mistakes',
    show: (id?: string) => `/mistakes/${at(id)}`,
    close: (id?: string) => `/mistakes/${at(id)}/close`,
  },
  styleguide: () => '/styleguide',
  account: { own: () => '/account', password: () => '/account/password' },
  accounts: {
    list: () => '/accounts',
    create: () => '/accounts/new',
    show: (id?: string) => `/accounts/${at(id)}`,
    disable: (id?: string) => `/accounts/${at(id)}/disable`,
    enable: (id?: string) => `/accounts/${at(id)}/enable`,
    reset: (id?: string) => `/accounts/${at(id)}/password`,
  },
  audit: { list: () => '/audit' },
  deadLetters: {
    list: () => '/operations/dead-letters',
    retry: () => '/operations/dead-letters/retry',
    void: () => '/operations/dead-letters/void',
  },
  queues: () => '/operations/queues',
  tasks: {
    list: () => '/tasks',
    show: (id?: string) => `/tasks/${at(id)}`,
    events: (id?: string) => `/tasks/${at(id)}/events`,
    file: (id?: string) => `/tasks/${at(id)}/file`,
  },
  messages: { list: () => '/messages', read: () => '/messages/read' },
  policies: { list: () => '/policies', create: () => '/policies/new', targets: () => '/policies/targets' },
  organisations: {
    list: () => '/organisations',
    create: () => '/organisations/new',
    show: (id?: string) => `/organisations/${at(id)}`,
    edit: (id?: string) => `/organisations/${at(id)}/edit`,
    submit: (id?: string) => `/organisations/${at(id)}/submit`,
    review: (id?: string) => `/organisations/${at(id)}/review`,
    suspend: (id?: string) => `/organisations/${at(id)}/suspend`,
    resume: (id?: string) => `/organisations/${at(id)}/resume`,
    withdrawChange: (id?: string) => `/organisations/${at(id)}/withdraw-change`,
    own: () => '/organisation',
  },
  occupations: { list: () => '/occupations' },
  people: {
    list: () => '/people',
    find: () => '/people/find',
    show: (id?: string) => `/people/${at(id)}`,
    reveal: (id?: string) => `/people/${at(id)}/reveal`,
    photo: (id?: string) => `/people/${at(id)}/photo`,
    name: (id?: string) => `/people/${at(id)}/name`,
    document: (id?: string) => `/people/${at(id)}/document`,
    account: (id?: string) => `/people/${at(id)}/account`,
    create: () => '/people/new',
    edit: (id?: string) => `/people/${at(id)}/edit`,
  },
  ...trainingPaths,
  ...workplacePaths,
  certificates: {
    list: () => '/certificates',
    show: (id?: string) => `/certificates/${at(id)}`,
    pdf: (id?: string) => `/certificates/${at(id)}/certificate.pdf`,
    picture: (id?: string) => `/certificates/${at(id)}/certificate.png`,
    revoke: (id?: string) => `/certificates/${at(id)}/revoke`,
    suspend: (id?: string) => `/certificates/${at(id)}/suspend`,
    resume: (id?: string) => `/certificates/${at(id)}/resume`,
    reissue: (id?: string) => `/certificates/${at(id)}/reissue`,
    batch: (id?: string) => `/certificate-batches/${at(id)}`,
    stopBatch: (id?: string) => `/certificate-batches/${at(id)}/stop`,
    numbers: () => '/certificate-numbers',
  },
  ...learningPaths,
  me: {
    home: () => '/me',
    certificate: (id?: string) => `/me/certificates/${at(id)}`,
    pdf: (id?: string) => `/me/certificates/${at(id)}/certificate.pdf`,
    picture: (id?: string) => `/me/certificates/${at(id)}/certificate.png`,
    apprenticeship: () => '/me/apprenticeship',
    apprenticeshipChain: () => '/me/apprenticeship/chain',
    log: () => '/me/apprenticeship/logs/new',
    confirmLog: (logId?: string) => `/me/apprenticeship/logs/${at(logId)}/confirm`,
    giveBackLog: (logId?: string) => `/me/apprenticeship/logs/${at(logId)}/return`,
  },
  ...recognitionPaths,
  ...competitionPaths,
  verify: {
    form: () => '/verify',
    token: (token?: string) => `/v/${at(token, 'token')}`,
    print: (token?: string) => `/v/${at(token, 'token')}/print.pdf`,
    photo: (token?: string) => `/v/${at(token, 'token')}/photo.jpg`,
    picture: (token?: string) => `/v/${at(token, 'token')}/certificate.png`,
    file: () => '/verify/file',
  },
  personTimes: {
    list: () => '/person-times',
    xlsx: () => '/person-times/export.xlsx',
    export: () => '/person-times/export',
    show: (id?: string) => `/person-times/${at(id)}`,
  },
  reports: {
    partners: () => '/reports/beijing-tianjin',
    partnersPdf: () => '/reports/beijing-tianjin/report.pdf',
    partnersSheet: () => '/reports/beijing-tianjin/report.xlsx',
    subsidised: () => '/reports/subsidised-training',
    pdf: () => '/reports/subsidised-training/report.pdf',
    xlsx: () => '/reports/subsidised-training/report.xlsx',
    chart: () => '/reports/subsidised-training/chart.svg',
    print: () => '/reports/subsidised-training/print',
  },
} as const

/** An address with its query; empty values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return pairs.length === 0
    ? path
    : `${path}?${new URLSearchParams(pairs.map(([key, value]): [string, string] => [key, String(value)])).toString()}`
}
