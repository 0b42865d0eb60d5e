/** Declared until lists were sorted by the index alone: those in their place end with the `_id`, or hold one more field. */
export const beforeSortedLists = {
  people: ['organisationIds_1_namePinyin_1', 'regions_1_namePinyin_1', 'namePinyin_1'],
  certificates: [
    'organisationId_1_issuedOn_-1__id_1',
    'institutionId_1_issuedOn_-1__id_1',
    'region_1_issuedOn_-1__id_1',
    'issuedOn_-1__id_1',
  ],
  'person-times': [
    'measure_1_verdict_1_on_1',
    'year_1_measure_1_verdict_1_region_1_month_1_reason_1_courseRunId_1_personId_1',
    'region_1_on_-1',
  ],
  'audit-entries': ['at_-1', 'actorId_1_at_-1', 'notes.id_1_at_-1'],
  recognitions: ['appliedOn_-1__id_1'],
} as const
