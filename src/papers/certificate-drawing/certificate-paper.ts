/** What every printed certificate needs; plain data, nothing of a database. */
export interface PaperIssue {
  number: string
  /** At most 62 bytes, so that the QR code keeps its size. */
  verifyUrl: string
  /** Printed under the code, such as `skills.xiongan.example/v`. */
  verifyHost: string
  verifyCode: string
  /** Day, `YYYY-MM-DD`. */
  issuedOn: string
  issuerName: string
  holderName: string
  idTypeName: string
  idMasked: string
  /** JPEG, 26:32. */
  photo?: Uint8Array
  /** Layer S: sample mark, seal hint, silhouette. Never on an issued paper. */
  sample?: boolean
  /** A print before issue: large mark behind the text. */
  draft?: boolean
  /** Leaves the warm ground out, which a printer would dither. */
  forPrint?: boolean
}

export interface LevelCertificatePaper extends PaperIssue {
  occupationName: string
  /** 工种; `--` is printed when there is none. */
  workType?: string
  /** As printed, such as 四级/中级工. */
  levelName: string
  theoryScore: string
  practiceScore: string
  printSerial?: string
}

export interface CompletionCertificatePaper extends PaperIssue {
  title: '培训合格证书' | '结业证书'
  courseName: string
  institutionName: string
  startsOn: string
  endsOn: string
  theoryHours: number
  practiceHours: number
  score: string
  attendance: string
  runName: string
}

/** 获奖证书; a rank is printed as a number, shared ranks print the same one. */
export interface AwardCertificatePaper extends PaperIssue {
  unit?: string
  competitionName: string
  /** As printed, such as 新区级. */
  tierName: string
  eventName: string
  /** 个人赛, 双人赛, 三人赛 */
  modeName: string
  prizeName: string
  prizeNameEn: string
  rank: string
  /** With two decimals, such as 92.45. */
  total: string
}

/** 2026-11-20 as 2026年11月20日. */
export const longDay = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
