import { VERIFY_USAGE, verifyCommand } from '../ledger/verify.ts'
import type { Command } from './command.ts'

export const verify: Command = {
  usage: `离线核验契约账证据包：${VERIFY_USAGE}`,
  run: (words) => verifyCommand(words, (line) => console.log(line)),
}
