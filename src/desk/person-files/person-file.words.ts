import type { Words } from '../../shared/words.js'

export const personFileWords = {
  courses: ['参加的培训', 'Training'],
  noCourses: ['还没有参加培训', 'No training yet'],
  run: ['班期', 'Course run'],
  dates: ['起止日期', 'Dates'],
  outcome: ['结果', 'Outcome'],
  counts: ['补贴人次', 'Person-time'],
  countedList: ['人次明细', 'Person-times'],
  withdrawn: ['已退班', 'Left the run'],
  completed: ['已结业', 'Completed'],
  'not-completed': ['未结业', 'Not completed'],
  'in-training': ['培训中', 'In training'],
  counted: ['计入', 'Counted'],
  excluded: ['不计入', 'Not counted'],
  pending: ['待定', 'Pending'],
  certificates: ['证书', 'Certificates'],
  noCertificates: ['还没有证书', 'No certificates yet'],
  number: ['证书编号', 'Number'],
  issuedOn: ['发证日期', 'Issued on'],
  state: ['状态', 'State'],
} satisfies Words
