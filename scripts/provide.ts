import { findMongod } from './provision/find-mongod.js'
import { findRedis } from './provision/find-redis.js'
import { dataFolder } from './provision/paths.js'

// Brings the databases' programs while npm start builds. One after the other, as apt lets only one in; what fails here
// is tried again, and said, when the databases start.
const ignored = (): undefined => undefined
if (!process.env.MONGODB_URI) await findMongod(dataFolder()).catch(ignored)
if (!process.env.REDIS_URI) await findRedis(dataFolder()).catch(ignored)
