/** A part of an address: an id, or without one the placeholder of its route. */
export const at = (id: string | undefined, name = 'id'): string =>
  id === undefined ? `:${name}` : encodeURIComponent(id)
