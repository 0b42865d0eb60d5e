import { createServer } from 'node:net'

/** Whether nobody listens on this port, on this machine's own address or on all addresses. */
export async function isFreePort(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '0.0.0.0'))
}

/** The first free port from the wished one upwards. */
export async function nextFreePort(wished: number): Promise<number> {
  for (let port = wished; port < Math.min(wished + 200, 65_536); port++) {
    if (await isFreePort(port)) return port
  }
  throw new Error(`No port is free between ${wished} and ${wished + 199}.`)
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
