import { z } from 'zod'

export const queueNames = ['certificates', 'person-times', 'credits', 'reports', 'imports', 'notifications'] as const
export type QueueName = (typeof queueNames)[number]

const id = z.string().min(1).max(120)

/** Every kind of background work: its queue and what its payload must look like. Payloads carry ids only. */
export const jobContracts = {
  'certificates.issue-chunk': {
    queue: 'certificates',
    payload: z.object({ batchId: id, chunk: z.number().int().min(0) }),
  },
  'person-times.settle-run': { queue: 'person-times', payload: z.object({ courseRunId: id }) },
  'person-times.settle-apprenticeship': { queue: 'person-times', payload: z.object({ apprenticeshipId: id }) },
  'person-times.settle-person': { queue: 'person-times', payload: z.object({ personId: id }) },
  'credits.settle-run': { queue: 'credits', payload: z.object({ courseRunId: id }) },
  'credits.settle-batch': { queue: 'credits', payload: z.object({ batchId: id }) },
  'credits.settle-person': { queue: 'credits', payload: z.object({ personId: id }) },
  'credits.settle-all': { queue: 'credits', payload: z.object({ cause: id }) },
  'reports.print': { queue: 'reports', payload: z.object({ taskId: id }) },
  'imports.write-roster': { queue: 'imports', payload: z.object({ importId: id }) },
  'people.write-copies': { queue: 'imports', payload: z.object({ personId: id }) },
  'notifications.send': { queue: 'notifications', payload: z.object({ notificationId: id }) },
  'source-registers.write': { queue: 'imports', payload: z.object({ registerId: id }) },
  'recognitions.hear-source': {
    queue: 'imports',
    payload: z.object({ registerId: id, first: z.number().int().min(0), last: z.number().int().min(0) }),
  },
  'recognitions.write-batch': { queue: 'imports', payload: z.object({ batchId: id }) },
  'recognitions.ask-due': { queue: 'imports', payload: z.object({ day: id }) },
  'reconcile.run': { queue: 'notifications', payload: z.object({ period: id }) },
} as const satisfies Record<string, { queue: QueueName; payload: z.ZodType }>

export type JobName = keyof typeof jobContracts
export type JobPayload<N extends JobName> = z.infer<(typeof jobContracts)[N]['payload']>
export const jobNames = Object.keys(jobContracts) as JobName[]
