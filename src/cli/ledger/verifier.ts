// The verifier as a program of its own: `npm run build:verifier` makes one file of it that runs on any
// Node.js 20 or later without network, database or packages. See docs/ledger.md.
import { compareCommand, COMPARE_USAGE } from './compare.ts'
import { VERIFY_USAGE, verifyCommand } from './verify.ts'
import { witnessCommand, WITNESS_USAGE } from './witness.ts'

const say = (line: string) => console.log(line)
const [name, ...words] = process.argv.slice(2)
if (name === 'compare') process.exitCode = compareCommand(words, say)
else if (name === 'witness') process.exitCode = witnessCommand(words, say)
else if (name === undefined) {
  say(`用法：node verify.mjs 证据包.json …\n  ${VERIFY_USAGE}\n  ${COMPARE_USAGE}\n  ${WITNESS_USAGE}`)
  process.exitCode = 6
} else process.exitCode = await verifyCommand(name === 'verify' ? words : [name, ...words], say)
