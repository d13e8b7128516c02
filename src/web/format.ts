import { findFen, formatWanYuan, formatYuan } from '../domain/shared/money.ts'

const PARTS = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** 万元 for people; negative in parentheses, so that grey print keeps the sign visible. Blank is `—`. */
export function formatMoney(amount_fen: string | null | undefined): string {
  const fen = findFen(amount_fen)
  if (fen === undefined) return '—'
  return fen < 0n ? `(${formatWanYuan(-fen)})` : formatWanYuan(fen)
}

/** `620.00万元（6,200,000.00元）`: what a person reads back before a legal act. */
export function formatMoneyInFull(amount_fen: string): string {
  const fen = findFen(amount_fen)
  return fen === undefined ? '—' : `${formatWanYuan(fen)} 万元（${formatYuan(fen)} 元）`
}

function partsOf(at: string): Record<string, string> {
  return Object.fromEntries(PARTS.formatToParts(new Date(at)).map((part) => [part.type, part.value]))
}

/** `2023-01-12 10:32`, always in the time of Beijing, whatever the machine is set to. */
export function formatDateTime(at: string): string {
  const { year, month, day, hour, minute } = partsOf(at)
  return `${year}-${month}-${day} ${hour}:${minute}`
}

/** `10:32`. */
export function formatTime(at: string): string {
  const { hour, minute } = partsOf(at)
  return `${hour}:${minute}`
}

/** The day of an instant in Beijing; a plain day stays as it is. */
export function formatDay(at: string | null | undefined): string {
  if (at === null || at === undefined || at === '') return '—'
  if (at.length === 10) return at
  const { year, month, day } = partsOf(at)
  return `${year}-${month}-${day}`
}

/** `1.2 MB` of a file. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
