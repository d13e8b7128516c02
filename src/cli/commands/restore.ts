import path from 'node:path'
import { homeDirectory, restore as restoreFrom } from '../../app/storage.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Command } from './command.ts'

export const restore: Command = {
  usage: '把备份恢复到还没有数据的本机:restore 目录',
  run: async ([directory]) => {
    if (!directory)
      throw new DomainError('INVALID_INPUT', '请写明备份目录，例如:jiheng restore /mnt/备份/20240630')
    const manifest = await restoreFrom({
      home: homeDirectory(),
      directory: path.resolve(directory),
      databaseUrl: process.env['DATABASE_URL'],
      say: (sentence) => console.error(sentence),
    })
    console.log(
      `恢复完成：${manifest.createdAt} 的备份，${manifest.files.length} 个文件逐一核对无误。请运行 jiheng inspect 检查数据。`,
    )
    return 0
  },
}
