import sharp from 'sharp'
import type {
  CompletionCertificatePaper,
  LevelCertificatePaper,
} from '../../../src/papers/certificate-drawing/certificate-paper.js'

export const photo = await sharp({ create: { width: 307, height: 378, channels: 3, background: '#dfe6e4' } })
  .jpeg({ quality: 85 })
  .toBuffer()

export const levelPaper = (changes: Partial<LevelCertificatePaper> = {}): LevelCertificatePaper => ({
  number: 'S000013000001264000123',
  verifyUrl: 'https://skills.xiongan.example/v/7K3QF9MA2TXDWP4C',
  verifyHost: 'skills.xiongan.example/v',
  verifyCode: '7K3QF9MA2TXDWP4C',
  issuedOn: '2026-11-20',
  issuerName: '雄安芦花职业技能评价中心',
  holderName: '安小荷',
  idTypeName: '居民身份证',
  idMasked: '130632********0025',
  photo,
  occupationName: '养老护理员',
  workType: '老年人能力评估',
  levelName: '四级/中级工',
  theoryScore: '86.0',
  practiceScore: '91.5',
  printSerial: 'XA 26 0004721',
  ...changes,
})

export const completionPaper = (changes: Partial<CompletionCertificatePaper> = {}): CompletionCertificatePaper => ({
  ...levelPaper(),
  number: 'XA-PX-2026-000123',
  issuerName: '雄安苇海职业技能培训学校',
  title: '培训合格证书',
  courseName: '养老护理员（五级/初级工）就业技能培训班',
  institutionName: '雄安苇海职业技能培训学校',
  startsOn: '2026-09-01',
  endsOn: '2026-10-28',
  theoryHours: 60,
  practiceHours: 100,
  score: '88.0',
  attendance: '96.3%',
  runName: 'XA2026-0417-03',
  ...changes,
})

export const longName = '阿卜杜热西提·买买提吐尔逊·伊敏江尼'
export const longOccupation = '水生植物栽培与湿地生态环境修复及白洋淀淀区苇海景观养护综合管理服务工程技术人员员'
export const longWorkType = '老年人能力评估与居家适老化环境改造方案设计咨询及康复辅助器具适配应用指导服务方向'
export const longInstitution = '河北雄安新区白洋淀水乡生态旅游与现代服务业职业技能培训学校有限责任公司'
