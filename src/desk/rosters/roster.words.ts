import type { Words } from '../../shared/words.js'

export const rosterWords = {
  empty: ['名册里还没有学员，请先添加或导入学员，再打印', 'The roster is empty. Add or import trainees, then print'],
  'no-apprentices': [
    '这个学徒班还没有学徒，请先添加，再打印',
    'This class has no apprentices yet. Add them, then print',
  ],
} satisfies Words
