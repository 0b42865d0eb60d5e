import { Certificate } from '../certificates/certificate.model.js'

/** Whether each of these certificates holds today; a replaced one goes on as its successor, a suspended one has no answer yet. */
export async function certificateStatesOf(ids: readonly string[]): Promise<Map<string, 'valid' | 'void'>> {
  const rows = await Certificate.find({ _id: { $in: [...ids] }, state: { $ne: 'suspended' } })
    .select('state')
    .lean<{ _id: string; state: string }[]>()
  return new Map(rows.map(({ _id, state }) => [_id, state === 'revoked' ? 'void' : 'valid']))
}
