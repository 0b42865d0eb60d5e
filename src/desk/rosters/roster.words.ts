import type { Words } from '../../shared/words.js'

export const rosterWords = {
  empty: ['名册里还没有学员，请先添加或导入学员，再打印', 'The roster is empty. Add or import trainees, then print'],
} satisfies Words
