import { keepLedgers } from '../../app/ledger/keep-ledgers.ts'
import { cosignedNote } from '../../app/ledger/make-checkpoint.ts'
import { removeSalts } from '../../app/ledger/remove-salts.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { COMPARE_USAGE, compareCommand } from '../ledger/compare.ts'
import { witnessCommand, WITNESS_USAGE } from '../ledger/witness.ts'
import { optionOf } from '../ledger/words.ts'
import { type Command, withProduct } from './command.ts'

const say = (line: string) => console.log(line)

const PARTS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  checkpoint: keep,
  witness: async (words) => witnessCommand(words, say),
  compare: async (words) => compareCommand(words, say),
  forget,
}

export const ledger: Command = {
  usage: `契约账：checkpoint [--jurisdiction 代码] 每日封存并出具凭证 | ${WITNESS_USAGE} | ${COMPARE_USAGE} | forget 撤回个人信息`,
  run: async ([part = '', ...words]) => {
    const run = PARTS[part]
    if (run) return run(words)
    say(ledger.usage)
    return 2
  },
}

/** The daily work: put it into the machine's own timetable (cron, systemd timer), after midnight. */
function keep(words: readonly string[]): Promise<number> {
  const place = optionOf(words, '--jurisdiction')
  return withProduct(async ({ services }, { database }) => {
    const kept = await keepLedgers(database.owner, services, place)
    for (const { checkpoint, sealedDays, taken } of kept) {
      say(cosignedNote(checkpoint))
      if (sealedDays.length > 0) say(`# 封存审计记录${sealedDays.length}天，最近一天${sealedDays.at(-1)}`)
      if (taken.length > 0) say(`# 登记其他账册凭证${taken.length}份`)
    }
    if (kept.length === 0) say('契约账还没有内容。')
    return 0
  })
}

function forget(words: readonly string[]): Promise<number> {
  const [jurisdictionId, number, reason] = ['--jurisdiction', '--number', '--reason'].map((name) =>
    optionOf(words, name),
  )
  const prefix = optionOf(words, '--place')
  if (!jurisdictionId || !reason || !/^[1-9]\d*$/.test(number ?? '')) {
    throw new DomainError(
      'INVALID_INPUT',
      '请写明：forget --jurisdiction 代码 --number 第几号 --reason 依据 [--place 位置，如 chain/3]',
    )
  }
  return withProduct(async ({ services }, { database }) => {
    const removed = await removeSalts(database.owner, services, {
      ...{ jurisdictionId, number: Number(number), reason },
      ...(prefix ? { prefix } : {}),
    })
    say(`已撤回${removed.length}处个人信息，条目和证明仍然有效；业务数据中的原文请另按规定处理。`)
    return 0
  })
}
