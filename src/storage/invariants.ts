import type pg from 'pg'
import { WITHDRAWN } from './withdrawn-invariant.ts'

/** One thing that must always hold, as a statement that lists what breaks it. */
export type Invariant = { readonly id: string; readonly title: string; readonly sql: string }

/**
 * Business tables whose rows carry the transaction that wrote them. Not asked about: people, posts and sessions,
 * the ledger (I3, I3a, I3b), what is public (I20), feedback, and sums that are computed anew (I13).
 */
const WRITTEN = [
  'project',
  'record',
  'indicator',
  'observation',
  'execution',
  'score',
  'assignment',
  'attachment',
  'evidence',
  'act',
  'frozen',
  'library_indicator',
  'place_parameter',
  'blueprint_pack',
  'indicator_owner',
  'target_check',
  'round_entry',
  'monitoring_light',
  'exchange_takeover',
  'update_link',
  'report_receipt',
  'budget_scenario',
  'budget_plan',
  'document_number',
  'withdrawal_proposal',
  'withdrawal_decision',
]
/**
 * I3, one half each way: every act that a record kind seals has a leaf, and every leaf of an act its act.
 * Sets are taken from each other: asking for every leaf by itself took hours at 64,000.
 * @param sealed `kind`, `action` and leaf type of every such act
 */
export function sealedActs(
  sealed: readonly { readonly kind: string; readonly action: string; readonly type: string }[],
): Invariant {
  const list = sealed.map((one) => `('${one.kind}', '${one.action}', '${one.type}')`).join(', ')
  return {
    id: 'I3',
    title: '正式行为都登入契约账，账上每条办理都有对应的行为',
    sql: `with sealed as materialized (select a.jurisdiction_id, a.id, s.type from act a
        join record r on r.jurisdiction_id = a.jurisdiction_id and r.id = a.record_id
        join (values ${list}) s (kind, action, type) on s.kind = r.kind and s.action = a.action),
      leaf as materialized (select jurisdiction_id, act_id, type from ledger_leaf where act_id is not null)
      select '办理 ' || id || ' ' || type || ' 没有登入契约账' as what
        from (select jurisdiction_id, id, type from sealed except select jurisdiction_id, act_id, type from leaf) a
      union all select '契约账 ' || l.jurisdiction_id || ' 第' || l.idx + 1 || '号没有对应的办理'
        from (select jurisdiction_id, act_id, type from leaf except select jurisdiction_id, id, type from sealed) a
        join ledger_leaf l on l.jurisdiction_id = a.jurisdiction_id and l.act_id = a.act_id and l.type = a.type
      union all select '绩效目标 ' || id || ' 已批复，没有登入契约账' from (
        select id from record where kind = 'targets.sheet' and state in ('approved', 'published')
        except select record_id from ledger_leaf where type = 'target.approved') r`,
  }
}

const CHILDREN = [
  'record',
  'indicator',
  'observation',
  'execution',
  'score',
  'assignment',
  'attachment',
  'evidence',
]

/**
 * Invariants that PostgreSQL can answer alone; every statement returns `what` of the first breaches. A title says
 * what its statement asks, no more.
 */
export const SQL_INVARIANTS: readonly Invariant[] = [
  {
    id: 'I2',
    title: '项目、办理事项、指标、执行、评分、附件、定稿、文号等业务数据的写入都有审计记录',
    sql: WRITTEN.map(
      (
        table,
      ) => `select '${table} ' || t.id_text as what from (select recorded_tx, ${table === 'document_number' ? 'series || number' : 'id::text'} as id_text from ${table}) t
      where not exists (select 1 from audit where audit.tx = t.recorded_tx)`,
    ).join(' union all '),
  },
  {
    id: 'I2c',
    title: '项目、办理事项和子项现行数据的写入时间与审计记录一致',
    sql: ['project', ...CHILDREN]
      .map(
        (table) => `select '${table} ' || t.id || ' recorded_from、recorded_tx 列' as what from ${table} t
      where not exists (select 1 from audit where audit.tx = t.recorded_tx and audit.at = t.recorded_from)`,
      )
      .join(' union all '),
  },
  {
    id: 'I2b',
    title: '审计为已办理的行为都有办理经过',
    sql: `select 'audit ' || audit.id as what from audit where outcome = 'done' and use_case ~ '^[a-z]+\\.[a-zA-Z]+\\.(?!begin)[a-zA-Z]+$'
      and not exists (select 1 from act where act.recorded_tx = audit.tx)`,
  },
  {
    id: 'I5',
    title: '已批复目标的权重合计为90分，评分不超过分值，项目预算和支付不为负',
    sql: `select '绩效目标 ' || r.id || ' 权重合计 ' || sum(i.weight_x100) / 100.0 as what
        from record r join indicator i on i.jurisdiction_id = r.jurisdiction_id and i.record_id = r.id
        where r.kind = 'targets.sheet' and r.state in ('approved', 'published') group by r.id having sum(i.weight_x100) <> 9000
      union all select '评分 ' || id from score where score_x100 > weight_x100
      union all select '项目 ' || id from project where budget_fen < 0
      union all select '执行 ' || id from execution where paid_fen < 0`,
  },
  {
    id: 'I6',
    title: '已安排的项目预算都有复核通过的绩效目标',
    sql: `select '项目预算 ' || b.id as what from record b where b.kind = 'project.budgetLine' and b.state in ('arranged', 'approved')
      and not exists (select 1 from record t where t.jurisdiction_id = b.jurisdiction_id and t.project_id = b.project_id
        and t.kind = 'targets.sheet' and t.state in ('rechecked', 'approved', 'published'))`,
  },
  {
    id: 'I8',
    title: '办理事项和子项所属的项目在同一个地区存在',
    sql: CHILDREN.map(
      (table) => `select '${table} ' || c.id as what from ${table} c where c.project_id is not null
      and not exists (select 1 from project p where p.jurisdiction_id = c.jurisdiction_id and p.id = c.project_id)`,
    ).join(' union all '),
  },
  {
    id: 'I11',
    title: '在办的绩效指标都有在岗责任人',
    sql: `select h.project_name || '：' || h.name as what from indicator_in_hand h
      where not exists (select 1 from post where post.person_id = h.person_id and post.organisation_id = h.unit_id
        and post.valid_from <= shanghai_today() and (post.valid_to is null or post.valid_to >= shanghai_today()))`,
  },
  {
    id: 'I20',
    title: '公开的每一版都与契约账中的摘要一致',
    sql: `select '公开内容 ' || v.publication_id || ' 第' || v.version || '版没有登入契约账，或与登记的摘要不同' as what
        from disclosure.version v where not exists (select 1 from ledger_leaf l
          where l.jurisdiction_id = v.jurisdiction_id and l.idx = v.leaf_idx and l.type = 'disclosure.package'
          and convert_from(l.canon, 'UTF8')::jsonb->'package' @> jsonb_build_object('id', v.publication_id,
            'version', v.version, 'sha256', v.sha256, 'sm3', v.sm3))
      union all select '契约账 ' || l.jurisdiction_id || ' 第' || l.idx + 1 || '号公开数据不在公开内容中' from ledger_leaf l
        where l.type = 'disclosure.package' and not exists (select 1 from disclosure.version v
          where v.jurisdiction_id = l.jurisdiction_id and v.leaf_idx = l.idx)`,
  },
  WITHDRAWN,
  {
    id: 'I10',
    title: '发文字号连续',
    sql: `select series || '〔' || year || '〕' as what from document_number group by jurisdiction_id, series, year
      having max(number) <> count(*) or min(number) <> 1`,
  },
]

/** The first breaches of an invariant, at most ten, and how many there are. */
export async function findBreaches(
  owner: pg.Pool,
  invariant: Invariant,
): Promise<{ count: number; examples: string[] }> {
  const { rows } = await owner.query<{ what: string; count: bigint }>(
    `select what, count(*) over () as count from (${invariant.sql}) breaches limit 10`,
  )
  return { count: Number(rows[0]?.count ?? 0), examples: rows.map(({ what }) => what) }
}

/** Every record's kind, stored state and the actions that led to it, page by page. */
export async function* readHistories(
  owner: pg.Pool,
): AsyncGenerator<{ id: string; kind: string; state: string; actions: string[] }> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await owner.query<{ id: string; kind: string; state: string; actions: string[] }>(
      `select r.id, r.kind, r.state, array(select a.action from act a where a.jurisdiction_id = r.jurisdiction_id
         and a.record_id = r.id order by a.sequence) as actions
       from record r where r.id > $1 order by r.id limit 1000`,
      [after],
    )
    if (rows.length === 0) return
    yield* rows
    after = rows.at(-1)?.id ?? after
  }
}

/** Digests that attachment rows name. */
export async function findAttachmentDigests(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ sha256: string }>('select distinct sha256 from attachment')
  return rows.map(({ sha256 }) => sha256)
}

/** Every stored light with what it was computed from, page by page. */
export async function* readLights(
  owner: pg.Pool,
): AsyncGenerator<{ id: string; light: string; reason: string; input: unknown }> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await owner.query<{ id: string; light: string; reason: string; input: unknown }>(
      'select id, light, reason, input from monitoring_light where id > $1 order by id limit 1000',
      [after],
    )
    if (rows.length === 0) return
    yield* rows
    after = rows.at(-1)?.id ?? after
  }
}
