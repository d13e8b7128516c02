import path from 'node:path'
import { backUp, homeDirectory } from '../../app/storage.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Command } from './command.ts'

export const backup: Command = {
  usage: '备份数据库和附件到一个空目录:backup 目录；运行中也可备份',
  run: async ([directory]) => {
    if (!directory)
      throw new DomainError('INVALID_INPUT', '请写明备份目录，例如:jiheng backup /mnt/备份/20240630')
    const manifest = await backUp({
      home: homeDirectory(),
      directory: path.resolve(directory),
      databaseUrl: process.env['DATABASE_URL'],
      now: new Date(),
      say: (sentence) => console.error(sentence),
    })
    console.log(
      `备份完成：${manifest.files.length} 个文件，时间 ${manifest.createdAt}。请把目录整体复制到另一台设备保存。`,
    )
    for (const digest of manifest.damagedAttachments) console.log(`附件在备份前已损坏或缺失：${digest}`)
    return manifest.damagedAttachments.length === 0 ? 0 : 1
  },
}
