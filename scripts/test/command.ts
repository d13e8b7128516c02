import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.join(import.meta.dirname, '../..')

type How = {
  readonly env?: { readonly [name: string]: string }
  /** A file that takes the output instead of our terminal: for programs that run side by side. */
  readonly log?: string | undefined
}

/** Runs a program, its output on our terminal unless a log is named; resolves with the exit code. */
export async function run(program: string, args: readonly string[], { env, log }: How = {}): Promise<number> {
  const kept = log === undefined ? undefined : openSync(log, 'w')
  const output = kept ?? 'inherit'
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: [output === 'inherit' ? 'inherit' : 'ignore', output, output],
    env: { ...process.env, ...env },
  })
  if (kept !== undefined) closeSync(kept)
  const [code] = await once(child, 'exit')
  return code ?? 1
}

/** The entry of a tool installed by npm, run by the Node that runs us. */
export function runTool(entry: string, args: readonly string[], how: How = {}): Promise<number> {
  return run(process.execPath, [path.join(ROOT, 'node_modules', entry), ...args], how)
}
