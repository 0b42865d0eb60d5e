import type { Face } from '../../infra/paper-fonts/faces.js'
import { formatDay } from '../../shared/dates.js'
import type { Family } from '../certificate-drawing/certificate-render.js'
import { printedOf } from '../certificates/certificate-facts.view.js'
import type { CertificateRecord } from '../certificates/certificate.model.js'
import { certificateWords } from '../certificates/certificate.words.js'
import { effectLabels } from '../recognition-statements/statement-paper.js'
import { statementName } from '../recognition-statements/statement.view.js'
import { stateLooks } from './verification-marks.js'
import { answerKind, type AnswerKind } from './verification.rules.js'

/** 查验结果, 210 × 297 (papers.md 8.10): what the register says at one moment. Papers are Chinese first. */
export interface VerificationPaper {
  certificate: CertificateRecord
  now: Date
  today: string
  publicUrl: string
  newest?: CertificateRecord
  photo?: Uint8Array
}

export interface Row {
  label: string
  value: string
  face?: Face
  size?: number
}

export const day = (text: string): string => formatDay(text, 'zh-CN')

export function noteOf(kind: AnswerKind, { certificate, newest, today }: VerificationPaper): string {
  const { expiresOn, revokedOn, revokedReason, revokedDocument } = certificate
  if (kind === 'valid') return '证书在库，印制内容应与下列内容逐项一致。'
  if (kind === 'expired') return `有效期到${day(expiresOn!)}，此后不能再作上岗依据。`
  if (kind === 'suspended') return '正在复核，复核期间不能使用。'
  if (kind === 'superseded') return replacedNote(newest, today)
  const reason = certificateWords[`revoked-${revokedReason ?? 'other'}`][0]
  return `${day(revokedOn!)}撤销，原因类别：${reason}。${revokedDocument ?? ''}此前印制的证书一律无效。`
}

function replacedNote(newest: CertificateRecord | undefined, today: string): string {
  if (!newest) return '旧证停用，内容以新证为准。'
  const kind = answerKind(newest, today)
  const ended = kind === 'valid' ? '' : `新证现在是“${stateLooks[kind].word}”，也不能使用。`
  return `${day(newest.issuedOn)}换发，新证编号 ${newest.number}。旧证停用。${ended}`
}

function validityOf({ state, expiresOn, revokedOn }: CertificateRecord): string {
  if (state === 'revoked') return `—（${day(revokedOn!)}撤销）`
  return expiresOn ? `至${day(expiresOn)}` : '长期有效'
}

type Printed = ReturnType<typeof printedOf>
/** What each family prints besides its holder and its issue; at most five rows fit above the check. */
const bodies: Record<Family, (p: Printed) => Row[]> = {
  level: (p) => [
    { label: '职业名称', value: p.occupationName },
    { label: '工种/职业方向', value: p.workType || '--' },
    { label: '职业技能等级', value: p.levelName },
    { label: '理论 / 操作成绩', value: `${p.theoryScore} / ${p.practiceScore}` },
  ],
  completion: (p) => [
    { label: '班级编号', value: p.runName },
    { label: '培训课程', value: p.courseName },
    { label: '培训机构', value: p.institutionName },
    { label: '培训时间', value: `${day(p.startsOn)}至${day(p.endsOn)}` },
    {
      label: '学时 成绩 出勤',
      value: `理论 ${p.theoryHours} · 实操 ${p.practiceHours} · 成绩 ${p.score} · 出勤 ${p.attendance}`,
    },
  ],
  statement: (p) => [
    { label: '来源证书', value: `${p.sourceFamily}（${p.sourcePlace}）` },
    { label: '职业和等级', value: statementName(p) },
    { label: '来源证书编号', value: p.sourceNumber },
    { label: '来源发证机构', value: p.sourceIssuer },
    { label: '互认效力', value: p.effects.map((effect) => effectLabels[effect]).join('、') },
  ],
  award: (p) => [
    { label: '竞赛', value: `${p.competitionName}（${p.tierName}）` },
    { label: '赛项', value: `${p.eventName}（${p.modeName}）` },
    { label: '奖项', value: p.prizeName },
    { label: '名次和成绩', value: `第 ${p.rank} 名　总成绩 ${p.total}` },
  ],
}
const issuerLabels: Partial<Record<Family, string>> = { level: '评价机构' }

export function rowsOf({ certificate }: VerificationPaper): Row[] {
  const p = printedOf(certificate)
  const { family } = certificate
  const name: Row = { label: '姓名', value: p.holderName, face: 'SerifS', size: 16 }
  const head: Row[] = [
    { label: '证书名称', value: family === 'completion' ? p.title : certificateWords[family][0] },
    name,
    { label: p.idTypeName === '居民身份证' ? '证件号码' : p.idTypeName, value: p.idMasked, face: 'SansM' },
  ]
  const issued: Row[] = [
    { label: issuerLabels[family] ?? '发证机构', value: p.issuerName },
    { label: '发证日期', value: day(certificate.issuedOn) },
    { label: '有效期', value: validityOf(certificate) },
  ]
  return [...head, ...bodies[family](p), { label: '证书编号', value: certificate.number, face: 'SansM' }, ...issued]
}
