/** Waits until the address answers with success; gives up early when `gaveUp` says so. */
export async function waitForHealth(url: string, gaveUp: () => boolean, timeoutMs = 120_000): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline && !gaveUp();) {
    if (await answers(url)) return true
    await new Promise((done) => setTimeout(done, 200))
  }
  return false
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
