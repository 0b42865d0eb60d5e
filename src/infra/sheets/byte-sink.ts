import { PassThrough } from 'node:stream'

/** A stream to write into and the bytes it will have taken by its end. */
export function bytesOf(): { sink: PassThrough; bytes: Promise<Buffer> } {
  const sink = new PassThrough()
  const pieces: Buffer[] = []
  const bytes = new Promise<Buffer>((resolve, reject) => {
    sink.on('data', (piece: Buffer) => pieces.push(piece))
    sink.on('end', () => resolve(Buffer.concat(pieces)))
    sink.on('error', reject)
  })
  return { sink, bytes }
}
