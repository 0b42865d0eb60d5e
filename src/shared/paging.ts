/** One page of a long list; the numbers live in the URL, so that a page can be shared and printed. */
export interface PageOf {
  page: number
  pages: number
  size: number
  total: number
  /** how many rows to skip in the query */
  skip: number
  /** first and last row shown, counted from 1; both 0 when there is none */
  from: number
  to: number
  /** the asked page does not exist: redirect to `page` */
  outOfRange: boolean
}

type Query = Readonly<Record<string, unknown>>

/** Reads `page` of the query string against what there is; nonsense and numbers out of range give the nearest page. */
export function pageOf(query: Query, total: number, size = 20): PageOf {
  const pages = Math.max(1, Math.ceil(total / size))
  const text = String(query['page'] ?? '1')
  const asked = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
  const page = Math.min(asked ?? 1, pages)
  const skip = (page - 1) * size
  const from = total === 0 ? 0 : skip + 1
  return { page, pages, size, total, skip, from, to: Math.min(skip + size, total), outOfRange: page !== asked }
}

/** `1 … 4 5 6 … 20`: first, last and the neighbours; a gap of one page is shown as that page. */
export function pageNumbers(page: number, pages: number): (number | 'gap')[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((n) => n >= 1 && n <= pages)
    .sort((a, b) => a - b)
  return shown.flatMap((n, i) => {
    const before = i === 0 ? 0 : shown[i - 1]!
    if (n - before === 2) return [n - 1, n]
    return n - before > 2 ? (['gap', n] as const) : [n]
  })
}

export interface PagerModel {
  from: number
  to: number
  total: number
  /** a gap has the label `…` and an empty href */
  pages: { label: string; href: string; current?: boolean }[]
  previous?: string
  next?: string
}

/** The model of `partials/pager.ejs`; none for a single page. */
export function pagerOf(at: PageOf, hrefOf: (page: number) => string): PagerModel | undefined {
  if (at.pages < 2) return undefined
  const pages = pageNumbers(at.page, at.pages).map((n) =>
    n === 'gap'
      ? { label: '…', href: '' }
      : { label: String(n), href: hrefOf(n), ...(n === at.page && { current: true }) },
  )
  return {
    from: at.from,
    to: at.to,
    total: at.total,
    pages,
    ...(at.page > 1 && { previous: hrefOf(at.page - 1) }),
    ...(at.page < at.pages && { next: hrefOf(at.page + 1) }),
  }
}
