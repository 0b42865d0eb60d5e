import sharp from 'sharp'

const shades = ['#0b5f66', '#45524f', '#7a5200', '#2f4b8a', '#8fb8b6', '#56635f'] as const
const made = new Map<string, Promise<Buffer>>()

/** A drawn head and shoulders on white: the demonstration shows nobody's face. */
export function photoFor(sex: 'male' | 'female', index: number): Promise<Buffer> {
  const shade = shades[index % shades.length]!
  const key = `${sex}${shade}`
  if (!made.has(key)) made.set(key, draw(sex, shade))
  return made.get(key)!
}

function draw(sex: 'male' | 'female', shade: string): Promise<Buffer> {
  const hair =
    sex === 'female'
      ? '<path d="M195 250c-20-150 30-200 112-200s132 50 112 200c-10 60-20 90-30 110H225c-10-20-20-50-30-110z" fill="#2b2f2e"/>'
      : '<path d="M212 210c-10-110 40-150 95-150s105 40 95 150c-60-50-130-50-190 0z" fill="#2b2f2e"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="614" height="756"><rect width="614" height="756" fill="#fff"/>${hair}<ellipse cx="307" cy="245" rx="88" ry="112" fill="#e7c9ae"/><path d="M262 340h90v70h-90z" fill="#dcb999"/><path d="M60 756c0-210 110-320 247-320s247 110 247 320z" fill="${shade}"/><path d="M247 430l60 90 60-90z" fill="#fff"/></svg>`
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).jpeg({ quality: 90 }).toBuffer()
}
