import { nameRow } from '../finding.ts'
import { shorten } from '../score/compare.ts'
import type { Study } from '../study.ts'
import { type Mismatch, SENTENCES } from './mismatch.ts'

/**
 * Another county where the table has one county, another town where it has one town. A county may name
 * its towns and a city its counties, so only places of the table's own rank can be wrong.
 */
export function otherPlaces(study: Study): Mismatch[] {
  const { table } = study
  const head = [table.unit, table.department, table.title, table.projectName].join('，')
  const own = placesIn(head)
  const ranks = (['county', 'town'] as const).filter((rank) => own.some((place) => place.rank === rank))
  const stranger = (text: string | null) =>
    placesIn(text ?? '').find(({ name, rank }) => ranks.includes(rank) && !head.includes(name))?.name
  const fault = (name: string) =>
    `出现“${name}”，本表是“${shorten(own.map((place) => place.name).join(''), 30)}”的，像是抄用了别处的文字。请核对地名。`
  const inRows = study.rows.flatMap((row): Mismatch[] => {
    const name = stranger(row.name)
    return name === undefined
      ? []
      : [{ where: { row: row.index, field: 'name' }, message: `${nameRow(row)}的名称里${fault(name)}` }]
  })
  const inSentences = SENTENCES.flatMap(([field, title, key]): Mismatch[] => {
    const name = stranger(table[key])
    return name === undefined ? [] : [{ where: { field }, message: `${title}里${fault(name)}` }]
  })
  return [...inRows, ...inSentences]
}

type Place = { readonly name: string; readonly rank: 'county' | 'town' }

/** A name of two or three characters at the start of a phrase or behind a larger place. */
const PLACE =
  /(?<=^|[，。；：、（）(),;:“”\s\]\d-]|[省市州盟县区旗]|[在于由对向和与及])([\u4e00-\u9fff]{2,3}?)([县区旗镇乡]|街道)(?![级域内间别划分块镇村区])/g
/** 社区, 项目区, 山区; 全县, 贫困县; 城乡, 下乡, 中心镇: words, not names. */
const WORDS: Readonly<Record<string, RegExp>> = {
  区: /[社小灌地园景灾牧林山库城老片街校院病厂矿辖郊市发护目能业新济居民住禁试范心冲验贸养大态治政各本全保]$/,
  旗: /[红国彩锦各本全]$/,
  县: /[全各本我该困脱点范强进大态治明优特农属市区在]$/,
  镇: /[城集小心制建各全本我该中点范卫生新乡村]$/,
  乡: /[城下返回家故各全本我该族农市]$/,
  街道: /[各全本我该个]$/,
}
const NO_NAME = /^[各本我该全每所跨某两个来往到]|[、和与及的是为等]$/

/** Counties and towns a text names. */
export function placesIn(text: string): Place[] {
  return [...text.matchAll(PLACE)].flatMap(([, stem = '', kind = '']): Place[] => {
    if (NO_NAME.test(stem) || WORDS[kind]?.test(stem)) return []
    return [{ name: `${stem}${kind}`, rank: /[县区旗]/.test(kind) ? 'county' : 'town' }]
  })
}
