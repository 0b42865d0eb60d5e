/** What is counted, by which figures, and the report of it. */
export const countingRows: Readonly<Record<string, string>> = {
  'get /policies': 'ACMKEU',
  'get /policies/new': 'A',
  'post /policies/new': 'A',
  'get /policies/targets': 'ACMKEU',
  'get /person-times': 'ACMKEU',
  'get /person-times/export.xlsx': 'ACMKEU',
  'post /person-times/export': 'ACMKEU',
  'get /person-times/:id': 'ACMKEU',
  'get /reports/subsidised-training': 'ACMKEU',
  'get /reports/subsidised-training/chart.svg': 'ACMKEU',
  'get /reports/subsidised-training/report.pdf': 'ACMKEU',
  'get /reports/subsidised-training/report.xlsx': 'ACMKEU',
  'post /reports/subsidised-training/print': 'ACMKEU',
}
