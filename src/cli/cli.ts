import { DomainError } from '../domain/shared/errors.ts'
import type { Command } from './commands/command.ts'

/** Each command is loaded when it is called, so that one that needs no database starts without it. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./commands/demo.ts')).demo,
  do: async () => (await import('./commands/perform.ts')).perform,
  check: async () => (await import('./commands/check.ts')).check,
  'check-report': async () => (await import('./commands/check-report.ts')).checkReportCommand,
  import: async () => (await import('./commands/import.ts')).importTables,
  exchange: async () => (await import('./commands/exchange.ts')).exchange,
  blueprint: async () => (await import('./commands/blueprint.ts')).blueprint,
  rules: async () => (await import('./commands/rules.ts')).rules,
  recompute: async () => (await import('./commands/recompute.ts')).recompute,
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand,
  ledger: async () => (await import('./commands/ledger.ts')).ledger,
  verify: async () => (await import('./commands/verify.ts')).verify,
  backup: async () => (await import('./commands/backup.ts')).backup,
  public: async () => (await import('./commands/public.ts')).publicSite,
  restore: async () => (await import('./commands/restore.ts')).restore,
}

/** `jiheng <command> …`: the same use cases as the pages, for scripts and administrators. */
async function main(): Promise<void> {
  const [name, ...words] = process.argv.slice(2)
  const load = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name]
  if (!load) {
    console.log(await usage())
    process.exitCode = name === undefined || name === 'help' ? 0 : 2
    return
  }
  const command = await load()
  process.exitCode = await command.run(words)
}

async function usage(): Promise<string> {
  const commands = await Promise.all(
    Object.entries(COMMANDS).map(async ([key, load]) => `  ${key.padEnd(8)} ${(await load()).usage}`),
  )
  return ['用法:jiheng <命令> [参数]', ...commands].join('\n')
}

/** Problems of the installation carry their own words, like those of the domain. */
function isForPeople(error: unknown): error is Error {
  return error instanceof DomainError || (error instanceof Error && error.name === 'OperationProblem')
}

main().catch((error: unknown) => {
  console.error(isForPeople(error) ? error.message : error)
  process.exitCode = 2
})
