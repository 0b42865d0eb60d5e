import { noteAct } from '../../infra/context.js'
import type { Step } from '../../shared/timeline.js'
import { Certificate, type CertificateState, type RevocationReason } from '../certificates/certificate.model.js'

/**
 * What a paper is worth while that on which it rests is in question; called inside the transaction of what happened there.
 * Only the states named move, so that a second call changes nothing.
 */
export function createCertificateStanding() {
  return {
    suspend: (id: string, step: Step): Promise<void> => move(id, ['issued'], { state: 'suspended' }, step),
    resume: (id: string, step: Step): Promise<void> => move(id, ['suspended'], { state: 'issued' }, step),
    end: (id: string, { on, reason }: { on: string; reason: RevocationReason }, step: Step): Promise<void> =>
      move(id, ['issued', 'suspended'], { state: 'revoked', revokedOn: on, revokedReason: reason }, step),
  }

  async function move(id: string, from: readonly CertificateState[], set: Record<string, unknown>, step: Step) {
    const { modifiedCount } = await Certificate.updateOne(
      { _id: id, state: { $in: [...from] } },
      { $set: set, $push: { timeline: step }, $inc: { version: 1 } },
    )
    if (modifiedCount > 0) noteAct('certificate', id, { state: set['state'] })
  }
}
export type CertificateStanding = ReturnType<typeof createCertificateStanding>
