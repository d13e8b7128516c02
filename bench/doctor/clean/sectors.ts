import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Sign } from './draft.ts'

/** What one kind of project is made of; see the head of sectors.yaml for each field. */
export type Sector = {
  readonly project: string
  readonly department: string
  readonly lead: string
  readonly tail: string
  readonly whole?: boolean
  readonly indicators: readonly Material[]
}

export type Material = {
  readonly at: '数量' | '质量' | '时效' | '成本' | '经济' | '社会' | '生态' | '可持续' | '满意'
  readonly name: string
  readonly sign?: Sign
  readonly from?: number
  readonly to?: number
  readonly of?: readonly number[]
  readonly decimals?: number
  readonly unit?: string
  readonly date?: readonly [number, number]
  readonly words?: readonly string[]
  readonly facts?: readonly string[]
  readonly yesno?: boolean
  readonly total?: boolean
  readonly says?: string
}

export const SECTORS: readonly Sector[] = parse(
  readFileSync(new URL('sectors.yaml', import.meta.url), 'utf8'),
)

/** Made-up places; none of them is a county of China. */
export const PLACES = [
  { county: '青禾县', towns: ['石桥镇', '柳河乡', '丰泽镇'] },
  { county: '云溪县', towns: ['白沙镇', '松岭乡', '三岔镇'] },
  { county: '临川湖区', towns: ['望湖镇', '桃林镇'] },
  { county: '北岭县', towns: ['双井镇', '榆树乡', '河湾镇'] },
  { county: '南屏市', towns: ['茶亭镇', '水口乡'] },
  { county: '金岗区', towns: ['万安镇', '土门乡'] },
] as const
