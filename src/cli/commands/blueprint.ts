import { readFileSync, writeFileSync } from 'node:fs'
import { checkPackText, exportBlueprint, listBlueprints } from '../../app/blueprint/index.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { asPerson, optionOf } from './as-person.ts'
import type { Command } from './command.ts'

const USAGE = 'blueprint check 文件 | blueprint export 文件 [--version 版本] --as 账号'

/** `blueprint check FILE` needs no system at all; `blueprint export FILE` writes the newest pack published. */
export const blueprint: Command = {
  usage: `规范管理蓝本：${USAGE}`,
  run: async ([part, file, ...words]) => {
    if (file === undefined || file.startsWith('--') || (part !== 'check' && part !== 'export')) {
      console.log(`用法：${USAGE}`)
      return 2
    }
    return part === 'check' ? check(file) : exportTo(file, words)
  },
}

/** @returns 0 sound and vouched for, 1 otherwise */
function check(file: string): number {
  const { isSound, lines } = checkPackText(readFileSync(file, 'utf8'))
  for (const line of lines) console.log(line)
  console.log(isSound ? '结论：蓝本文件完整，没有改动。' : '结论：不能装入。')
  return isSound ? 0 : 1
}

function exportTo(file: string, words: readonly string[]): Promise<number> {
  const version = optionOf(words, 'version')
  return asPerson(words, async (run) => {
    const { items } = JSON.parse(await run(listBlueprints as unknown as UseCase, {})) as {
      readonly items: readonly {
        readonly packId: string
        readonly origin: string
        readonly version: string
      }[]
    }
    const found = items.find(
      (one) => one.origin === 'published' && (version === undefined || one.version === version),
    )
    if (!found) throw new DomainError('NOT_FOUND', '没有找到已发布的蓝本，请核对版本。')
    const { bytes_base64 } = JSON.parse(
      await run(exportBlueprint as unknown as UseCase, { packId: found.packId }),
    ) as { readonly bytes_base64: string }
    writeFileSync(file, Buffer.from(bytes_base64, 'base64'))
    console.log(`已写出${found.version}版：${file}`)
    return 0
  })
}
