// A second verifier, written from docs/ledger.md alone; it shares no line with the first one.
import { createHash, createPublicKey, verify as checkSignature } from 'node:crypto'

const ALGS = ['sha256', 'sm3']
const H = (alg, ...parts) => createHash(alg).update(Buffer.concat(parts)).digest()
const node = (alg, l, r) => H(alg, Buffer.of(1), l, r)
const half = (x) => Math.floor(x / 2)

export function jcs(v) {
  if (Array.isArray(v)) return `[${v.map(jcs).join()}]`
  if (v && typeof v === 'object') {
    const keys = Object.keys(v).sort()
    return `{${keys.map((k) => `${JSON.stringify(k)}:${jcs(v[k])}`).join()}}`
  }
  return JSON.stringify(v)
}
const hex = (s, n) =>
  typeof s === 'string' &&
  /^[0-9a-f]*$/.test(s) &&
  s.length % 2 === 0 &&
  (n === undefined || s.length === 2 * n)
const b64 = (s) => {
  const b = Buffer.from(s, 'base64')
  return b.toString('base64') === s ? b : null
}

function included(alg, r, i, n, root, path) {
  if (i >= n) return false
  let f = i
  let s = n - 1
  for (const v of path) {
    if (s === 0) return false
    if (f % 2 === 1 || f === s) {
      r = node(alg, v, r)
      while (f % 2 === 0 && f > 0) [f, s] = [half(f), half(s)]
    } else r = node(alg, r, v)
    ;[f, s] = [half(f), half(s)]
  }
  return s === 0 && r.equals(root)
}
function consistent(alg, m, oldRoot, n, root, path) {
  if (m > n) return false
  if (m === n) return path.length === 0 && oldRoot.equals(root)
  if (m === 0) return path.length === 0 && oldRoot.equals(H(alg))
  let p = m
  while (p % 2 === 0) p /= 2
  const all = p === 1 ? [oldRoot, ...path] : [...path]
  if (all.length === 0) return false
  let [f, s] = [m - 1, n - 1]
  while (f % 2 === 1) [f, s] = [half(f), half(s)]
  let a = all[0]
  let b = all[0]
  for (const v of all.slice(1)) {
    if (s === 0) return false
    if (f % 2 === 1 || f === s) {
      ;[a, b] = [node(alg, v, a), node(alg, v, b)]
      while (f % 2 === 0 && f > 0) [f, s] = [half(f), half(s)]
    } else b = node(alg, b, v)
    ;[f, s] = [half(f), half(s)]
  }
  return s === 0 && a.equals(oldRoot) && b.equals(root)
}

export function readKey(line) {
  const [name, id, ...rest] = line.trim().split('+')
  const raw = b64(rest.join('+'))
  if (!name || /[\s\p{Cc}]/u.test(name) || !raw || raw.length !== 33) return null
  const short = H('sha256', Buffer.from(`${name}\n`), raw).subarray(0, 4)
  return short.toString('hex') === id
    ? { name, id, type: raw[0], key: raw.subarray(1), line: line.trim() }
    : null
}
function readNote(text) {
  if (
    typeof text !== 'string' ||
    text.length > 20000 ||
    [...text].some((sign) => sign < ' ' && sign !== '\n') ||
    !text.endsWith('\n')
  )
    return null
  const cut = text.lastIndexOf('\n\n')
  if (cut < 0) return null
  const signs = text
    .slice(cut + 2, -1)
    .split('\n')
    .map((line) => {
      const parts = line.split(' ')
      const raw = parts.length === 3 && parts[0] === '—' ? b64(parts[2]) : null
      return raw && raw.length > 4 && parts[1] && !/[\s+\p{Cc}]/u.test(parts[1])
        ? { name: parts[1], id: raw.toString('hex', 0, 4), sign: raw.subarray(4) }
        : null
    })
  return signs.length > 32 || signs.includes(null) ? null : { body: text.slice(0, cut + 1), signs }
}
export function readCheckpoint(body) {
  const m =
    /^([^\s+\p{Cc}]{1,100})\n(0|[1-9]\d{0,14})\n([^\n]+)\nsm3 ([^\n]+)\n(?:time \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+08:00\n)?$/u.exec(
      body,
    )
  const roots = m && { sha256: b64(m[3]), sm3: b64(m[4]) }
  return m && ALGS.every((alg) => roots[alg]?.length === 32)
    ? { origin: m[1], size: Number(m[2]), roots }
    : null
}
function ed25519(key, message, sign) {
  if (sign.length !== 64) return false
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }
  return checkSignature(null, message, createPublicKey({ key: jwk, format: 'jwk' }), sign)
}
function holds(note, key, type) {
  const own = note.signs.filter((one) => one.name === key.name && one.id === key.id)
  return (
    key.type === type &&
    own.length > 0 &&
    own.every(({ sign }) => {
      if (type === 1) return ed25519(key.key, Buffer.from(note.body), sign)
      if (sign.length !== 72) return false
      return ed25519(
        key.key,
        Buffer.from(`cosignature/v1\ntime ${sign.readBigUInt64BE()}\n${note.body}`),
        sign.subarray(8),
      )
    })
  )
}

const keysAre = (o, ...names) =>
  o && typeof o === 'object' && !Array.isArray(o) && jcs(Object.keys(o).sort()) === jcs(names.sort())
const both = (o, ok) => keysAre(o, 'sha256', 'sm3') && ALGS.every((alg) => ok(o[alg]))
const isPath = (p) => Array.isArray(p) && p.length <= 64 && p.every((h) => hex(h, 32))
const isCount = (n) => Number.isSafeInteger(n) && n >= 0 && n <= 2 ** 40
const isText = (s) => typeof s === 'string' && s.isWellFormed()
const rises = (l) => l.every((v, i) => i === 0 || v > l[i - 1])
function wellFormed(b, text) {
  const list = (l, most, ok) => Array.isArray(l) && l.length <= most && l.every(ok)
  return (
    keysAre(b, 'format', 'origin', 'key', 'witnessKeys', 'checkpoint', 'records', 'consistency') &&
    b.format === 'jiheng-ledger-bundle/1' &&
    isText(b.origin) &&
    isText(b.key) &&
    list(b.witnessKeys, 32, isText) &&
    list(
      b.records,
      2000,
      (r) =>
        keysAre(r, 'index', 'canon', 'leaf', 'path', 'openings') &&
        isCount(r.index) &&
        isText(r.canon) &&
        both(r.leaf, (h) => hex(h, 32)) &&
        both(r.path, isPath) &&
        list(
          r.openings,
          1000,
          (o) => keysAre(o, 'place', 'salt', 'value') && isText(o.place) && hex(o.salt) && isText(o.value),
        ),
    ) &&
    b.records.length > 0 &&
    rises(b.records.map((r) => r.index)) &&
    rises(b.witnessKeys) &&
    b.records.every((r) => rises(r.openings.map((o) => o.place))) &&
    list(
      b.consistency,
      4000,
      (c) =>
        keysAre(c, 'from', 'roots', 'path') &&
        isCount(c.from) &&
        both(c.roots, (h) => hex(h, 32)) &&
        both(c.path, isPath),
    ) &&
    rises(b.consistency.map((c) => c.from)) &&
    jcs(b) === text.replace(/\n$/, '')
  )
}
function isSealed(v) {
  if (typeof v === 'boolean') return true
  if (typeof v === 'string') return v.isWellFormed() && v.replaceAll('\r\n', '\n').normalize('NFC') === v
  if (typeof v === 'number') return Number.isInteger(v) && v >= 0 && v <= 9999999 && !Object.is(v, -0)
  if (Array.isArray(v)) return v.every(isSealed)
  return (
    v !== null &&
    typeof v === 'object' &&
    Object.entries(v).every(([k, one]) => /^[\x20-\x7e]+$/.test(k) && isSealed(one))
  )
}
function at(contract, place) {
  const steps = place.split('/')
  if (steps[0] !== 'stored') return steps.reduce((v, k) => v?.[k], contract)
  return contract.stored?.find?.((row) => row.table === steps[1] && (row.id ?? '') === steps[2])?.[steps[3]]
}

/** The exit code of docs/ledger.md, section 7. */
export function secondVerify(text, { old, logKey, witnessKeys = [], quorum } = {}) {
  let b
  try {
    b = JSON.parse(text)
  } catch {
    return 6
  }
  if (!wellFormed(b, text)) return 6
  const note = readNote(b.checkpoint)
  const cp = note && readCheckpoint(note.body)
  const key = readKey(b.key)
  if (!cp || !key || key.line !== b.key || cp.origin !== b.origin || key.name !== b.origin) return 6
  for (const r of b.records) {
    const bytes = Buffer.from(r.canon)
    if (ALGS.some((alg) => H(alg, Buffer.of(0), bytes).toString('hex') !== r.leaf[alg])) return 1
    let c
    try {
      c = JSON.parse(r.canon)
    } catch {
      return 1
    }
    if (!c || typeof c !== 'object' || Array.isArray(c) || !isSealed(c) || jcs(c) !== r.canon) return 1
    if (typeof c.jurisdiction?.code !== 'string' || !b.origin.endsWith(`/${c.jurisdiction.code}`)) return 1
    for (const { place, salt, value } of r.openings) {
      const made = at(c, place)?.commitment
      if (
        ALGS.some(
          (alg) => H(alg, Buffer.from(salt, 'hex'), Buffer.from(value)).toString('hex') !== made?.[alg],
        )
      )
        return 1
    }
  }
  const bytesOf = (path) => path.map((h) => Buffer.from(h, 'hex'))
  for (const r of b.records)
    for (const alg of ALGS)
      if (
        !included(alg, Buffer.from(r.leaf[alg], 'hex'), r.index, cp.size, cp.roots[alg], bytesOf(r.path[alg]))
      )
        return 2
  const witnesses = b.witnessKeys.map(readKey)
  if ((logKey && logKey.line !== key.line) || !holds(note, key, 1)) return 4
  if (witnesses.some((w) => !w || !holds(note, w, 4))) return 4
  if (note.signs.some((s) => ![key, ...witnesses].some((k) => k.name === s.name && k.id === s.id))) return 4
  const grows = (c, roots) =>
    ALGS.every((alg) => consistent(alg, c.from, roots[alg], cp.size, cp.roots[alg], bytesOf(c.path[alg])))
  if (
    !b.consistency.every((c) =>
      grows(c, { sha256: Buffer.from(c.roots.sha256, 'hex'), sm3: Buffer.from(c.roots.sm3, 'hex') }),
    )
  )
    return 3
  if (old) {
    if (old.origin !== cp.origin || old.size > cp.size) return 3
    if (old.size === cp.size && ALGS.some((alg) => !old.roots[alg].equals(cp.roots[alg]))) return 3
    const own = b.consistency.find((c) => c.from === old.size)
    if (old.size < cp.size && !(own && grows(own, old.roots))) return 3
  }
  const valid = new Set(witnessKeys.filter((w) => holds(note, w, 4)).map((w) => w.key.toString('hex')))
  return witnessKeys.length > 0 && valid.size < (quorum ?? Math.min(2, witnessKeys.length)) ? 5 : 0
}
