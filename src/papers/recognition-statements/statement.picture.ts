import { longDay } from '../certificate-drawing/certificate-paper.js'
import { sheetPicture } from '../certificate-pictures/certificate-sheet.picture.js'
import { effectLabels, type RecognitionStatementPaper } from './statement-paper.js'

/** The statement as a phone picture, in the hand of the certificates; it says itself that it is none. */
export const statementPicture = (paper: RecognitionStatementPaper): Promise<Buffer> =>
  sheetPicture(
    {
      title: '京津雄互认说明',
      titleEn: 'STATEMENT OF RECOGNITION',
      chip: '不替代来源证书',
      rows: [
        ['来源证书', `${paper.sourceFamily}（${paper.sourcePlace}）`],
        ['职业等级', `${paper.sourceOccupation.split(' / ')[0]}　${paper.sourceLevel}`],
        ['证书编号', paper.sourceNumber],
        ['发证机构', paper.sourceIssuer],
        ['互认效力', paper.effects.map((effect) => effectLabels[effect]).join('、')],
        ['认定日期', longDay(paper.issuedOn)],
      ],
    },
    paper,
  )
