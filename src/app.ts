import { join } from 'node:path'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import type { Config } from './config.js'
import { createFrame, type CountsOf } from './frame.js'
import type { Infra } from './infra/infra.js'
import { newCode } from './infra/ids.js'
import { createRoutes } from './routes.js'
import { projectRoot } from './infra/project-root.js'
import type { Services } from './services.js'
import { csrfProtection, sameOrigin } from './web/csrf.js'
import { dateParts } from './web/date-parts.js'
import { errorHandler, unknownPage } from './web/error-handler.js'
import { hearOut } from './web/hear-out.js'
import { healthRoutes, measure } from './web/health.js'
import { locals, signedInLocals } from './web/locals.js'
import { createPassport } from './web/passport.js'
import { plainQuery } from './web/plain-input.js'
import { noStore, securityHeaders } from './web/security.js'
import { endOldSessions, sessions } from './web/session.js'
import { setUploadDirectory } from './web/upload.js'
import { bootstrapStyle } from './web/vendor.js'
import { viewEngine } from './web/views.js'
import { translator } from './words.js'

export interface AppNeeds {
  config: Pick<
    Config,
    'production' | 'SESSION_SECRET' | 'SECURE_COOKIES' | 'TRUST_PROXY' | 'DEMONSTRATION' | 'UPLOAD_DIR'
  >
  infra: Infra
  services: Services
  countsOf: CountsOf
  queueBoard?: readonly RequestHandler[]
  health?: () => Promise<Record<string, unknown>>
}

/** Neither a query nor the token of a certificate's QR code belongs into a log. */
const loggedPath = (url: string): string => (url.split('?')[0] ?? '').replace(/^\/v\/[^/]+/, '/v/*')

/** The order of the middleware and nothing else. */
export function createApp({
  config,
  infra,
  services,
  countsOf,
  queueBoard = [],
  health = async () => ({}),
}: AppNeeds): Express {
  const app = express()
  const frame = { translator, assetVersion: newCode(6), frameOf: createFrame(countsOf) }
  const passport = createPassport(services.accounts)
  const views = join(projectRoot, 'views')
  setUploadDirectory(config.UPLOAD_DIR)

  app.set('trust proxy', config.TRUST_PROXY).set('query parser', plainQuery).disable('x-powered-by')
  app.engine('ejs', viewEngine(views)).set('views', views).set('view engine', 'ejs').enable('view cache')

  app.use(
    pinoHttp({
      logger: infra.log,
      genReqId: () => newCode(10),
      customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'debug'),
      serializers: {
        req: (req: { id: string; method: string; url: string }) => ({
          id: req.id,
          method: req.method,
          path: loggedPath(req.url),
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    }),
  )
  app.use(measure, ...securityHeaders({ secure: config.SECURE_COOKIES }))
  app.use(healthRoutes(health))
  app.get('/vendor/bootstrap.min.css', bootstrapStyle())
  app.use(
    express.static(join(projectRoot, 'public'), {
      maxAge: config.production ? '7d' : 0,
      index: false,
      redirect: false,
    }),
  )
  app.use(locals(frame))
  app.use(
    compression({
      filter: (req, res) =>
        !String(res.getHeader('content-type')).startsWith('text/event-stream') && compression.filter(req, res),
    }),
  )
  app.use(sameOrigin)
  app.use(express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 20_000 }), dateParts)
  app.use(
    sessions({ secret: config.SESSION_SECRET, secure: config.SECURE_COOKIES }),
    endOldSessions(() => infra.clock.now().getTime()),
  )
  app.use(passport.initialize(), passport.session(), noStore)
  app.use(signedInLocals(frame), csrfProtection)
  app.use(createRoutes({ services, infra, passport, demonstration: config.DEMONSTRATION, queueBoard }))
  app.use(unknownPage, hearOut, errorHandler(infra.log))
  return app
}
