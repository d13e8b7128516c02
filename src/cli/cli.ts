import { DomainError } from '../domain/shared/errors.ts'
import { OperationProblem } from '../app/storage.ts'
import { backup } from './commands/backup.ts'
import type { Command } from './commands/command.ts'
import { demo } from './commands/demo.ts'
import { importTables } from './commands/import.ts'
import { inspectCommand } from './commands/inspect.ts'
import { ledger } from './commands/ledger.ts'
import { perform } from './commands/perform.ts'
import { restore } from './commands/restore.ts'
import { rules } from './commands/rules.ts'
import { verify } from './commands/verify.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  demo,
  do: perform,
  import: importTables,
  rules,
  inspect: inspectCommand,
  ledger,
  verify,
  backup,
  restore,
}

/** `jiheng <command> …`: the same use cases as the pages, for scripts and administrators. */
async function main(): Promise<void> {
  const [name, ...words] = process.argv.slice(2)
  const command = name === undefined ? undefined : COMMANDS[name]
  if (!command) {
    console.log(
      [
        '用法:jiheng <命令> [参数]',
        ...Object.entries(COMMANDS).map(([key, { usage }]) => `  ${key.padEnd(8)} ${usage}`),
      ].join('\n'),
    )
    process.exitCode = name === undefined || name === 'help' ? 0 : 2
    return
  }
  process.exitCode = await command.run(words)
}

main().catch((error: unknown) => {
  const isForPeople = error instanceof DomainError || error instanceof OperationProblem
  console.error(isForPeople ? error.message : error)
  process.exitCode = 2
})
