import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Request, Response } from 'express'
import { currentAct } from '../infra/context.js'
import { freeForm, sentForm } from '../infra/sent-forms.js'
import { isAppError, refused } from '../shared/errors.js'
import type { Actor } from '../shared/permissions.js'
import { filesOf } from './upload.js'

type Work = (req: Request, res: Response, actor: Actor | undefined) => Promise<unknown> | unknown

/** The key that a form carries from the page it stands on (partials/token.ejs). */
export const newFormKey = (): string => randomBytes(12).toString('base64url')

const looks = 40
const lookMs = 50

/**
 * A form sent twice, by a double click or a nervous browser, has one effect: the first sending takes the form in the
 * transaction of its effect (`takeForm`), the second leads to the same place. Other texts in the same form are another
 * sending: somebody went back and wrote something new. What was refused may be sent again.
 */
export const sentOnce =
  (work: Work): Work =>
  async (req, res, actor) => {
    const form = formOf(req, actor)
    const act = currentAct()
    if (!form || !act) return work(req, res, actor)
    act.form = form
    const send = async (): Promise<unknown> => {
      if (await ledOn(form, res)) return
      try {
        await work(req, res, actor)
        // The form came back with what is wrong in it; all that was written is a draft of it.
        if (act.recorded && res.statusCode >= 400) await freeForm(form)
      } catch (error) {
        if (act.recorded && isAppError(error)) await freeForm(form)
        else if (!act.recorded && (await ledOn(form, res))) return
        // Another sending was faster and came to nothing: this one takes its turn.
        else if (isAppError(error, 'conflict') && error.code === 'sent-already') return send()
        throw error
      }
    }
    return send()
  }

function formOf(req: Request, actor: Actor | undefined): string | undefined {
  const { _once: key, _csrf, ...fields } = (req.body ?? {}) as Record<string, unknown>
  req.body = { ...fields, _csrf }
  if (typeof key !== 'string' || key === '') return undefined
  const files = filesOf(req).map(({ originalname, size }) => [originalname, size])
  const sent = JSON.stringify([key, actor?.id, req.originalUrl, fields, files])
  return createHash('sha256').update(sent).digest('base64url')
}

/** Leads to where the first sending led, as soon as that is known. */
async function ledOn(form: string, res: Response): Promise<boolean> {
  for (let look = 0; look < looks; look += 1) {
    const sent = await sentForm(form)
    if (!sent) return false
    if (sent.place) {
      res.redirect(303, sent.place)
      return true
    }
    await wait(lookMs)
  }
  throw refused('sent-already')
}
