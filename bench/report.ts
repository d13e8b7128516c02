import type { Comparison } from './compare.ts'
/** One workload, with kept pages or without, at so many clients at once. */
export type Line = Comparison & {
  readonly workload: 'W1' | 'W2' | 'W4' | 'W4b'
  /** cold: every page made anew; repeated: pages that were asked for before; write: nothing is asked twice */
  readonly mode: 'cold' | 'repeated' | 'write'
  readonly clients: number
  readonly goal: number
}

export type Report = {
  readonly commit: string
  readonly date: string
  readonly scale: number
  readonly rounds: number
  readonly seconds: number
  readonly cores: number
  /** of the machine at the end; other work on the same cores makes single figures uncertain */
  readonly load: number
  readonly rows: Readonly<Record<string, number>>
  readonly lines: readonly Line[]
  readonly w10: { readonly firstStart_ms: number; readonly warmStart_ms: number; readonly memory_mb: number }
}

export function printLines({ scale, rounds, seconds, cores, load, lines }: Report): void {
  console.log(
    `规模 ${scale}，${rounds} 轮，每轮底线与产品各 ${seconds} 秒、半秒一换，${cores} 核，结束时负载 ${load.toFixed(1)}`,
  )
  console.table(
    lines.map((line) => ({
      负载: line.workload,
      页面: line.mode === 'cold' ? '新算' : '重复',
      并发: line.clients,
      '底线 p50 毫秒': line.floor_p50_ms.toFixed(2),
      '产品 p50 毫秒': line.product_p50_ms.toFixed(2),
      倍数: line.ratio.toFixed(2),
      各轮: line.ratios.map((ratio) => ratio.toFixed(2)).join(' '),
      目标: `≤ ${line.goal}`,
      达标: line.ratio <= line.goal ? '是' : '否',
      处理器时间倍数: line.cpuRatio.toFixed(2),
      每秒: Math.round(line.rate),
    })),
  )
}

export function printStart({ w10 }: Report): void {
  const seconds = (ms: number) => (ms / 1000).toFixed(2)
  console.log(
    `W10 首次启动 ${seconds(w10.firstStart_ms)} 秒，再次启动 ${seconds(w10.warmStart_ms)} 秒，静置内存 ${w10.memory_mb.toFixed(0)} MB(PSS，含数据库)`,
  )
}
