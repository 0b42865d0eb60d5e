import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { SheetRefusal } from './sheet-read.js'

export interface XmlVisitor {
  /** Names come without their namespace prefix: some programs write `x:row`. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
  /** Asked after each chunk; true ends the walk early. */
  done?(): boolean
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Walks an XML stream without building a tree. A document type is refused, so entities cannot be declared. */
export async function walkXml(stream: Readable, visitor: XmlVisitor): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new SheetRefusal('unreadable', 'doctype')
  })
  parser.on('error', (error) => {
    throw new SheetRefusal('unreadable', error.message)
  })
  if (visitor.open)
    parser.on('opentag', (tag) => visitor.open?.(local(tag.name), tag.attributes as Record<string, string>))
  if (visitor.close) parser.on('closetag', (tag) => visitor.close?.(local(tag.name)))
  if (visitor.text) {
    parser.on('text', (text) => visitor.text?.(text))
    parser.on('cdata', (text) => visitor.text?.(text))
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of stream) {
    parser.write(decoder.decode(chunk as Buffer, { stream: true }))
    if (visitor.done?.()) return
  }
  parser.close()
}
