import type { Words } from '../../shared/words.js'

export const partnerReportWords = {
  title: ['京津机构与互认统计', 'Beijing, Tianjin and recognition'],
  lead: [
    '京津机构在本地承担的培训和发证，以及在生效的互认。互认的证书不计入本地发证数',
    'What organisations of Beijing and Tianjin deliver here, and recognitions in force. Recognised papers are never counted as issued here',
  ],
  partners: ['京津机构在本地的培训', 'Delivered here'],
  recognised: ['生效的互认', 'Recognitions in force'],
  organisation: ['机构', 'Organisation'],
  home: ['来自', 'From'],
  runs: ['开班', 'Runs'],
  trainees: ['学员', 'Trainees'],
  certificates: ['有效证书', 'Valid certificates'],
  personTimes: ['补贴人次', 'Person-times'],
  people: ['人', 'People'],
  source: ['来源地', 'Source'],
  level: ['等级', 'Level'],
  cases: ['件', 'Cases'],
  total: ['合计', 'Total'],
  nonePartners: ['还没有京津机构备案', 'No organisation of Beijing or Tianjin is registered yet'],
  noneRecognised: ['还没有生效的互认', 'No recognition is in force yet'],
  export: ['导出表格', 'Export'],
} satisfies Words
