import type { Words } from '../../shared/words.js'

export const notificationWords = {
  title: ['消息', 'Messages'],
  unread: ['{{count}} 条未读', '{{count}} unread', '{{count}} unread'],
  markRead: ['全部标为已读', 'Mark all as read'],
  markedRead: ['消息都已标为已读', 'All messages are marked as read'],
  what: ['内容', 'Message'],
  when: ['时间', 'Time'],
  state: ['状态', 'State'],
  read: ['已读', 'Read'],
  new: ['未读', 'New'],
  none: ['还没有消息', 'No messages yet'],
  noneText: ['审核结果、到期事项和做完的任务会出现在这里', 'Review results, deadlines and finished jobs appear here'],
} satisfies Words
