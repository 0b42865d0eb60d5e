import { writeFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import QRCode from 'qrcode'
import sharp from 'sharp'
import {
  renderLevelCertificate,
  paintLevelCertificate,
} from '../src/papers/certificate-drawing/level-certificate.pdf.js'
import type { LevelCertificatePaper } from '../src/papers/certificate-drawing/certificate-paper.js'
import { NaivePen } from './naive-pen.js'

/**
 * How fast level certificates are made: the same page by stock PDFKit and by ours, in interleaved rounds of one run.
 * CPU time, since naive PDFKit works on more than one core. Fails when the ratio falls below its floor.
 */
const floor = 100
const rounds = Number(process.argv[2] ?? 3)
const naiveRound = 12
const ourRound = 400

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨']
const givenNames = [...'荷苇莲鹭渔舟澜汀泽沐清远宁安嘉和']

const nameOf = (i: number) => {
  const pick = (letters: string[], n: number) => letters[n % letters.length]!
  return pick(surnames, i) + pick(givenNames, Math.floor(i / 16)) + pick(givenNames, Math.floor(i / 256) + i)
}

const photoBytes = () => {
  const noise = Buffer.from(Array.from({ length: 39 * 48 * 3 }, (_, i) => (i * 7919 + ((i * i) % 251) * 13) % 256))
  const raw = { width: 39, height: 48, channels: 3 } as const
  return sharp(noise, { raw }).resize(307, 378).jpeg({ quality: 82 }).toBuffer()
}

const photo = await photoBytes()

const paperOf = (i: number): LevelCertificatePaper => {
  const code = (i * 2654435761).toString(36).toUpperCase().padStart(16, '7').slice(0, 16)
  return {
    ...{
      number: `S0000130000012640${String(i).padStart(5, '0')}`,
      verifyCode: code,
      verifyHost: 'skills.xiongan.example/v',
    },
    ...{
      verifyUrl: `https://skills.xiongan.example/v/${code}`,
      issuedOn: '2026-11-20',
      issuerName: '雄安芦花职业技能评价中心',
    },
    ...{
      holderName: nameOf(i),
      idTypeName: '居民身份证',
      idMasked: `130632********${String(i % 10000).padStart(4, '0')}`,
      photo,
    },
    ...{ occupationName: '养老护理员', workType: '老年人能力评估', levelName: '四级/中级工' },
    ...{
      theoryScore: (60 + (i % 40)).toFixed(1),
      practiceScore: (60 + (i % 37)).toFixed(1),
      printSerial: `XA 26 ${i}`,
    },
  }
}

const naive = async (paper: LevelCertificatePaper): Promise<Buffer> => {
  const qr = await QRCode.toBuffer(paper.verifyUrl, { errorCorrectionLevel: 'M', margin: 0, scale: 9 })
  const doc = new PDFDocument({ size: 'A4', layout: 'landscape', margin: 0 })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))))
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  paintLevelCertificate(new NaivePen(doc, qr), paper)
  doc.end()
  return done
}

const cpuMs = async (
  count: number,
  first: number,
  make: (paper: LevelCertificatePaper) => Buffer | Promise<Buffer>,
) => {
  const papers = Array.from({ length: count }, (_, i) => paperOf(first + i))
  const before = process.cpuUsage()
  for (const paper of papers) await make(paper)
  const spent = process.cpuUsage(before)
  return (spent.user + spent.system) / 1000 / count
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

await cpuMs(2, 0, naive)
await cpuMs(ourRound, 0, renderLevelCertificate)
if (process.argv[3]) {
  writeFileSync(`${process.argv[3]}/naive.pdf`, await naive(paperOf(1)))
  writeFileSync(`${process.argv[3]}/ours.pdf`, renderLevelCertificate(paperOf(1)))
}
const times = { naive: [] as number[], ours: [] as number[] }
for (let round = 0; round < rounds; round++) {
  times.naive.push(await cpuMs(naiveRound, round * 1000, naive))
  times.ours.push(await cpuMs(ourRound, round * 1000, renderLevelCertificate))
}
const [slow, fast] = [median(times.naive), median(times.ours)]
const size = (bytes: Buffer) => `${Math.round(bytes.length / 1024)} KB`
console.log('level certificate, CPU time, median of', rounds, 'interleaved rounds')
console.log(
  `stock PDFKit  ${slow.toFixed(2)} ms each  ${(1000 / slow).toFixed(1)} certificates/s per core  ${size(await naive(paperOf(1)))}`,
)
console.log(
  `ours          ${fast.toFixed(3)} ms each  ${(1000 / fast).toFixed(0)} certificates/s per core  ${size(renderLevelCertificate(paperOf(1)))}`,
)
console.log(`ratio         ${(slow / fast).toFixed(0)} (floor ${floor})`)
process.exit(slow / fast < floor ? 1 : 0)
