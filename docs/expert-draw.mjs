// Draws again from draw files, by docs/expert-draw.md: node expert-draw.mjs 抽取文件.json …
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}
const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1)

for (const name of process.argv.slice(2)) {
  const { roster, value, ...given } = JSON.parse(readFileSync(name, 'utf8'))
  roster.experts.sort(by('id'))
  const rosterHash = sha256(canonical(roster).normalize('NFC'))
  const seed = value === null ? null : sha256(`${rosterHash}\n${value.trim().normalize('NFC')}`)
  const eligible = value === null ? [] : roster.experts.filter(({ reasons }) => reasons.length === 0)
  const keyed = eligible
    .map(({ id, fields }) => ({ id, fields, key: sha256(`${seed}\n${id}`) }))
    .sort(by('key'))
  const used = new Set()
  const next = (field) => {
    const place = keyed.findIndex((one) => one.fields.includes(field) && !used.has(one.id))
    if (place >= 0) used.add(keyed[place].id)
    return place < 0 ? [] : [{ id: keyed[place].id, field, place: place + 1 }]
  }
  const panel = roster.quotas.flatMap(({ field, count }) =>
    Array.from({ length: count }, () => next(field)).flat(),
  )
  const order = keyed.map(({ id, key }, index) => ({ place: index + 1, id, key }))
  const replacements = given.replacements.map((one) => ({
    ...one,
    successor: next(one.field)[0]?.id ?? null,
  }))
  const isSame = canonical({ rosterHash, seed, order, panel, replacements }) === canonical(given)
  console.log(`${isSame ? '一致' : '不一致'} ${name}`)
  if (!isSame) process.exitCode = 1
}
