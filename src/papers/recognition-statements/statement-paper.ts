import type { PaperIssue } from '../certificate-drawing/certificate-paper.js'
import { recognitionEffects, type RecognitionEffect } from '../recognition-agreements/agreement.data.js'

/** What a recognition statement prints (papers.md 8.5): it points at the source certificate and never copies it. */
export interface RecognitionStatementPaper extends PaperIssue {
  sourceFamily: string
  sourcePlace: string
  sourceOccupation: string
  sourceLevel: string
  sourceIssuedOn: string
  sourceNumber: string
  sourceIssuer: string
  /** `2026年11月18日　经 jndj.osta.org.cn 人工核验一致　核验员 …` */
  sourceCheck: string
  agreement: string
  mapping: string
  effects: readonly RecognitionEffect[]
}

/** The boxes in their order, two rows of three; what is not ticked says so. */
export const effectLabels: Readonly<Record<RecognitionEffect, string>> = {
  post: '岗位聘用认可',
  'next-level': '申报高一级评价',
  competition: '竞赛报名资格',
  credits: '学分认定',
  'talent-statistics': '本地技能人才统计',
  subsidy: '培训补贴',
}
export const effectBoxes = recognitionEffects.map((effect, i) => ({
  effect,
  x: 22 + (i % 3) * 55.5,
  y: 190.2 + Math.floor(i / 3) * 8.2,
}))
