/** Mongoose shape of a timeline (`shared/timeline.ts`). */
export const timelineType = [
  {
    _id: false,
    act: { type: String, required: true },
    at: { type: Date, required: true },
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    note: String,
    from: String,
    to: String,
  },
] as const
