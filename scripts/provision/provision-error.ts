const otherWays = 'or point MONGODB_URI and REDIS_URI to servers of yours, or use `docker compose up`'

/** Something the machine lacks, said in one sentence that names what to install and the other ways. */
export class ProvisionError extends Error {
  constructor(what: string, ways = otherWays) {
    super(ways ? `${what}, ${ways}.` : `${what}.`)
    this.name = 'ProvisionError'
  }
}
