import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export const ROOT = path.join(import.meta.dirname, '../..')

/** Runs a program with its output on our terminal; resolves with the exit code. */
export async function run(
  program: string,
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<number> {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
  const [code] = await once(child, 'exit')
  return code ?? 1
}

/** The entry of a tool installed by npm, run by the Node that runs us. */
export function runTool(
  entry: string,
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<number> {
  return run(process.execPath, [path.join(ROOT, 'node_modules', entry), ...args], env)
}
