import type { Kysely } from 'kysely'
import type pg from 'pg'
import { SALT_BYTES } from '../domain/ledger/commitment.ts'
import { SCOPE_OF_ROLE } from '../domain/org/roles.ts'
import { RECORD_KINDS } from '../domain/record-kinds.ts'
import { makeId } from '../domain/shared/ids.ts'
import { assertWorkflow } from '../domain/workflow/workflow.ts'
import { type Division, loadDivisions, loadForms, loadIndicators, loadRules } from '../rules/index.ts'
import { kyselyOn } from '../storage/connection.ts'
import type { FileStore } from '../storage/file-store.ts'
import type { HotLane } from '../storage/hot-lane.ts'
import type { Schema } from '../storage/schema.ts'
import { type KeyStore, keepKeyInMemory } from '../storage/signing-key.ts'
import { writeWorkflowTables } from '../storage/workflow-tables.ts'
import type { Services } from './kernel/context.ts'
import { readRulesInForce } from './kernel/place-rules.ts'
import { type Answer, type Call, runUseCase } from './kernel/run.ts'
import type { UseCase } from './kernel/use-case.ts'
import { HASHES } from './ledger/hashes.ts'
import { fillOverview } from './monitoring/recompute-overview.ts'
import { makePageCache } from './projects/page-cache.ts'
import type { HotReads } from './projects/read-projects.ts'
import { RULES_FOLDER } from './rules-folder.ts'
import { isEmpty } from './setup/set-up.ts'
import { makeRandomPool } from './random-pool.ts'

/** What the product needs of its storage; `startStorage` gives it, tests give their own. */
export type ProductStorage = {
  readonly database: { readonly owner: pg.Pool; readonly query: Kysely<Schema>; readonly hot: HotLane }
  readonly files: FileStore
  /** Where the signing key of the contract ledger lies; without it a key is kept in memory. */
  readonly keys?: KeyStore
}

export type Product = {
  readonly services: Services
  readonly db: Kysely<Schema>
  readonly reads: HotReads
  readonly divisions: readonly Division[]
  /** Runs one use case for one caller; see `runUseCase`. */
  readonly run: (useCase: UseCase, input: unknown, call: Call) => Promise<Answer>
}

/** Some 3,000 lists or files; what this machine's county reads on a busy day. */
const PAGE_CACHE_BYTES = 32 * 1024 * 1024

type ProductOptions = {
  readonly clock?: () => Date
  readonly isDemo?: boolean
  readonly rulesFolder?: string
  /** memory for answers of the hot reads; 0 makes each anew */
  readonly pageCache_bytes?: number
}

/**
 * The product on its storage: rules and forms read, workflow tables written, ready for calls.
 * @throws DomainError RULE_VIOLATED when a rule, form or division file is faulty
 */
export async function openProduct(storage: ProductStorage, options: ProductOptions = {}): Promise<Product> {
  const folder = options.rulesFolder ?? RULES_FOLDER
  for (const kind of RECORD_KINDS) assertWorkflow(kind.kind, kind.workflow)
  const forms = new Map(loadForms(folder).map((form) => [form.id, form]))
  await writeWorkflowTables(storage.database.owner, RECORD_KINDS, SCOPE_OF_ROLE, forms)
  const db = storage.database.query
  const isDemo = options.isDemo ?? (await isDemonstration(db))
  const clock = options.clock ?? (() => new Date())
  const nextRandom = makeRandomPool(10)
  const nextSalt = makeRandomPool(SALT_BYTES)
  const rules = loadRules(folder, { withExamples: isDemo })
  const owner = kyselyOn(storage.database.owner)
  await fillOverview(owner, await readRulesInForce(owner, rules))
  const services: Services = {
    rules,
    library: loadIndicators(folder, rules.sources),
    forms,
    files: storage.files,
    clock,
    newId: () => makeId(Date.now(), nextRandom()),
    ledger: {
      hashes: HASHES,
      newSalt: () => nextSalt().slice(),
      keys: storage.keys ?? keepKeyInMemory(),
    },
    isDemo,
  }
  return {
    services,
    db,
    reads: {
      hot: storage.database.hot,
      pages: makePageCache(options.pageCache_bytes ?? PAGE_CACHE_BYTES),
    },
    divisions: loadDivisions(folder),
    run: (useCase, input, call) => runUseCase(db, services, useCase, input, call),
  }
}

async function isDemonstration(db: Kysely<Schema>): Promise<boolean> {
  if (await isEmpty(db)) return false
  const row = await db.selectFrom('installation').select('is_demo').executeTakeFirst()
  return row?.is_demo ?? false
}
