export type TestCounts = { passes: number; failures: number; pending: number }

/** The last line of `npm test`, in the form that any CI can read. */
export function closingLine({ passes, failures, pending }: TestCounts): string {
  return `${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`
}
