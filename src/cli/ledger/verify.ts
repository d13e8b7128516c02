import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Checkpoint, parseCheckpoint } from '../../domain/ledger/checkpoint.ts'
import { contractTable } from '../../domain/ledger/contract-table.ts'
import { type NoteKey, parseKey, parseNote } from '../../domain/ledger/note.ts'
import {
  type Verification,
  VERDICTS,
  type VerifyOptions,
  verifyBundle,
} from '../../domain/ledger/verify-bundle.ts'
import { tools } from './tools.ts'
import { digestFile, optionOf, textOf } from './words.ts'

export const VERIFY_USAGE =
  'verify 证据包.json [--old 以前的凭证] [--log-key 账册公钥] [--witness-keys 见证公钥文件] [--quorum 家数] [--files 附件目录] [--brief]'

const CONCLUSIONS: Readonly<Record<number, string>> = {
  [VERDICTS.allTrue]: '全部成立：证据包的内容与登入契约账时完全一致。',
  [VERDICTS.contentAltered]: '不成立：内容被改动过。',
  [VERDICTS.notIncluded]: '不成立：内容不在这本账里。',
  [VERDICTS.historyRewritten]: '不成立：以前的账被改动、倒退，或另有一本账。',
  [VERDICTS.signatureInvalid]: '不成立：签名不对。',
  [VERDICTS.insufficientWitnesses]: '不成立：见证家数不足。',
  [VERDICTS.malformed]: '无法核验：证据包或所附材料不完整、已损坏。',
}

class Unreadable extends Error {}

/**
 * 核验证据包: offline, without database or network.
 * @returns exit code: 0 all true, 1 content altered, 2 not included, 3 history rewritten,
 *   4 signature invalid, 5 insufficient witnesses, 6 malformed
 */
export async function verifyCommand(words: readonly string[], say: (line: string) => void): Promise<number> {
  try {
    const [file] = words
    if (!file || file.startsWith('--')) throw new Unreadable(`请写明证据包文件。用法：${VERIFY_USAGE}`)
    const result = verifyBundle(readText(file), await readOptions(words), tools)
    if (!words.includes('--brief')) for (const line of contractsOf(result)) say(line)
    for (const { title, isTrue, said } of result.steps) {
      say(`${isTrue === 'skipped' ? '未核' : isTrue ? '成立' : '不成立'}　${title}：${said}`)
    }
    say(`结论：${CONCLUSIONS[result.code]}`)
    return result.code
  } catch (error) {
    say(error instanceof Unreadable ? error.message : `结论：${CONCLUSIONS[VERDICTS.malformed]}`)
    return VERDICTS.malformed
  }
}

/** A hostile record may say anything; what cannot be shown as a table is left to its digest. */
function contractsOf({ contracts }: Verification): string[] {
  return contracts.flatMap(({ index, contract, opened }) => {
    const head = ['', `════ 第${index + 1}号 ════`]
    try {
      return [...head, ...contractTable(contract, opened), '']
    } catch {
      return [...head, '(内容不合通常的样式，不能列表)', '']
    }
  })
}

async function readOptions(words: readonly string[]): Promise<VerifyOptions> {
  const [old, logKey, witnessKeys] = ['--old', '--log-key', '--witness-keys'].map((name) =>
    optionOf(words, name),
  )
  const quorum = optionOf(words, '--quorum')
  if (quorum !== undefined && !/^[1-9]\d?$/.test(quorum)) throw new Unreadable('--quorum 应为家数，例如 2。')
  return {
    ...(old === undefined ? {} : { old: readCheckpointFile(old) }),
    ...(logKey === undefined ? {} : { logKey: keysIn(textOf(logKey), '账册公钥')[0] as NoteKey }),
    ...(witnessKeys === undefined ? {} : { witnessKeys: keysIn(textOf(witnessKeys), '见证公钥') }),
    ...(quorum === undefined ? {} : { quorum: Number(quorum) }),
    ...(optionOf(words, '--files') === undefined
      ? {}
      : { files: await readFiles(optionOf(words, '--files') ?? '') }),
  }
}

/** An earlier checkpoint: a signed note, or the bare lines of a QR code. */
export function readCheckpointFile(file: string): Checkpoint {
  const text = readText(file).replaceAll('\r\n', '\n')
  const checkpoint = parseCheckpoint(parseNote(text)?.body ?? `${text.trimEnd()}\n`)
  if (!checkpoint)
    throw new Unreadable(`${file} 不是契约账凭证。请使用下载的凭证文件，或把二维码的内容存成文件。`)
  return checkpoint
}

/** One key a line; empty lines and lines that begin with # say nothing. */
function keysIn(text: string, what: string): NoteKey[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const keys = lines.map((line) => parseKey(tools.hashes.sha256, line))
  if (keys.length === 0 || keys.includes(undefined))
    throw new Unreadable(`${what}写得不对，应为“名称+编号+公钥”一行一把。`)
  return keys as NoteKey[]
}

async function readFiles(directory: string): Promise<NonNullable<VerifyOptions['files']>> {
  const names = readdirSync(directory).filter((name) => statSync(join(directory, name)).isFile())
  const entries = await Promise.all(
    names.map(async (name) => [name, await digestFile(join(directory, name))] as const),
  )
  return new Map(entries)
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch {
    throw new Unreadable(`读不出 ${file}。请核对文件名，并确认文件完整。`)
  }
}
