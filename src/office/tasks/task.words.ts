import type { Words } from '../../shared/words.js'

export const taskWords = {
  tasks: ['我的任务', 'My tasks'],
  what: ['任务', 'Task'],
  progress: ['进度', 'Progress'],
  started: ['开始', 'Started'],
  state: ['状态', 'State'],
  waiting: ['排队中', 'Waiting'],
  running: ['进行中', 'Running'],
  done: ['已完成', 'Done'],
  failed: ['未完成', 'Not finished'],
  cancelled: ['已取消', 'Cancelled'],
  count: ['{{done}} / {{total}}', '{{done}} of {{total}}'],
  failedCount: ['{{count}} 项没有办成', '{{count}} was not done', '{{count}} were not done'],
  percent: ['{{percent}}%', '{{percent}}%'],
  left: ['{{percent}}% · 约剩 {{seconds}} 秒', '{{percent}}% · about {{seconds}} s left'],
  mayClose: [
    '可以关闭本页，任务会继续。完成后在“我的任务”里查看',
    'You can close this page. The job goes on; find it under My tasks',
  ],
  refresh: ['刷新进度', 'Refresh'],
  result: ['查看结果', 'See the result'],
  download: ['下载文件', 'Download the file'],
  none: ['还没有任务', 'No tasks yet'],
  noneText: [
    '导入名册、批量发证、生成报表时，进度会显示在这里',
    'Imports, batches of certificates and reports show their progress here',
  ],
  kept: ['文件保留 7 天', 'Files are kept for 7 days'],
} satisfies Words
