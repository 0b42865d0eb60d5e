import type { RecognitionStatementPaper } from '../../../src/papers/recognition-statements/statement-paper.js'

export const statementPaper = (changes: Partial<RecognitionStatementPaper> = {}): RecognitionStatementPaper => ({
  number: 'XA-HR-2026-000087', verifyUrl: 'https://skills.xiongan.example/v/7K3QF9MA2TXDWP4C', verifyHost: 'skills.xiongan.example/v', verifyCode: '7K3QF9MA2TXDWP4C', issuedOn: '2026-11-20', issuerName: '（互认办理单位名称）', holderName: '苇明远', idTypeName: '居民身份证', idMasked: '110108********0034',
  sourceFamily: '职业技能等级证书', sourcePlace: '北京市', sourceOccupation: '养老护理员 / --', sourceLevel: '三级/高级工', sourceIssuedOn: '2024-06-18', sourceNumber: 'S000011000001243000456', sourceIssuer: '（北京市备案评价机构名称）', sourceCheck: '2026年11月18日　经 jndj.osta.org.cn 人工核验一致　核验员 白雁清',
  agreement: '京津雄职业技能评价结果互认协议（样例）第 3 条　有效期 2026-01-01 至 2028-12-31', mapping: '养老护理员　三级/高级工　→　本地同职业　三级/高级工', effects: ['post', 'next-level', 'competition', 'credits', 'talent-statistics'], ...changes,
})
