import { inspect } from '../../app/inspect/inspect.ts'
import { runNightly } from '../../app/inspect/run-nightly.ts'
import { type Command, withStorage } from './command.ts'

export const inspectCommand: Command = {
  usage:
    '检查数据是否自洽(不变量 I2–I17)，有问题时退出码为 1；--nightly 先封存契约账，结果留在“管理”中的每夜核对',
  run: (words) =>
    withStorage(async (storage) => {
      const { database, files, keys } = storage
      if (words.includes('--nightly')) return (await runNightly(storage)) === 0 ? 0 : 1
      const lines = await inspect(database.owner, files, keys)
      if (words.includes('--json')) console.log(JSON.stringify(lines))
      else
        for (const { id, title, count, examples } of lines) {
          console.log(
            `${count === 0 ? '正常' : '异常'}  ${id.padEnd(4)} ${title}${count === 0 ? '' : `:${count} 处`}`,
          )
          for (const example of examples) console.log(`      ${example}`)
        }
      return lines.every(({ count }) => count === 0) ? 0 : 1
    }),
}
