import type { Content } from '../../domain/forms/form.ts'

/** What was typed and not yet acknowledged by the server; survives a reload and a lost session. */
export type EmergencyCopy = { readonly version: number; readonly content: Content }

const PREFIX = 'jiheng.draft.'

export function keepCopy(key: string, copy: EmergencyCopy): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(copy))
  } catch {
    // A full or forbidden storage must not stop the typing; the draft is still saved by the server.
  }
}

export function dropCopy(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key)
  } catch {
    // As above.
  }
}

export function findCopy(key: string): EmergencyCopy | undefined {
  try {
    const text = sessionStorage.getItem(PREFIX + key)
    return text === null ? undefined : (JSON.parse(text) as EmergencyCopy)
  } catch {
    return undefined
  }
}
