const pad4 = (data: Buffer) =>
  data.length % 4 === 0 ? data : Buffer.concat([data, Buffer.alloc(4 - (data.length % 4))])

/** Joins tables to a font file. Checksums stay 0: no PDF reader looks at them, and they would cost per certificate. */
export const fontFile = (tables: [name: string, data: Buffer][]) => {
  const header = Buffer.alloc(12 + tables.length * 16)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(tables.length, 4)
  const log = Math.floor(Math.log2(tables.length))
  header.writeUInt16BE(2 ** log * 16, 6)
  header.writeUInt16BE(log, 8)
  header.writeUInt16BE(tables.length * 16 - 2 ** log * 16, 10)
  let at = header.length
  tables.forEach(([name, data], i) => {
    header.write(name, 12 + i * 16, 'latin1')
    header.writeUInt32BE(at, 20 + i * 16)
    header.writeUInt32BE(data.length, 24 + i * 16)
    at += data.length + ((4 - (data.length % 4)) % 4)
  })
  return Buffer.concat([header, ...tables.map(([, data]) => pad4(data))])
}

export const hex4 = (code: number) => code.toString(16).padStart(4, '0')

export const utf16Hex = (text: string) => {
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i))
  return hex
}
