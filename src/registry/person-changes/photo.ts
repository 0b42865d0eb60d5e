import sharp from 'sharp'
import { invalid } from '../../shared/errors.js'

// 26 × 32 mm at 300 dpi (papers.md 7).
const size = { width: 307, height: 378 }
const smallest = 200

/** One-inch photo: white ground, 26:32, JPEG without metadata. Anything that is not a picture is refused. */
export async function photoJpeg(bytes: Buffer): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: 40_000_000, failOn: 'error' })
    const { width = 0, height = 0, format } = await picture.metadata()
    if (!['jpeg', 'png', 'webp'].includes(format ?? '')) throw invalid('people.photo-format')
    if (Math.min(width, height) < smallest) throw invalid('people.photo-small', { smallest })
    return await picture
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ ...size, fit: 'cover', position: 'top' })
      .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
      .toBuffer()
  } catch (error) {
    if ((error as { kind?: string }).kind === 'invalid') throw error
    throw invalid('people.photo-format')
  }
}
