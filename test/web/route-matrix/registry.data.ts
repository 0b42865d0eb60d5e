/** Organisations, occupations and people. */
export const registryRows: Readonly<Record<string, string>> = {
  // Organisations: their people file, officers decide, auditors read.
  'get /organisations': 'ACMKEBU',
  'get /organisations/:id': 'ACMKEBU',
  'get /organisation': 'AMKEB',
  'get /organisations/new': 'AMKEB',
  'post /organisations/new': 'AMKEB',
  'get /organisations/:id/edit': 'AMKEB',
  'post /organisations/:id/edit': 'AMKEB',
  'get /organisations/:id/submit': 'AMKEB',
  'post /organisations/:id/submit': 'AMKEB',
  'post /organisations/:id/withdraw-change': 'AMKEB',
  'get /organisations/:id/review': 'AC',
  'post /organisations/:id/review': 'AC',
  'get /organisations/:id/suspend': 'AC',
  'post /organisations/:id/suspend': 'AC',
  'post /organisations/:id/resume': 'AC',
  'get /occupations': 'ACMKEBU',

  // People: a number is opened by those who answer for it, never by a clerk.
  'get /people': 'ACMKU',
  'get /people/find': 'ACMKU',
  'post /people/find': 'ACMKU',
  'get /people/:id': 'ACMKU',
  'get /people/:id/photo': 'ACMKU',
  'post /people/:id/photo': 'AMK',
  'get /people/:id/edit': 'AMK',
  'post /people/:id/edit': 'AMK',
  'get /people/:id/reveal': 'ACMU',
  'get /people/:id/name': 'A',
  'post /people/:id/name': 'A',
  'post /people/:id/reveal': 'ACMU',
}
