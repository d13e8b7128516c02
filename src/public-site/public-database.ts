import pg from 'pg'

/** Where the public reads: a URL of its own, or the embedded server's socket as the role of the public. */
export type PublicAddress =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

export type PublicDatabase = { readonly pool: pg.Pool; close(): Promise<void> }

const SETTINGS = '-c timezone=UTC -c statement_timeout=5s -c default_transaction_read_only=on'

/** Few connections that may only read; the one act that writes says so itself. */
export function openPublicDatabase(address: PublicAddress): PublicDatabase {
  const pool = new pg.Pool({
    ...('url' in address ? { connectionString: address.url } : address),
    application_name: 'jiheng public',
    options: SETTINGS,
    connectionTimeoutMillis: 5_000,
    max: 4,
  })
  // An idle connection that breaks is replaced at the next query; without a listener pg would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return { pool, close: () => pool.end() }
}

type Rights = {
  readonly inside: boolean
  readonly reads: boolean
  readonly isSuper: boolean
  readonly writes: boolean
  readonly temporary: boolean
  readonly largeObjects: boolean
}

/** On an outside server only its administrator may. */
const CLOSE_BY_HAND =
  'revoke temporary on database 库名 from public; revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) from public；'

/**
 * Whether this account can do only what the public may.
 * @returns what is wrong, in words; nothing when all is as it should be
 */
export async function excessRights({ pool }: PublicDatabase): Promise<string | undefined> {
  const { rows } = await pool.query<Rights>(
    `select has_schema_privilege(current_user, 'public', 'usage') as inside,
      coalesce((select has_schema_privilege(current_user, oid, 'usage') from pg_namespace where nspname = 'disclosure'), false)
        as reads,
      (select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user) as "isSuper",
      coalesce((select bool_or(has_table_privilege(current_user, c.oid, 'insert, update, delete, truncate'))
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'disclosure' and c.relkind = 'r'), false) as writes,
      has_database_privilege(current_user, current_database(), 'temporary') as temporary,
      (select bool_or(has_function_privilege(current_user, oid, 'execute')) from pg_proc
        where pronamespace = 'pg_catalog'::regnamespace and proname in ('lo_create', 'lo_creat', 'lo_from_bytea'))
        as "largeObjects"`,
  )
  const found = rows[0]
  if (!found?.reads) return '读不到公开内容：数据库还没有升级到带公开站的版本，或账号没有公开站的角色。'
  if (found.isSuper || found.inside || found.writes)
    return '公开站的数据库账号权限过大，只能读公开内容。请改用只有 jiheng_public 角色的账号。'
  if (found.temporary || found.largeObjects)
    return `公开站的数据库账号还能建立临时表或大对象。请数据库管理员在这个库里执行一次：${CLOSE_BY_HAND}然后重新启动。`
  return undefined
}
