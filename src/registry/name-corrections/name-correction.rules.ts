import { isName } from '../../shared/text.js'

/** On what a correction rests: the document itself, the register of the police, or a name that the person has changed by law. */
export const nameGrounds = ['document', 'register', 'changed'] as const
export type NameGround = (typeof nameGrounds)[number]

/** Whether this person may bear this name from now on. Expects a normalised name; the same name in another spelling is a new one. */
export const nameVerdict = (known: string, name: string): 'ok' | 'shape' | 'same' =>
  !isName(name) ? 'shape' : name === known ? 'same' : 'ok'
