import type { Words } from '../../shared/words.js'

export const deadLetterWords = {
  title: ['失败的任务', 'Failed jobs'],
  lead: [
    '试过 8 次仍没有办成，或者再试也不会成的任务。查明原因后重试；确实不用办的，写明原因后作废。',
    'Jobs that failed eight times, or that cannot pass by themselves. Retry after mending the cause; void what need not be done, with a reason.',
  ],
  what: ['任务', 'Job'],
  error: ['最后一次的错误', 'Last error'],
  attempts: ['次数', 'Tries'],
  since: ['提出时间', 'Asked at'],
  act: ['处理', 'Act'],
  retry: ['重试', 'Retry'],
  void: ['作废', 'Void'],
  reason: ['作废原因', 'Reason for voiding'],
  retried: ['已重新排队：{{id}}', 'Queued again: {{id}}'],
  voided: ['已作废：{{id}}', 'Voided: {{id}}'],
  none: ['没有失败的任务', 'No failed jobs'],
  noneText: ['所有后台任务都办成了，或者还在重试', 'All background work is done or being tried again'],
} satisfies Words
