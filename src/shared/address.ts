/** A part of an address: an id, or without one its place in the pattern of the route. */
export const addressPart = (id: string | undefined, name = 'id'): string => (id === undefined ? `:${name}` : encodeURIComponent(id))
