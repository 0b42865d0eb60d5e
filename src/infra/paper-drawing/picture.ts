import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'

/** Renders an SVG to a palette PNG of the given width: a small file that any phone shows. */
export const palettePng = async (svg: string, width: number): Promise<Buffer> => {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render()
  const raw = { width: image.width, height: image.height, channels: 4 } as const
  return sharp(image.pixels, { raw })
    .removeAlpha()
    .png({ palette: true, colours: 256, dither: 0, compressionLevel: 9, effort: 7 })
    .toBuffer()
}
