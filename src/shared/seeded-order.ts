import { createHash } from 'node:crypto'

/**
 * A stream of whole numbers that depends on the seed alone, so that a draw can be done again and compared.
 * Numbers below the largest multiple of `below` are taken, the others passed over: every outcome is equally likely.
 */
function numbersOf(seed: string): (below: number) => number {
  let counter = 0
  let bytes = Buffer.alloc(0)
  const next = (): number => {
    if (bytes.length < 4) bytes = createHash('sha256').update(`${seed}:${counter++}`).digest()
    const value = bytes.readUInt32BE(0)
    bytes = bytes.subarray(4)
    return value
  }
  return (below) => {
    const limit = Math.floor(2 ** 32 / below) * below
    for (;;) {
      const value = next()
      if (value < limit) return value % below
    }
  }
}

/** The items in an order drawn by the seed (Fisher-Yates). */
export function seededOrder<T>(items: readonly T[], seed: string): T[] {
  const draw = numbersOf(seed)
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const at = draw(last + 1)
    ;[order[last], order[at]] = [order[at]!, order[last]!]
  }
  return order
}

/** `count` different words of the alphabet, drawn by the seed. */
export function seededWords(
  count: number,
  seed: string,
  { alphabet, length }: { alphabet: string; length: number },
): string[] {
  const draw = numbersOf(seed)
  const words = new Set<string>()
  while (words.size < count) words.add(Array.from({ length }, () => alphabet[draw(alphabet.length)]!).join(''))
  return [...words]
}

export const hashOfSeed = (seed: string): string => createHash('sha256').update(seed).digest('hex')
