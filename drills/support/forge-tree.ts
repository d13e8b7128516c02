import { generateKeyPairSync, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { cosign, listCheckpoints, viewWitnessRequest } from '../../src/app/ledger/index.ts'
import { makeBundle } from '../../src/app/ledger/make-bundle.ts'
import { readCheckpoint, signHead } from '../../src/app/ledger/make-checkpoint.ts'
import type { UseCase } from '../../src/app/kernel/use-case.ts'
import type { Product } from '../../src/app/product.ts'
import { verifyCommand } from '../../src/cli/ledger/verify.ts'
import { witnessCommand } from '../../src/cli/ledger/witness.ts'
import { concat, toHex, toUtf8 } from '../../src/domain/ledger/bytes.ts'
import { forBoth, HASH_NAMES, leafHash } from '../../src/domain/ledger/hash.ts'
import { parseCheckpoint } from '../../src/domain/ledger/checkpoint.ts'
import { appendLeaf, subtreesOf } from '../../src/domain/ledger/merkle.ts'
import { LOG_SIGNATURE, makeKey, parseNote } from '../../src/domain/ledger/note.ts'
import { sealedText } from '../../src/domain/ledger/sealed-value.ts'
import { relate } from '../../src/domain/ledger/witness.ts'
import { findCheckpoints } from '../../src/storage/checkpoint-repository.ts'
import { findHeads, findLeaves, findLeavesOf, findNodes } from '../../src/storage/ledger-repository.ts'
import type { Storage } from '../../src/storage/start.ts'
import type { Bench } from './tamper-bench.ts'

async function as<T>(
  storage: Storage,
  product: Product,
  account: string,
  useCase: object,
  input: object,
): Promise<T> {
  const { rows } = await storage.database.owner.query<{ id: string }>(
    `select post.id from post join account using (person_id) where username = $1`,
    [account],
  )
  const credentials = { postId: rows[0]?.id ?? '' }
  return JSON.parse((await product.run(useCase as UseCase, input, { credentials })).body) as T
}

/** The People's Congress witnesses the newest checkpoint, with files, as it would on its own computer. */
export async function witnessAll(storage: Storage, product: Product, jurisdiction: string): Promise<void> {
  const log = await as<{ key: string }>(storage, product, 'congress', listCheckpoints, { jurisdiction })
  const { text, size } = await as<{ text: string; size: number }>(
    ...([storage, product, 'congress', viewWitnessRequest, { jurisdiction, from: 0 }] as const),
  )
  const file = path.join(storage.home, 'request.txt')
  writeFileSync(file, text)
  const said: string[] = []
  const code = witnessCommand(
    [file, '--state', path.join(storage.home, 'witness'), '--log-key', log.key, '--name', 'witness/congress'],
    (line) => said.push(line),
  )
  if (code !== 0) throw new Error(said.join('\n'))
  await as(storage, product, 'congress', cosign, {
    jurisdiction,
    size,
    key: said[1] ?? '',
    line: said[2] ?? '',
  })
}

/**
 * Changes an amount in a sealed contract, computes the whole tree anew and signs it with a key of its
 * own: a ledger that is right in itself. Only what lies outside can tell.
 */
export async function rebuildWithOwnKey(
  bench: Bench,
  storage: Storage,
  product: Product,
  jurisdictionId: string,
) {
  const { hashes } = product.services.ledger
  const [old] = await findCheckpoints(bench.db, jurisdictionId, { limit: 1 })
  const oldFile = path.join(storage.home, 'old-checkpoint.txt')
  writeFileSync(oldFile, old?.note ?? '')
  const genuine = storage.keys.ensure()
  const origin = (await findHeads(bench.db, jurisdictionId))[0]?.origin ?? ''
  const trusted = makeKey(hashes.sha256, origin, LOG_SIGNATURE, genuine.publicKey).text
  const bundleFile = path.join(storage.home, 'forged.json')
  const codes: Record<string, number> = {}
  await bench.client.query('begin')
  try {
    await bench.client.query('set local session_replication_role = replica')
    await rewriteAll(bench, jurisdictionId, hashes)
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
    const forger = { publicKey: raw, sign: async (message: Uint8Array) => sign(null, message, privateKey) }
    const services = {
      ...product.services,
      ledger: { ...product.services.ledger, keys: { find: () => forger, ensure: () => forger } },
    }
    await bench.client.query('delete from ledger_cosignature; delete from ledger_checkpoint')
    const [head] = await findHeads(bench.db, jurisdictionId)
    if (!head) throw new Error('no head')
    await signHead(bench.db, services, head, new Date().toISOString())
    const target = (await findLeaves(bench.db, jurisdictionId, { from: 0, limit: 1000 })).find(
      ({ type }) => type === 'target.approved',
    )
    const leaves = await findLeavesOf(bench.db, { projectId: target?.projectId ?? '' })
    const context = { ...services, db: bench.db as never, now: new Date().toISOString() }
    writeFileSync(bundleFile, await makeBundle(context, head, leaves, old ? { from: old.size } : {}))
    for (const [name, words] of [
      ['alone', []],
      ['with the old checkpoint', ['--old', oldFile]],
      ['with the known key', ['--log-key', trusted]],
    ] as const)
      codes[name] = await verifyCommand([bundleFile, '--brief', ...words], () => undefined)
  } finally {
    await bench.client.query('rollback')
  }
  const faults = [
    ...(codes['with the old checkpoint'] === 3
      ? []
      : [`rebuilt tree passed the old checkpoint with ${codes['with the old checkpoint']}`]),
    ...(codes['with the known key'] === 4
      ? []
      : [`rebuilt tree passed the known key with ${codes['with the known key']}`]),
    ...(codes['alone'] === 0
      ? []
      : [`the rebuilt tree was not right in itself (${codes['alone']}): no evidence`]),
  ]
  return {
    faults,
    said: `whole tree rebuilt: alone ${codes['alone']}, old checkpoint ${codes['with the old checkpoint']}, known key ${codes['with the known key']}`,
  }
}

async function rewriteAll(
  bench: Bench,
  jurisdictionId: string,
  hashes: Product['services']['ledger']['hashes'],
): Promise<void> {
  const leaves = await findLeaves(bench.db, jurisdictionId, { from: 0, limit: 100_000 })
  const renewed = new Map<string, string>()
  const frontier: Record<string, readonly Uint8Array[]> = { sha256: [], sm3: [] }
  await bench.client.query('delete from ledger_node where jurisdiction_id = $1', [jurisdictionId])
  let isChanged = false
  for (const leaf of leaves) {
    let text = leaf.canon.toString('utf8')
    if (!isChanged && leaf.type === 'target.approved') {
      isChanged = true
      const contract = JSON.parse(text)
      contract.content.total_yuan = '99999999.00'
      text = sealedText(contract)
    }
    for (const [before, after] of renewed) text = text.replaceAll(before, after)
    const canon = toUtf8(text)
    const both = forBoth((name) => leafHash(hashes[name], canon))
    for (const name of HASH_NAMES) renewed.set(leaf[name].toString('hex'), toHex(both[name]))
    await bench.client.query(
      'update ledger_leaf set canon = $3, sha256 = $4, sm3 = $5 where jurisdiction_id = $1 and idx = $2',
      [
        jurisdictionId,
        leaf.idx.toString(),
        Buffer.from(canon),
        Buffer.from(both.sha256),
        Buffer.from(both.sm3),
      ],
    )
    for (const name of HASH_NAMES) {
      const grown = appendLeaf(hashes[name], Number(leaf.idx), frontier[name] ?? [], both[name])
      frontier[name] = grown.frontier
      for (const { level, position, hash } of grown.nodes)
        await bench.client.query('insert into ledger_node values ($1, $2, $3, $4, $5)', [
          jurisdictionId,
          name,
          level,
          position,
          Buffer.from(hash),
        ])
    }
  }
  await bench.client.query(
    'update ledger_head set frontier_sha256 = $2, frontier_sm3 = $3 where jurisdiction_id = $1',
    [
      jurisdictionId,
      Buffer.from(concat(...(frontier['sha256'] ?? []))),
      Buffer.from(concat(...(frontier['sm3'] ?? []))),
    ],
  )
}

/**
 * Takes the last five leaves away with everything the ledger holds of them, so that what is left is a
 * whole ledger; then also the acts they were made of. The first is found inside, the second outside.
 */
export async function cutTail(bench: Bench, product: Product, jurisdictionId: string) {
  const [old] = await findCheckpoints(bench.db, jurisdictionId, { limit: 1 })
  const held = parseCheckpoint(parseNote(old?.note ?? '')?.body ?? '')
  let outside = 'nothing'
  const remove = async (withActs: boolean) => {
    const [head] = await findHeads(bench.db, jurisdictionId)
    const size = (head?.size ?? 0) - 5
    const { client, db } = bench
    if (withActs)
      await client.query(
        `delete from act using ledger_leaf l where l.jurisdiction_id = $1 and l.idx >= $2 and act.id = l.act_id`,
        [jurisdictionId, size],
      )
    const find = await findNodes(db, jurisdictionId, subtreesOf({ start: 0, end: size }))
    const frontier = forBoth((name) =>
      Buffer.from(concat(...subtreesOf({ start: 0, end: size }).map(find[name]))),
    )
    for (const [table, condition] of [
      ['ledger_cosignature', 'size > $2'],
      ['ledger_checkpoint', 'size > $2'],
      ['ledger_salt', 'idx >= $2'],
      ['ledger_leaf', 'idx >= $2'],
      ['ledger_node', '((pos + 1) << level) > $2'],
    ])
      await client.query(`delete from ${table} where jurisdiction_id = $1 and ${condition}`, [
        jurisdictionId,
        size,
      ])
    await client.query(
      'update ledger_head set size = $2, frontier_sha256 = $3, frontier_sm3 = $4 where jurisdiction_id = $1',
      [jurisdictionId, size, frontier.sha256, frontier.sm3],
    )
    const checkpoint = head && (await readCheckpoint(db, product.services, head, size))
    if (held && checkpoint) outside = relate(product.services.ledger.hashes, held, checkpoint, undefined)
  }
  const found = await bench.attempt(() => remove(false))
  const faults = [
    ...(found.some((said) => said.startsWith('I3')) ? [] : ['a cut tail was not found']),
    ...(outside === 'shorter' ? [] : [`a cut tail looked ${outside} to the holder of a checkpoint`]),
  ]
  await bench.attempt(() => remove(true))
  return {
    faults: [
      ...faults,
      ...(outside === 'shorter' ? [] : ['a cut tail without its acts passed the old checkpoint']),
    ],
    said: `tail cut: ${found.length} findings inside, ${outside} by the old checkpoint`,
  }
}
