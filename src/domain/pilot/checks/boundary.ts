import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** PIL-125 行政区划边界文件: a GeoJSON of exactly these places, with closed rings on the earth, not too large. */
export const PIL_125: RuleHeader = {
  id: 'PIL-125',
  name: '行政区划边界文件',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default'),
}

type Position = readonly [longitude: number, latitude: number]
type Ring = readonly Position[]
export type BoundaryFeature = {
  readonly code: string
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
}

/** Properties under which files name the six signs of a place. */
/** Six digits, or a code the region gave where the national standard has none, such as a development zone's. */
const CODE = /^[0-9A-Z]{6}$/
const CODE_KEYS = ['adcode', 'code', 'adminCode', 'XZQDM', 'PAC', 'id']
/** More points than any map of a screen needs, and still quick to draw. */
export const POINTS_MAX = 100_000

type Loose = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a GeoJSON FeatureCollection, whatever JSON arrives.
 * @param places all that the map shows, by code and name; each must be drawn exactly once
 * @returns the features by their codes, geometry only, and what is wrong; empty findings mean it may be kept
 */
export function readBoundary(
  collection: unknown,
  places: readonly { readonly id: string; readonly name: string }[],
): { readonly features: readonly BoundaryFeature[]; readonly findings: readonly Finding[] } {
  const listed = isObject(collection) && collection['type'] === 'FeatureCollection' && collection['features']
  if (!Array.isArray(listed)) {
    const message = '不是 GeoJSON 的 FeatureCollection，请用测绘部门提供的 GeoJSON 文件。'
    return { features: [], findings: foundIf(true, PIL_125, message) }
  }
  const read = listed.map((feature: unknown) => readFeature(feature))
  const features = read.flatMap(({ feature }) => feature ?? [])
  const faults = read.flatMap(({ fault }, index) => (fault ? [`第${index + 1}个要素${fault}`] : []))
  const codes = places.map(({ id }) => id)
  const found = features.map(({ code }) => code)
  const missing = places.filter(({ id }) => !found.includes(id)).map(({ id, name }) => `${name}（${id}）`)
  const unknown = found.filter((code) => !codes.includes(code))
  const twice = found.filter((code, index) => found.indexOf(code) !== index)
  const points = features.reduce((sum, feature) => sum + ringsOf(feature).flat().length, 0)
  return {
    features,
    findings: [
      ...foundIf(faults.length > 0, PIL_125, `${faults.slice(0, 5).join('；')}，请更正后再上传。`),
      ...foundIf(missing.length > 0, PIL_125, `缺少这些地区：${missing.join('、')}，请补齐后再上传。`),
      ...foundIf(unknown.length > 0, PIL_125, `有不认识的代码：${unknown.slice(0, 10).join('、')}，请核对。`),
      ...foundIf(
        twice.length > 0,
        PIL_125,
        `代码重复：${[...new Set(twice)].join('、')}，每个地区只能有一个要素。`,
      ),
      ...foundIf(points > POINTS_MAX, PIL_125, `共${points}个坐标点，超过${POINTS_MAX}个，请先简化再上传。`),
    ],
  }
}

/** All rings of a feature, of one polygon or of several. */
export function ringsOf({ geometry }: BoundaryFeature): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

function readFeature(feature: unknown): { readonly feature?: BoundaryFeature; readonly fault?: string } {
  if (!isObject(feature) || !isObject(feature['geometry'])) return { fault: '没有图形' }
  const properties = isObject(feature['properties']) ? feature['properties'] : {}
  const code = CODE_KEYS.map((key) => String(properties[key] ?? '')).find((text) => CODE.test(text))
  if (code === undefined) return { fault: `没有六位行政区划代码（属性 ${CODE_KEYS.slice(0, 3).join('、')}）` }
  const { type, coordinates } = feature['geometry']
  if (type === 'Polygon' && isPolygon(coordinates))
    return { feature: { code, geometry: { type, coordinates } } }
  if (type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.every(isPolygon)) {
    return { feature: { code, geometry: { type, coordinates: coordinates as readonly (readonly Ring[])[] } } }
  }
  return { fault: `（${code}）的图形不是闭合的多边形，或者坐标超出经纬度范围` }
}

function isPolygon(rings: unknown): rings is readonly Ring[] {
  return Array.isArray(rings) && rings.length > 0 && rings.every(isRing)
}

/** Closed, of four points or more, every one on the earth. */
function isRing(ring: unknown): ring is Ring {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPosition)) return false
  const [first, last] = [ring[0], ring[ring.length - 1]] as [Position, Position]
  return first[0] === last[0] && first[1] === last[1]
}

function isPosition(point: unknown): point is Position {
  if (!Array.isArray(point) || point.length < 2) return false
  const [longitude, latitude] = point
  return (
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90
  )
}
