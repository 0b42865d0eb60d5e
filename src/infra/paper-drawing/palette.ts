/** The colours of papers.md section 2; RGB only. Lake and red have the same grey, so neither ever carries a meaning alone. */
export const palette = {
  lake: '#0b5f66',
  deep: '#084a50',
  red: '#b3261e',
  ink: '#1b2426',
  soft: '#56635f',
  mute: '#66726e',
  t4: '#8fb8b6',
  t3: '#bcd4d0',
  t2: '#d9e6e2',
  t1: '#e9f0ec',
  line: '#b9c9c5',
  head: '#e6efec',
  paper: '#fdfbf5',
  white: '#ffffff',
  zone: '#f1f6f3',
  valid: '#e9f2ef',
  revoked: '#faeeea',
  bar: '#bcd4d0',
  placeholder: '#e3e8e6',
} as const

export type Colour = keyof typeof palette

const channel = (hex: string, at: number) => Math.round((parseInt(hex.slice(at, at + 2), 16) / 255) * 1000) / 1000

/** Three PDF operands of a `#rrggbb` colour. */
export const pdfColour = (hex: string) => `${channel(hex, 1)} ${channel(hex, 3)} ${channel(hex, 5)}`

/** A solid colour as if `over` lay on `ground` with the given share: papers carry no transparency. */
export const tint = (over: string, ground: string, share: number) => {
  const mix = (at: number) => {
    const [a, b] = [over, ground].map((hex) => parseInt(hex.slice(at, at + 2), 16)) as [number, number]
    return Math.round(b + (a - b) * share)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${mix(1)}${mix(3)}${mix(5)}`
}
