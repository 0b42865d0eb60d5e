import { number, numberPattern, planStart as from, type FirstFigure } from './figure.data.js'

/** The double qualification, and the recognition of papers from Beijing and Tianjin. */
export const recognitionFigures = {
  'dual-certificate.min-age': {
    kind: number('years', 0, 99),
    value: 18,
    from,
    clause: '雄就社领发〔2022〕1号 四（四）2：18—35 周岁劳动力',
  },
  'dual-certificate.max-age': {
    kind: number('years', 0, 150),
    value: 35,
    from,
    clause: '雄就社领发〔2022〕1号 四（四）2：18—35 周岁劳动力',
  },
  'certificate.statement-number': {
    kind: numberPattern,
    value: 'XA-HR-{year}-{sequence:6}',
    from,
    clause: '样例：京津雄互认说明备案号 = XA-HR-年份-六位流水',
  },
  'recognition.recheck-days': {
    kind: number('days', 1, 90),
    value: 7,
    from,
    clause: '样例：来源地暂未查到的证书，每 7 天复查一次',
  },
  'recognition.wait-days': {
    kind: number('days', 0, 180),
    value: 30,
    from,
    clause: '样例：成绩上传约需 20 个工作日，未查到满 30 天才可以据此认定',
  },
} satisfies Record<string, FirstFigure>
