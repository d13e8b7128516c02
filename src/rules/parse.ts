import { checkShape } from '../domain/rules/check-shape.ts'
import { isParameterId, PARAMETER_SHAPES, type ParameterId } from '../domain/rules/parameter-values.ts'
import * as s from '../domain/rules/shape.ts'
import type { DatedValue, Layer, ParameterDefinition, Source } from './definition.ts'
import { checkInvariants } from './invariants.ts'

/** A thing read from a file, or why it cannot be used; each fault is one sentence. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly string[] }

const standing = s.choice('seen', 'memory', 'proposal')
const DATED_SHAPE = s.object({
  source: s.object({ id: s.text, article: s.text }),
  standing,
  checked: s.object({ on: s.nullable(s.date), by: s.nullable(s.text) }),
})

type Raw = Readonly<Record<string, unknown>>

/** Reads one parameter file; `id` comes from its path. */
export function parseParameter(
  id: string,
  raw: unknown,
  sources: readonly Source[],
): Parsed<ParameterDefinition> {
  if (!isParameterId(id)) return { ok: false, faults: [`系统没有名为 ${id} 的参数`] }
  if (!isObject(raw)) return { ok: false, faults: ['文件内容应为一组字段'] }
  const header = {
    title: s.text,
    unit: s.text,
    selects: s.choice('fiscal_year', 'event_date'),
    overlay: s.choice('free', 'tighten', 'locked'),
    reads: s.text,
  }
  const { values, tighten, note, ...rest } = raw
  const dated = parseValues(id, values, sources)
  const faults = [...checkShape(s.object(header), rest, '文件'), ...dated.faults]
  if (raw.overlay === 'tighten' && !isObject(tighten)) faults.push('只可从严的参数应写明 tighten 方向')
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      ...(rest as Omit<ParameterDefinition, 'id' | 'tighten' | 'values'>),
      id,
      tighten: isObject(tighten) ? (tighten as ParameterDefinition['tighten']) : {},
      ...(typeof note === 'string' ? { note } : {}),
      values: dated.values,
    },
  }
}

/** Reads what a province, city or county sets for itself; the same shape whether file or database row. */
export function parseLayer(origin: string, raw: unknown, sources: readonly Source[]): Parsed<Layer> {
  if (!isObject(raw)) return { ok: false, faults: ['文件内容应为一组字段'] }
  const { parameter, jurisdiction, values, isExample = false, note } = raw
  if (typeof parameter !== 'string' || !isParameterId(parameter)) {
    return { ok: false, faults: [`系统没有名为 ${String(parameter)} 的参数`] }
  }
  const dated = parseValues(parameter, values, sources)
  const faults = [...dated.faults]
  if (typeof jurisdiction !== 'string' || !/^\d{6}$/.test(jurisdiction))
    faults.push('jurisdiction 应为六位行政区划代码')
  if (typeof isExample !== 'boolean') faults.push('isExample 应为 true 或 false')
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      origin,
      parameter,
      jurisdiction: String(jurisdiction),
      isExample: isExample === true,
      ...(typeof note === 'string' ? { note } : {}),
      values: dated.values,
    },
  }
}

function parseValues(id: ParameterId, raw: unknown, sources: readonly Source[]) {
  if (!isObject(raw) || Object.keys(raw).length === 0)
    return { values: [], faults: ['没有任何带日期的取值（values）'] }
  const values: DatedValue[] = []
  const faults: string[] = []
  for (const [from, entry] of Object.entries(raw)) {
    const found = faultsOfEntry(id, from, entry, sources)
    if (found.length > 0) faults.push(...found.map((fault) => `自 ${from} 起的取值：${fault}`))
    else values.push({ ...(entry as Omit<DatedValue, 'from'>), from })
  }
  return { values: values.sort((a, b) => (a.from < b.from ? -1 : 1)), faults }
}

/** A value without a source does not load: nobody could ever check it. */
function faultsOfEntry(id: ParameterId, from: string, entry: unknown, sources: readonly Source[]): string[] {
  if (!isObject(entry)) return ['应写明 value、source、standing 和 checked']
  if (entry.source === undefined || entry.source === null) return ['没有写明依据（source），不能使用']
  const { value, ...rest } = entry
  const faults = [...checkShape(s.date, from, '生效日期'), ...checkShape(DATED_SHAPE, rest, '取值')]
  if (faults.length > 0) return faults
  const sourceId = (entry as DatedValue).source.id
  if (!sources.some((source) => source.id === sourceId)) faults.push(`依据 ${sourceId} 未列入 sources.yaml`)
  if (value === undefined) faults.push('没有 value')
  if (value === undefined || value === null) return faults
  const shapeFaults = checkShape(PARAMETER_SHAPES[id], value)
  return [...faults, ...(shapeFaults.length > 0 ? shapeFaults : checkInvariants(id, value as never))]
}

/** Reads the list of official documents. */
export function parseSources(raw: unknown): Parsed<readonly Source[]> {
  const shape = s.object({
    id: s.text,
    title: s.text,
    issuer: s.text,
    text: s.choice('full', 'part', 'cited', 'own'),
  })
  if (!Array.isArray(raw)) return { ok: false, faults: ['应为文件清单'] }
  const faults = raw.flatMap((each, index) => {
    if (!isObject(each)) return [`第 ${index + 1} 条应为一组字段`]
    const { number: _n, issuedOn, url: _u, replacedBy: _r, note: _o, ...required } = each
    const dated = issuedOn === undefined ? [] : checkShape(s.date, issuedOn, `${String(each.id)}.issuedOn`)
    return [...checkShape(shape, required, String(each.id ?? index + 1)), ...dated]
  })
  const ids = raw.map((each) => (isObject(each) ? each.id : undefined))
  faults.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${String(id)} 重复`))
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: raw as readonly Source[] }
}

function isObject(value: unknown): value is Raw {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
