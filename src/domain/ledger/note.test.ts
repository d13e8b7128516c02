import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { verifyEd25519 } from '../../storage/signing-key.ts'
import { checkpointText, parseCheckpoint } from './checkpoint.ts'
import { leafHash } from './hash.ts'
import { appendLeaf, rootOfFrontier, rootOfLeaves } from './merkle.ts'
import {
  cosignedMessage,
  LOG_SIGNATURE,
  makeKey,
  parseKey,
  parseNote,
  parseSignatureLine,
  signatureLine,
  stampSignature,
  verifyCosignature,
  verifyLogSignature,
  WITNESS_SIGNATURE,
  writeNote,
} from './note.ts'
import { consistencyRanges, pathOf } from './proof-path.ts'
import { nodeHashes } from './testing.ts'
import { judgeRequest, parseWitnessRequest, relate, writeWitnessRequest } from './witness.ts'

const { sha256 } = nodeHashes

describe('signed notes', () => {
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  const line =
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM='
  const key = parseKey(sha256, 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')!

  test('the example published with the Go implementation verifies', () => {
    expect(key.type).toBe(LOG_SIGNATURE)
    const note = parseNote(writeNote(text, [line]))!
    expect(note.body).toBe(text)
    expect(verifyLogSignature(note, key, verifyEd25519)).toBe('valid')
    expect(verifyLogSignature({ ...note, body: text.replace('answer', 'Answer') }, key, verifyEd25519)).toBe(
      'invalid',
    )
    expect(verifyLogSignature({ ...note, signatures: [] }, key, verifyEd25519)).toBe('absent')
  })

  test.each([
    ['no signature', `${text}\n`],
    ['no empty line', text + line],
    ['no last line end', writeNote(text, [line]).slice(0, -1)],
    ['a tab', writeNote(`a\tb\n`, [line])],
    ['a hyphen for the dash', writeNote(text, [line.replace('—', '-')])],
    ['base64 not written the one way', writeNote(text, [line.replace('AM=', 'AN=')])],
    ['too long', writeNote('x'.repeat(20_001), [line])],
    [
      '33 signatures',
      writeNote(
        text,
        Array.from({ length: 33 }, () => line),
      ),
    ],
  ])('%s is not a note', (_what, note) => expect(parseNote(note)).toBeUndefined())

  test('a key whose id does not fit is no key', () => {
    expect(parseKey(sha256, key.text.replace('c74f20a3', 'c74f20a4'))).toBeUndefined()
    expect(parseKey(sha256, 'x+00000000+AAAA')).toBeUndefined()
  })
})

/** Somebody with a key of their own. */
function party(name: string, type: number) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url')
  const key = makeKey(sha256, name, type, raw)
  const signed = (message: Uint8Array) => sign(null, message, privateKey)
  return {
    key,
    sign: (body: string) => signatureLine(key, signed(new TextEncoder().encode(body))),
    cosign: (body: string, time_s: number) =>
      signatureLine(key, stampSignature(time_s, signed(cosignedMessage(body, time_s)))),
  }
}

const log = party('contract-ledger/640221', LOG_SIGNATURE)

/** A log that holds these entries, and what it says at any size. */
function logOf(entries: readonly string[]) {
  const both = <T>(make: (name: 'sha256' | 'sm3') => T) => ({ sha256: make('sha256'), sm3: make('sm3') })
  const leaves = both((name) =>
    entries.map((one) => leafHash(nodeHashes[name], new TextEncoder().encode(one))),
  )
  const nodes = both((name) => {
    const found = new Map<string, Uint8Array>()
    let frontier: readonly Uint8Array[] = []
    for (const [index, leaf] of leaves[name].entries()) {
      const step = appendLeaf(nodeHashes[name], index, frontier, leaf)
      frontier = step.frontier
      for (const { level, position, hash } of step.nodes) found.set(`${level}/${position}`, hash)
    }
    expect(rootOfFrontier(nodeHashes[name], frontier)).toEqual(rootOfLeaves(nodeHashes[name], leaves[name]))
    return found
  })
  const checkpointAt = (size: number) => ({
    origin: log.key.name,
    size,
    roots: both((name) => rootOfLeaves(nodeHashes[name], leaves[name].slice(0, size))),
  })
  const proofFrom = (from: number, size: number) => ({
    from,
    paths: both((name) =>
      pathOf(
        nodeHashes[name],
        consistencyRanges(from, size),
        ({ level, position }) => nodes[name].get(`${level}/${position}`)!,
      ),
    ),
  })
  const noteAt = (size: number) => {
    const body = checkpointText(checkpointAt(size))
    return writeNote(body, [log.sign(body)])
  }
  return {
    checkpointAt,
    proofFrom,
    noteAt,
    request: (from: number, size: number) => writeWitnessRequest(proofFrom(from, size), noteAt(size)),
  }
}

const names = (count: number, change: Readonly<Record<number, string>> = {}) =>
  Array.from({ length: count }, (_none, index) => change[index] ?? `entry ${index}`)
const tools = { hashes: nodeHashes, verify: verifyEd25519 }

describe('checkpoints', () => {
  test('text and back; a time is kept', () => {
    const checkpoint = { ...logOf(names(5)).checkpointAt(5), time: '2023-02-09T10:00:00+08:00' }
    const read = parseCheckpoint(checkpointText(checkpoint))!
    expect(read).toMatchObject({ origin: log.key.name, size: 5, time: checkpoint.time })
    expect(checkpointText(read)).toBe(checkpointText(checkpoint))
    expect(checkpointText(checkpoint).split('\n').slice(0, 2)).toEqual(['contract-ledger/640221', '5'])
  })

  test.each([
    ['size with a zero in front', (text: string) => text.replace('\n5\n', '\n05\n')],
    ['negative size', (text: string) => text.replace('\n5\n', '\n-5\n')],
    ['no SM3', (text: string) => text.replace(/sm3 .*\n/, '')],
    ['short root', (text: string) => text.replace(/\n[^\n]*=\nsm3/, '\nAAAA\nsm3')],
    ['a further line', (text: string) => `${text}more\n`],
    ['no last line end', (text: string) => text.slice(0, -1)],
  ])('%s is no checkpoint', (_what, spoil) => {
    expect(parseCheckpoint(spoil(checkpointText(logOf(names(5)).checkpointAt(5))))).toBeUndefined()
  })
})

describe('a witness', () => {
  const witness = party('witness/congress', WITNESS_SIGNATURE)

  test('signs growth from what it signed last, and its signature is worth something under its key alone', () => {
    const { request, noteAt, checkpointAt } = logOf(names(40))
    const answer = judgeRequest(request(17, 40), log.key, checkpointAt(17), tools)
    expect(answer).toMatchObject({ isAccepted: true, checkpoint: { size: 40 } })
    const note = parseNote(noteAt(40))!
    const cosigned = parseNote(
      writeNote(note.body, [
        ...note.signatures.map(({ line }) => line),
        witness.cosign(note.body, 1_675_900_800),
      ]),
    )!
    expect(verifyCosignature(cosigned, witness.key, verifyEd25519)).toBe('valid')
    expect(verifyCosignature(cosigned, party('witness/congress', WITNESS_SIGNATURE).key, verifyEd25519)).toBe(
      'absent',
    )
    expect(verifyLogSignature(cosigned, log.key, verifyEd25519)).toBe('valid')
    expect(verifyLogSignature(cosigned, witness.key, verifyEd25519)).toBe('invalid')
    const later = parseSignatureLine(witness.cosign(note.body, 1_675_900_800))!
    later.signature[7]! ^= 1
    expect(verifyCosignature({ ...note, signatures: [later] }, witness.key, verifyEd25519)).toBe('invalid')
  })

  test('begins from nothing, and repeats itself without harm', () => {
    const { request, checkpointAt } = logOf(names(9))
    expect(judgeRequest(request(0, 9), log.key, undefined, tools)).toMatchObject({ isAccepted: true })
    expect(judgeRequest(request(9, 9), log.key, checkpointAt(9), tools)).toMatchObject({ isAccepted: true })
  })

  test('L-06 a log that was put back and went on is refused, at every size it may have reached', () => {
    const held = logOf(names(30)).checkpointAt(30)
    for (let back = 1; back < 30; back += 1) {
      for (const size of [back, 29, 30, 31, 45].filter((one) => one >= back)) {
        const restored = logOf([...names(back), ...names(size - back).map((name) => `other ${name}`)])
        const answer = judgeRequest(restored.request(Math.min(30, size), size), log.key, held, tools)
        expect([back, size, answer.isAccepted]).toEqual([back, size, false])
      }
    }
  })

  test('L-07 two ledgers of one size are found out by witness and by comparison', () => {
    const [one, other] = [logOf(names(12)), logOf(names(12, { 7: 'for your eyes' }))]
    expect(relate(nodeHashes, one.checkpointAt(12), other.checkpointAt(12), undefined)).toBe('split')
    expect(judgeRequest(other.request(12, 12), log.key, one.checkpointAt(12), tools)).toMatchObject({
      reason: 'split',
    })
    const grown = logOf(names(20, { 7: 'for your eyes' }))
    expect(judgeRequest(grown.request(12, 20), log.key, one.checkpointAt(12), tools)).toMatchObject({
      reason: 'rewritten',
    })
    expect(
      relate(
        nodeHashes,
        one.checkpointAt(12),
        logOf(names(20)).checkpointAt(20),
        logOf(names(20)).proofFrom(12, 20),
      ),
    ).toBe('grown')
  })

  test('an SM3 root that does not belong to the tree is refused although SHA-256 is right', () => {
    const { checkpointAt, proofFrom } = logOf(names(20))
    const forged = { ...checkpointAt(20), roots: { ...checkpointAt(20).roots, sm3: new Uint8Array(32) } }
    const body = checkpointText(forged)
    const request = writeWitnessRequest(proofFrom(12, 20), writeNote(body, [log.sign(body)]))
    expect(judgeRequest(request, log.key, checkpointAt(12), tools)).toMatchObject({ reason: 'rewritten' })
  })

  test.each([
    [
      'another key',
      () =>
        judgeRequest(logOf(names(5)).request(0, 5), party(log.key.name, LOG_SIGNATURE).key, undefined, tools),
      'unsigned',
    ],
    [
      'another log',
      () =>
        judgeRequest(
          logOf(names(5)).request(0, 5),
          party('contract-ledger/640324', LOG_SIGNATURE).key,
          undefined,
          tools,
        ),
      'foreign',
    ],
    [
      'a proof from elsewhere',
      () => judgeRequest(logOf(names(9)).request(4, 9), log.key, logOf(names(5)).checkpointAt(5), tools),
      'wrongSize',
    ],
    ['not a request', () => judgeRequest('old x\n\n', log.key, undefined, tools), 'malformed'],
  ])('%s is refused', (_what, ask, reason) => expect(ask()).toMatchObject({ isAccepted: false, reason }))

  test('a request is read back as it was written', () => {
    const { request, noteAt } = logOf(names(33))
    const read = parseWitnessRequest(request(20, 33))!
    expect(read.proof.paths.sm3.length).toBeGreaterThan(2)
    expect(writeWitnessRequest(read.proof, noteAt(33))).toBe(request(20, 33))
  })
})
