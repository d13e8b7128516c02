import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

/**
 * Made with a release (`scripts/release`), absent in a checkout: rule files parsed beforehand, as JSON by
 * the digest of their text. An edited file has another digest and is simply parsed.
 */
const PARSED_FILE = path.join(import.meta.dirname, 'parsed-rules.json')
let parsed: Readonly<Record<string, string>> | undefined

/** The data of a YAML text. @throws Error of the parser, with line and column */
export function parseYaml(text: string): unknown {
  parsed ??= existsSync(PARSED_FILE) ? JSON.parse(readFileSync(PARSED_FILE, 'utf8')) : {}
  const known = parsed?.[digestOf(text)]
  return known === undefined ? parse(text) : JSON.parse(known)
}

/** Under which a text's data is found. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'base64')
}
