import { worldPassword } from '../builders/small-world.js'
import { Browser } from '../support/app.js'
import type { PageForm } from '../support/page-forms.js'
import { watchWrites } from '../support/written.js'
import { applies, sendWrong, sendWrongFile, wrongFiles, wrongInputs } from './form-judge.js'

export interface Writing {
  forms: number
  inputs: number
  /** what was in fact allowed */
  accepted: number
  faults: string[]
}

/** Sends every wrong input to every form; what is refused says why, keeps what was typed, and writes nothing. */
export async function writeAll(
  base: string,
  forms: readonly PageForm[],
  say: (fault: string) => void,
): Promise<Writing> {
  const writing: Writing = { forms: forms.length, inputs: 0, accepted: 0, faults: [] }
  const browsers = new Map<string, Browser>()
  const writes = await watchWrites()
  for (const form of forms) {
    const browser = browsers.get(form.username) ?? (await signedIn(form.username))
    browsers.set(form.username, browser)
    // Signing in is written down, too.
    await writes.since()
    const files = form.fields.some(({ kind }) => kind === 'file') ? Object.keys(wrongFiles) : []
    for (const name of [...Object.keys(wrongInputs).filter((one) => applies(form, one)), ...files]) {
      const send = name in wrongFiles ? sendWrongFile : sendWrong
      const { status, faults } = await send(browser, form, name)
      const written = await writes.since()
      writing.inputs += 1
      if (status < 400) writing.accepted += 1
      else if (written.length > 0) faults.push(`is refused and yet writes ${written.join(', ')}`)
      for (const fault of faults) {
        writing.faults.push(`${form.username} ${form.action} [${name}] ${status} — ${fault} (form on ${form.address})`)
        say(writing.faults.at(-1)!)
      }
    }
  }
  await writes.stop()
  return writing

  async function signedIn(username: string): Promise<Browser> {
    const browser = new Browser(base)
    if (username) await browser.signIn(username, worldPassword)
    return browser
  }
}
