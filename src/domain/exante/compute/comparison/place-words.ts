const PLACE = /[\u4e00-\u9fff]{2}(?:镇|乡|村|街道|社区|园区|灌区)/g
/** What looks like a place and is a kind of place: 农村, 行政村, 各乡镇. */
const KIND =
  /[农乡城各每个本全等行自新老旧](?:镇|乡|村|街道|社区)$|(?:行政|自然|示范|重点|移民|脱贫|城中|美丽)村$/

/** Towns, villages and the like that a text names: two characters and the word for the kind of place. */
export function placesIn(text: string): ReadonlySet<string> {
  return new Set((text.match(PLACE) ?? []).filter((word) => !KIND.test(word)))
}
