import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, invalid, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { readPublicKey } from './registry-signature.js'
import { SourceKey } from '../source-registers/source-register.model.js'

export interface NewKey {
  region: string
  sender: string
  pem: string
}

/** Public keys of the senders: one administrator registers, another activates after comparing the fingerprint by phone. */
export function createSourceKeyService({ clock }: { clock: Clock }) {
  return {
    async register({ region, sender, pem }: NewKey, actor: Actor): Promise<string> {
      const key = readPublicKey(pem)
      if (!key.ok) throw invalid(`sourceRegisters.${key.reason}`)
      await transact(async () => {
        if (await SourceKey.exists({ _id: key.fingerprint })) throw refused('sourceRegisters.key-known')
        await SourceKey.create([
          {
            _id: key.fingerprint,
            region,
            sender,
            algorithm: key.algorithm,
            pem: key.pem,
            state: 'proposed',
            proposedById: actor.id,
            timeline: [stepOf('registered', actor)],
            createdAt: clock.now(),
          },
        ])
        noteAct('source-key', key.fingerprint)
      })
      return key.fingerprint
    },
    activate: (id: string, actor: Actor): Promise<void> => move(id, 'active', actor),
    /** Files signed by it are no longer taken; what was taken stays. */
    retire: (id: string, actor: Actor): Promise<void> => move(id, 'retired', actor),
  }

  async function move(id: string, to: 'active' | 'retired', actor: Actor) {
    await transact(async () => {
      const key = await SourceKey.findById(id)
      if (!key) throw notFound('source-key', id)
      if (key.state === 'retired' || key.state === to) throw refused('sourceRegisters.wrong-state')
      if (to === 'active' && key.proposedById === actor.id) throw forbidden('maker-is-checker')
      key.state = to
      key.timeline!.push(stepOf(to, actor))
      await key.save()
      noteAct('source-key', id, { to })
    })
  }
  function stepOf(act: string, { id, name }: Actor) {
    return { act, at: clock.now(), byId: id, byName: name }
  }
}
export type SourceKeyService = ReturnType<typeof createSourceKeyService>
