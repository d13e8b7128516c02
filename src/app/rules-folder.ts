import path from 'node:path'

/** Where the rules of this installation lie; kept apart so that reading them needs nothing else. */
export const RULES_FOLDER = path.join(import.meta.dirname, '../../rules')
