import { widthOf } from '../../infra/paper-fonts/font-chain.js'
import { drawPhoto, grouped } from '../../infra/paper-ornaments/furnishings.js'
import { box, type Box } from '../../infra/paper-text/measures.js'
import { drawRule } from '../../infra/paper-ornaments/motif.js'
import { drawFurniture } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4 } from '../../infra/paper/paper-document.js'
import { rectangle } from '../../infra/paper-drawing/path.js'
import { drawLines, setInBox, type Pen, type TextStyle } from '../../infra/paper-drawing/pen.js'
import { drawQr } from '../../infra/paper-drawing/qr-path.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { formatInstant } from '../../shared/dates.js'
import { drawState, stateLooks } from './verification-marks.js'
import { answerKind } from './verification.rules.js'
import { type Row, type VerificationPaper, day, noteOf, rowsOf } from './verification-facts.js'

const put = (pen: Pen, text: string, area: Box, style: Omit<TextStyle, 'field'>) =>
  drawLines(pen, setInBox(text, area, { field: 'verification', ...style }))
const label = { face: 'SansM', size: 9.5, min: 8, colour: palette.lake } as const

/** Rows beside the photo are short; the last of them stands level with its foot. */
const besidePhoto = 4

function drawRows(paper: WorkingPaper, rows: readonly Row[]): void {
  let y = 88
  rows.forEach((row, i) => {
    const [height, right] = [row.size ? 12 : 10, i < besidePhoto ? 154 : 188]
    paper.tagged('P', (pen) => {
      put(pen, row.label, box(22, y, 37, height), label)
      put(pen, row.value, box(60, y, right - 60, height), {
        face: row.face ?? 'SansR',
        size: row.size ?? 11.5,
        min: 7,
        lines: 2,
        colour: palette.ink,
        isName: row.size !== undefined,
      })
    })
    y += height
    drawRule(paper.pen, 22, right, y)
  })
}

function drawZone(paper: WorkingPaper, { certificate: { token }, now, publicUrl }: VerificationPaper): void {
  paper.pen.stroke(rectangle(box(22, 213, 166, 50)), palette.t3, 0.25)
  drawQr(paper.pen, `${publicUrl}/v/${token}`, box(31, 220, 28, 28), palette.white)
  put(paper.pen, '再次查验 Check again', box(25, 252.5, 40, 4.5), {
    face: 'SansM',
    size: 8,
    align: 'center',
    colour: palette.lake,
  })
  const at = formatInstant(now)
  const lines = [
    ['查验时间', `${day(at.slice(0, 10))} ${at.slice(11)}`],
    ['查验地址', `${new URL(publicUrl).host}/v`],
    ['核验码', grouped(token)],
    ['查验方式', '扫码（二维码令牌）'],
  ] as const
  lines.forEach(([name, value], i) =>
    paper.tagged('P', (pen) => {
      put(pen, name, box(72, 218 + i * 8, 21, 7.5), { ...label, size: 9 })
      put(pen, value, box(94, 218 + i * 8, 88, 7.5), {
        face: i === 2 ? 'SansM' : 'SansR',
        size: 10.5,
        min: 8,
        lines: 2,
        colour: palette.ink,
      })
    }),
  )
  put(paper.pen, '本页是查验时刻的结果，不是证书；状态会变化，请以再次查验为准。', box(72, 251.5, 112, 4.5), {
    face: 'SansR',
    size: 8.5,
    min: 7.5,
    colour: palette.soft,
  })
  put(
    paper.pen,
    'A record of one check at the time shown. It is not a certificate; check again before relying on it.',
    box(72, 256, 112, 3.6),
    { face: 'SansR', size: 6.3, min: 5.8, colour: palette.mute },
  )
}

/** The result of a check as one A4 page, on white. */
export function renderVerification(verification: VerificationPaper): Buffer {
  const { certificate, today, photo } = verification
  const kind = answerKind(certificate, today)
  const look = stateLooks[kind]
  const paper = new WorkingPaper({ meta: { title: `查验结果 ${certificate.number}`, day: today }, size: a4 })
  paper.tagged('H1', (pen) =>
    put(pen, '查验结果', box(22, 32, 166, 11), {
      face: 'SerifB',
      size: 26,
      tracking: 5,
      align: 'center',
      colour: palette.lake,
    }),
  )
  put(paper.pen, 'VERIFICATION RESULT', box(22, 45, 166, 4), {
    face: 'SansR',
    size: 7.8,
    tracking: 1.4,
    align: 'center',
    colour: palette.soft,
  })
  drawState(paper.pen, kind)
  paper.tagged('P', (pen) => {
    put(pen, look.word, box(52, 58.5, 70, 12), { face: 'SerifB', size: 26, colour: look.colour })
    put(pen, look.english, box(52 + widthOf('SerifB', look.word, 26) + 5, 61, 40, 9), {
      face: 'SansM',
      size: 10,
      tracking: 0.8,
      colour: look.colour,
    })
    put(pen, noteOf(kind, verification), box(52, 71.2, 132, 9), {
      face: 'SansR',
      size: 9.5,
      min: 8.25,
      lines: 2,
      colour: palette.ink,
    })
  })
  drawRows(paper, rowsOf(verification))
  if (photo) drawPhoto(paper.pen, box(162, 90, 26, 32), photo)
  drawZone(paper, verification)
  return paper.finish((pen, page, pages) =>
    drawFurniture(
      pen,
      {
        size: a4,
        side: 22,
        title: '证书查验 Certificate verification',
        footer: ['印制内容与本页不一致的，以本页为准，并请告知发证机构。'],
      },
      page,
      pages,
    ),
  )
}
