import type { Role } from '../../src/shared/permissions.js'

/** Each role's letter in the rows below. */
export const letters: Record<string, Role> = {
  A: 'administrator', C: 'county-officer', M: 'institution-manager', K: 'institution-clerk', E: 'enterprise', N: 'mentor', B: 'assessment-body', J: 'judge', S: 'competition-staff', T: 'trainee', U: 'auditor', O: 'operator',
}
const everyone = 'ACMKENBJSTUO'

/**
 * Who passes the door of each route, reviewed by hand and not derived from src/shared/permissions.ts: a change there
 * must be made here too. `*` is anybody, signed in or not. Whose records they see behind the door: tenant tests.
 */
export const matrix: Readonly<Record<string, string>> = {
  // The front: without an account.
  'get /': '*', 'get /open-courses': '*', 'get /help': '*', 'get /accessibility': '*', 'get /sitemap': '*', 'get /feedback': '*', 'post /feedback': '*', 'get /styleguide': '*', 'get /sign-in': '*', 'post /sign-in': '*',
  'get /verify': '*', 'post /verify': '*', 'post /verify/file': '*', 'get /v/:token': '*', 'get /v/:token/photo.jpg': '*', 'get /v/:token/certificate.png': '*', 'get /v/:token/print.pdf': '*',

  // One's own account, work and messages.
  'post /sign-out': everyone, 'get /account/password': everyone, 'post /account/password': everyone, 'get /home': everyone,
  'get /tasks': everyone, 'get /tasks/:id': everyone, 'get /tasks/:id/events': everyone, 'get /tasks/:id/file': everyone, 'get /messages': everyone, 'post /messages/read': everyone,

  // Accounts, the trail, and the operators' tools.
  'get /accounts': 'A', 'get /accounts/new': 'A', 'post /accounts/new': 'A', 'get /accounts/:id': 'A', 'post /accounts/:id/disable': 'A', 'post /accounts/:id/enable': 'A', 'post /accounts/:id/password': 'A',
  'get /mistakes': 'AU', 'get /mistakes/:id': 'AU', 'post /mistakes/:id/close': 'A',
  'get /audit': 'AU', 'get /operations/dead-letters': 'AO', 'post /operations/dead-letters/retry': 'AO', 'post /operations/dead-letters/void': 'AO', 'get /operations/queues': 'O',

  // Organisations: their people file, officers decide, auditors read.
  'get /organisations': 'ACMKEBU', 'get /organisations/:id': 'ACMKEBU', 'get /organisation': 'AMKEB', 'get /organisations/new': 'AMKEB', 'post /organisations/new': 'AMKEB',
  'get /organisations/:id/edit': 'AMKEB', 'post /organisations/:id/edit': 'AMKEB', 'get /organisations/:id/submit': 'AMKEB', 'post /organisations/:id/submit': 'AMKEB', 'post /organisations/:id/withdraw-change': 'AMKEB',
  'get /organisations/:id/review': 'AC', 'post /organisations/:id/review': 'AC', 'get /organisations/:id/suspend': 'AC', 'post /organisations/:id/suspend': 'AC', 'post /organisations/:id/resume': 'AC',
  'get /occupations': 'ACMKEBU',

  // People: a number is opened by those who answer for it, never by a clerk.
  'get /people': 'ACMKU', 'get /people/find': 'ACMKU', 'post /people/find': 'ACMKU', 'get /people/:id': 'ACMKU', 'get /people/:id/photo': 'ACMKU',
  'post /people/:id/photo': 'AMK', 'get /people/:id/edit': 'AMK', 'post /people/:id/edit': 'AMK', 'get /people/:id/reveal': 'ACMU', 'post /people/:id/reveal': 'ACMU',

  // Courses belong to institutions.
  'get /courses': 'ACMKBU', 'get /courses/:id': 'ACMKBU', 'get /courses/new': 'MK', 'post /courses/new': 'MK', 'get /courses/:id/edit': 'MK', 'post /courses/:id/edit': 'MK', 'get /courses/:id/check': 'MK',
  'post /courses/:id/submit': 'MK', 'post /courses/:id/copy': 'MK', 'get /courses/:id/archive': 'MK', 'post /courses/:id/archive': 'MK',

  // Course runs: the institution works, officers decide.
  'get /course-runs': 'ACMKBU', 'get /course-runs/course-runs.xlsx': 'ACMKBU', 'get /course-runs/:id': 'ACMKBU', 'get /course-runs/new': 'MK', 'post /course-runs/new': 'MK', 'get /course-runs/:id/edit': 'MK',
  'post /course-runs/:id/edit': 'MK', 'get /course-runs/:id/check': 'MK', 'post /course-runs/:id/submit': 'MK', 'get /course-runs/:id/lessons': 'MK', 'post /course-runs/:id/lessons': 'MK', 'post /course-runs/:id/start': 'MK',
  'post /course-runs/:id/finish-teaching': 'MK', 'post /course-runs/:id/recall': 'MK', 'get /course-runs/:id/withdraw': 'MK', 'post /course-runs/:id/withdraw': 'MK',
  'post /course-runs/bulk': 'AC', 'post /course-runs/bulk/pass': 'AC', 'get /course-runs/:id/review': 'AC', 'post /course-runs/:id/decide': 'AC', 'get /course-runs/:id/reject': 'AC', 'post /course-runs/:id/reject': 'AC',
  'get /course-runs/:id/suspend': 'AC', 'post /course-runs/:id/suspend': 'AC', 'post /course-runs/:id/resume': 'AC',
  'get /course-runs/:id/change': 'ACMKBU', 'post /course-runs/:id/change': 'MK', 'post /course-runs/:id/change/take-back': 'MK', 'post /course-runs/:id/change/decide': 'AC',

  // Rosters, imports, photos.
  'get /course-runs/:id/roster': 'ACMKBU', 'get /course-runs/:id/roster.pdf': 'ACMKBU', 'get /course-runs/:id/sign-in.pdf': 'ACMKBU', 'get /course-runs/:id/roster/add': 'MK', 'post /course-runs/:id/roster/add': 'MK',
  'get /course-runs/:id/roster/remove': 'MK', 'post /course-runs/:id/roster/remove': 'MK', 'get /course-runs/:id/photos': 'MK', 'post /course-runs/:id/photos': 'MK',
  'get /course-runs/:id/import': 'MK', 'get /course-runs/:id/import/template.xlsx': 'MK', 'post /course-runs/:id/import': 'MK', 'get /imports/:id': 'MK', 'post /imports/:id/confirm': 'MK', 'get /imports/:id/faults.xlsx': 'MK',
  'get /imports/:id/withdraw': 'MK', 'post /imports/:id/withdraw': 'MK',

  // Attendance and results; what is closed is corrected by the manager alone.
  'get /course-runs/:id/attendance': 'ACMKBU', 'post /course-runs/:id/attendance': 'MKB', 'get /course-runs/:id/results': 'ACMKBU', 'post /course-runs/:id/results': 'MKB', 'get /course-runs/:id/results/file': 'MKB',
  'post /course-runs/:id/results/file': 'MKB', 'get /course-runs/:id/close': 'MKB', 'post /course-runs/:id/close': 'MKB', 'get /course-runs/:id/results/correct': 'M', 'post /course-runs/:id/results/correct': 'M',

  // Apprentices: the enterprise enters them and their contracts, the institution teaches, mentors and apprentices write and sign the log.
  'get /apprentices': 'ACMKENU', 'get /apprentices/:id': 'ACMKENU', 'get /apprenticeships/:id/apprentices': 'ACMKENU', 'get /apprenticeships/:id/apprentices.pdf': 'ACMKENU', 'get /apprenticeships/:id/apprentices/add': 'E', 'post /apprenticeships/:id/apprentices/add': 'E',
  'get /apprentices/:id/exit': 'E', 'post /apprentices/:id/exit': 'E', 'get /apprentices/:id/break': 'E', 'post /apprentices/:id/break': 'E', 'get /apprentices/:id/break/end': 'E', 'post /apprentices/:id/break/end': 'E',
  'get /apprentices/:id/transfer': 'E', 'post /apprentices/:id/transfer': 'E', 'get /apprentices/:id/contracts/:kind': 'E', 'post /apprentices/:id/contracts/:kind': 'E', 'get /apprentices/:id/contracts/:kind/file': 'ACMKENU',
  'get /apprenticeships/:id/cooperation-agreement': 'ACMKENU', 'post /apprenticeships/:id/cooperation-agreement': 'E', 'get /apprenticeships/:id/cooperation-agreement/file': 'ACMKENU',
  'get /apprenticeships/:id/guides': 'MKE', 'post /apprenticeships/:id/guides': 'MKE', 'get /apprenticeships/:id/central-teaching': 'ACMKENU', 'post /apprenticeships/:id/central-teaching/link': 'MK',
  'post /apprenticeships/:id/central-teaching/enrol': 'MK', 'post /apprenticeships/:id/central-teaching/unlink': 'MK', 'get /apprenticeships/:id/mid-term-check': 'ACMKEBU', 'post /apprenticeships/:id/mid-term-check': 'MKB',
  'get /apprenticeships/:id/assessment': 'ACMKEBU', 'post /apprenticeships/:id/assessment': 'MKB', 'get /apprentices/:id/logs': 'ACMKENU', 'get /apprentices/:id/logs/new': 'N', 'post /apprentices/:id/logs/new': 'N',
  'get /mentor': 'N', 'post /mentor/sign-all': 'N', 'post /mentor/logs/:id/sign': 'N', 'get /mentor/logs/:id/return': 'N', 'post /mentor/logs/:id/return': 'N',
  'get /me/apprenticeship': 'T', 'get /me/apprenticeship/logs/new': 'T', 'post /me/apprenticeship/logs/new': 'T', 'post /me/apprenticeship/logs/:id/confirm': 'T', 'get /me/apprenticeship/logs/:id/return': 'T', 'post /me/apprenticeship/logs/:id/return': 'T',

  // Certificates.
  'get /course-runs/:id/certificates': 'ACMKBU', 'post /course-runs/:id/certificates': 'AMKB', 'get /certificate-batches/:id': 'ACMKBU', 'post /certificate-batches/:id/stop': 'AMKB', 'get /certificate-numbers': 'ACMKBU',
  'get /certificates': 'ACMKBU', 'get /certificates/:id': 'ACMKBU', 'get /certificates/:id/certificate.pdf': 'ACMKBU', 'get /certificates/:id/certificate.png': 'ACMKBU',
  'get /certificates/:id/suspend': 'AMB', 'post /certificates/:id/suspend': 'AMB', 'get /certificates/:id/resume': 'AMB', 'post /certificates/:id/resume': 'AMB',
  'get /certificates/:id/revoke': 'AMB', 'post /certificates/:id/revoke': 'AMB', 'get /certificates/:id/reissue': 'AMKB', 'post /certificates/:id/reissue': 'AMKB',
  'get /me': 'T', 'get /me/certificates/:id': 'T', 'get /me/certificates/:id/certificate.png': 'T', 'get /me/certificates/:id/certificate.pdf': 'T',

  // Apprenticeships: the enterprise plans and settles, its partner teaches and assesses, officers decide.
  'get /apprenticeships': 'ACMKEBU', 'get /apprenticeships/new': 'E', 'post /apprenticeships/new': 'E', 'get /apprenticeships/:id': 'ACMKEBU', 'get /apprenticeships/:id/edit': 'E', 'post /apprenticeships/:id/edit': 'E',
  'get /apprenticeships/:id/check': 'E', 'post /apprenticeships/:id/submit': 'E', 'post /apprenticeships/:id/recall': 'E', 'get /apprenticeships/:id/withdraw': 'E', 'post /apprenticeships/:id/withdraw': 'E', 'post /apprenticeships/:id/start': 'E',
  'get /apprenticeships/:id/review': 'AC', 'post /apprenticeships/:id/decide': 'AC', 'get /apprenticeships/:id/reject': 'AC', 'post /apprenticeships/:id/reject': 'AC', 'get /apprenticeships/:id/suspend': 'AC', 'post /apprenticeships/:id/suspend': 'AC',
  'post /apprenticeships/:id/resume': 'AC', 'get /apprenticeships/:id/mid-term-check/confirm': 'AC', 'post /apprenticeships/:id/mid-term-check/confirm': 'AC', 'post /apprenticeships/:id/finish-training': 'MKE', 'post /apprenticeships/:id/complete': 'MK',
  'get /apprenticeships/:id/certificates': 'ACMKBU', 'post /apprenticeships/:id/certificates': 'AMKB',
  'get /apprenticeships/:id/settlement': 'ACMKEBU', 'get /apprenticeships/:id/settlement/:apprenticeId': 'ACMKEBU', 'get /apprenticeships/:id/settlement.pdf': 'ACMKEBU', 'post /apprenticeships/:id/settlement/submit': 'E', 'post /apprenticeships/:id/settlement/decide': 'AC',
  // Recognition: agreements, registers of the neighbours, cases; the holder's own pages.
  'get /recognition-agreements': 'ACMKEBU', 'get /recognition-agreements/:id': 'ACMKEBU', 'get /recognition-agreements/new': 'A', 'post /recognition-agreements/new': 'A', 'get /recognition-agreements/:id/edit': 'A', 'post /recognition-agreements/:id/edit': 'A',
  'post /recognition-agreements/:id/rows': 'A', 'post /recognition-agreements/:id/rows/remove': 'A', 'post /recognition-agreements/:id/propose': 'A', 'post /recognition-agreements/:id/publish': 'A', 'post /recognition-agreements/:id/give-back': 'A', 'post /recognition-agreements/:id/revise': 'A',
  'get /source-registers': 'ACU', 'get /source-registers/:id': 'ACU', 'get /source-registers/new': 'A', 'post /source-registers/new': 'A', 'post /source-registers/:id/confirm': 'A', 'post /source-registers/:id/discard': 'A',
  'get /source-keys/new': 'A', 'post /source-keys/new': 'A', 'post /source-keys/:id/activate': 'A', 'post /source-keys/:id/retire': 'A',
  'get /recognitions': 'ACEU', 'get /recognitions/:id': 'ACEU', 'get /recognitions/:id/copy': 'ACEU', 'get /recognition-checks/:id/picture': 'ACEU', 'get /recognitions/new': 'CE', 'post /recognitions/new': 'CE', 'get /recognitions/:id/edit': 'CE', 'post /recognitions/:id/edit': 'CE',
  'get /recognitions/:id/withdraw': 'CE', 'post /recognitions/:id/withdraw': 'CE', 'post /recognitions/:id/handle': 'AC', 'post /recognitions/:id/look-up': 'AC', 'post /recognitions/:id/compare': 'AC', 'post /recognitions/:id/decide': 'A', 'post /recognitions/:id/resolve': 'A',
  'get /me/recognitions': 'T', 'get /me/recognitions/new': 'T', 'post /me/recognitions/new': 'T', 'get /me/recognitions/:id': 'T', 'get /me/recognitions/:id/copy': 'T', 'get /me/recognitions/:id/edit': 'T', 'post /me/recognitions/:id/edit': 'T', 'get /me/recognitions/:id/withdraw': 'T', 'post /me/recognitions/:id/withdraw': 'T',
  'get /recognition-batches/new': 'E', 'post /recognition-batches/new': 'E', 'get /recognition-batches/template.xlsx': 'E', 'get /recognition-batches/:id': 'E', 'post /recognition-batches/:id/confirm': 'E', 'get /recognition-batches/:id/faults.xlsx': 'E',
  'get /recognitions/:id/statement.pdf': 'ACEU', 'get /me/recognitions/:id/statement.pdf': 'T', 'get /r/:token': '*',
  'get /reports/beijing-tianjin': 'ACU', 'get /reports/beijing-tianjin/report.xlsx': 'ACU',
  'get /reliances': 'E', 'post /reliances': 'E',
  // Learning accounts: one's own, the officers' view, additions to confirm, prints; whether a print is current is said to anybody.
  'get /reports/talents': 'ACU', 'get /reports/talents/people': 'ACU', 'get /reports/talents/papers': 'ACU', 'get /reports/talents/talents.xlsx': 'ACU', 'get /reports/talents/talents.pdf': 'ACU',
  'get /me/account': 'T', 'post /me/account': 'T', 'get /me/account/credits': 'T', 'get /me/account/credits/:serial': 'T', 'get /me/records/new': 'T', 'post /me/records/new': 'T', 'get /me/records/:id': 'T',
  'get /me/records/:id/edit': 'T', 'post /me/records/:id/edit': 'T', 'post /me/records/:id/withdraw': 'T', 'get /me/records/:id/file': 'T', 'post /me/transcripts': 'T', 'get /me/transcripts/:id/transcript.pdf': 'T',
  'get /learning-accounts': 'ACU', 'get /learning-accounts/:id': 'ACU', 'get /learning-accounts/:id/credits': 'ACU', 'get /learning-accounts/:id/credits/:serial': 'ACU', 'post /learning-accounts/:id/transcripts': 'AC',
  'get /transcripts/:id/transcript.pdf': 'ACU', 'get /t': '*', 'get /t/:token': '*', 'get /learning-records': 'ACMEU', 'get /learning-records/:id': 'ACMEU', 'get /learning-records/:id/file': 'ACMEU',
  'post /learning-records/:id/decide': 'ACME', 'get /learning-records/:id/cancel': 'ACME', 'post /learning-records/:id/cancel': 'ACME',

  // What is counted.
  'get /policies': 'ACMKEU', 'get /policies/new': 'A', 'post /policies/new': 'A', 'get /policies/targets': 'ACMKEU',
  'get /person-times': 'ACMKEU', 'get /person-times/export.xlsx': 'ACMKEU', 'post /person-times/export': 'ACMKEU', 'get /person-times/:id': 'ACMKEU',
  'get /reports/subsidised-training': 'ACMKEU', 'get /reports/subsidised-training/chart.svg': 'ACMKEU', 'get /reports/subsidised-training/report.pdf': 'ACMKEU', 'get /reports/subsidised-training/report.xlsx': 'ACMKEU', 'post /reports/subsidised-training/print': 'ACMKEU',

  // Competitions.
  'get /reports/competitions': 'ACMKEBU', 'get /reports/competitions/report.pdf': 'ACMKEBU', 'get /reports/competitions/report.xlsx': 'ACMKEBU',
  'get /manage/events/:id/certificates': 'ACMKBU', 'post /manage/events/:id/certificates': 'AMKB', 'get /manage/events/:id/awards': 'ACMKEBU',
  'get /awards/:id/promotion': 'A', 'post /awards/:id/promotion': 'A',
  'get /judge/:id': 'J', 'get /judge/:id/mark-sheets.pdf': 'J', 'get /judge/:id/contestants/:code': 'J', 'post /judge/:id/contestants/:code': 'J',
  'post /judge/:id/contestants/:code/standing': 'J', 'get /keying/:id': 'S', 'get /keying/:id/contestants/:code': 'S', 'post /keying/:id/contestants/:code': 'S',
  'get /manage/events/:id/results': 'ACMKEBU', 'get /manage/events/:id/results.pdf': 'ACMKEBU', 'post /duties/:id/open': 'S', 'post /manage/events/:id/notice': 'A',
  'post /manage/events/:id/final': 'A', 'post /corrections/:id/sign': 'A', 'post /appeals/:id/decide': 'A', 'get /entries/:id/appeal': 'MKET',
  'post /entries/:id/appeal': 'MKET', 'get /judge/:id/lock': 'J', 'post /judge/:id/lock': 'J', 'get /judge/:id/corrections': 'J', 'post /judge/:id/corrections': 'J',
  'get /manage/competitions': 'ACMKEBU', 'get /manage/competitions/new': 'MKE', 'post /manage/competitions/new': 'MKE', 'get /manage/competitions/:id/edit': 'MKE',
  'post /manage/competitions/:id/edit': 'MKE', 'get /manage/competitions/:id': 'ACMKEBU', 'post /manage/competitions/:id/documents': 'MKE',
  'post /manage/competitions/:id/submit': 'MKE', 'post /manage/competitions/:id/recall': 'MKE', 'post /manage/competitions/:id/publish': 'A',
  'post /manage/competitions/:id/open-entries': 'MKE', 'post /manage/competitions/:id/close-entries': 'MKE', 'post /manage/competitions/:id/begin': 'MKE',
  'get /manage/competitions/:id/return': 'A', 'post /manage/competitions/:id/return': 'A', 'get /manage/competitions/:id/withdraw': 'MKE',
  'post /manage/competitions/:id/withdraw': 'MKE', 'get /manage/competitions/:id/cancel': 'AMKE', 'post /manage/competitions/:id/cancel': 'AMKE',
  'get /manage/competitions/:id/events/new': 'MKE', 'post /manage/competitions/:id/events/new': 'MKE', 'get /manage/events/:id/edit': 'MKE',
  'post /manage/events/:id/edit': 'MKE', 'get /manage/events/:id': 'ACMKEBU', 'get /manage/events/:id/cancel': 'MKE', 'post /manage/events/:id/cancel': 'MKE',
  'get /manage/events/:id/scheme': 'ACMKEBU', 'get /manage/events/:id/scheme/template.xlsx': 'MKE', 'post /manage/events/:id/scheme': 'MKE',
  'get /manage/schemes/:id': 'ACMKEBU', 'post /manage/schemes/:id/confirm': 'MKE', 'get /manage/schemes/:id/faults.xlsx': 'MKE',
  'get /manage/events/:id/staff': 'ACMKEBU', 'post /manage/events/:id/staff': 'MKE', 'get /duties': 'JS', 'get /manage/events/:id/draws': 'ACMKEBU',
  'get /duties/:id/draw': 'S', 'post /duties/:id/draw': 'S', 'get /manage/events/:id/entries': 'ACMKEBU', 'post /manage/events/:id/entries/confirm': 'MKE',
  'get /entries/:id/refuse': 'MKE', 'post /entries/:id/refuse': 'MKE', 'get /entries': 'MKE', 'get /events/:id/enter': 'MKE', 'post /events/:id/enter': 'MKE',
  'post /entries/:id/withdraw': 'MKE', 'get /events/:id/enter-myself': 'T', 'post /events/:id/enter-myself': 'T', 'get /me/entries': 'T',
  'post /me/entries/:id/withdraw': 'T', 'get /events/:id/entry-file': 'MKE', 'get /events/:id/entry-file/template.xlsx': 'MKE', 'post /events/:id/entry-file': 'MKE',
  'get /entry-files/:id': 'MKE', 'post /entry-files/:id/confirm': 'MKE', 'get /entry-files/:id/faults.xlsx': 'MKE', 'get /competitions': '*',
  'get /competitions/:id': '*', 'get /competitions/:id/documents/:document': '*',
}
