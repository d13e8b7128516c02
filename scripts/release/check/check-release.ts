// `npm run release:check`: does everything a release is for in a folder of its own, and says what was proved.
//   npm run release:check [-- folder]
import path from 'node:path'
import { checkCommands } from './commands.ts'
import { checkDemonstration } from './demonstration.ts'
import { checkFirstRun } from './first-run.ts'
import { type Installed, install } from './installed.ts'
import { checkParts } from './parts.ts'

const STEPS: readonly ((installed: Installed) => Promise<string[]> | string[])[] = [
  ({ release }) => checkParts(release),
  checkFirstRun,
  checkDemonstration,
  checkCommands,
]

async function main(): Promise<void> {
  const release = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../../dist/release'))
  const installed = install(release)
  try {
    for (const step of STEPS) for (const line of await step(installed)) console.log(`成立　${line}`)
    console.log(`发布包自检通过：${release}`)
  } finally {
    installed.remove()
  }
}

await main()
