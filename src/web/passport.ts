import passport from 'passport'
import { Strategy } from 'passport-local'
import type { Actor } from '../shared/permissions.js'

export interface SignInDoor {
  /** Throws a refusal with the reason (`wrong-password`, `locked`, `disabled`). */
  signIn(username: string, password: string): Promise<Actor>
  /** The actor of a living session; undefined when the account was disabled or its sessions were ended. */
  actorOfSession(stamp: string): Promise<Actor | undefined>
  sessionStamp(actor: Actor): Promise<string>
}

/** Passport carries the session; who may sign in is decided by the accounts service. */
export function createPassport(door: SignInDoor) {
  const instance = new passport.Passport()
  instance.use(
    new Strategy((username, password, done) => {
      door.signIn(username, password).then(
        (actor) => done(null, actor),
        (error: unknown) => done(error),
      )
    }),
  )
  instance.serializeUser((user, done) => {
    door.sessionStamp(user as Actor).then(
      (stamp) => done(null, stamp),
      (error: unknown) => done(error),
    )
  })
  instance.deserializeUser((stamp: string, done) => {
    door.actorOfSession(stamp).then(
      (actor) => done(null, actor ?? false),
      (error: unknown) => done(error),
    )
  })
  return instance
}
export type Passport = ReturnType<typeof createPassport>
