import mongoose from 'mongoose'

/** Papers and batches of the first version knew course runs alone; their fields take the names that every source has. */
export async function renameSourceFields(): Promise<void> {
  const collection = (name: string) => mongoose.connection.collection(name)
  const old = { sourceKind: { $exists: false } }
  const kind = { $set: { sourceKind: 'course-run' } }
  await collection('certificates').updateMany(old, {
    ...kind,
    $rename: { courseRunId: 'sourceId', enrolmentId: 'lineId' },
  })
  await collection('certificate-batches').updateMany(old, {
    ...kind,
    $rename: { courseRunId: 'sourceId', courseRunTitle: 'sourceTitle' },
  })
  await collection('certificate-chunks').updateMany({ enrolmentIds: { $exists: true } }, [
    {
      $set: {
        lineIds: '$enrolmentIds',
        refused: {
          $map: {
            input: '$refused',
            as: 'one',
            in: {
              $unsetField: {
                field: 'enrolmentId',
                input: { $mergeObjects: ['$$one', { lineId: '$$one.enrolmentId' }] },
              },
            },
          },
        },
      },
    },
    { $unset: 'enrolmentIds' },
  ])
}
