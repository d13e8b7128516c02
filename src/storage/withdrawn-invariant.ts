import type { Invariant } from './invariants.ts'

/** Tables of the public room whose rows go out of the public's sight with a withdrawn version. */
const SHUT = ['version', 'proof', 'answer']

/** I21: whoever withdraws past the product, or brings back what was withdrawn, is found out. */
export const WITHDRAWN: Invariant = {
  id: 'I21',
  title: '撤下的每一版都有提出、另一人批准和契约账条目，公众都看不到',
  sql: `select '撤下的公开内容 ' || w.publication_id || ' 第' || w.version || '版没有另一人的批准' as what
      from disclosure.withdrawal w where not exists (select 1 from withdrawal_proposal p
        join withdrawal_decision d on d.jurisdiction_id = p.jurisdiction_id and d.proposal_id = p.id
          and d.action = 'approve' and d.person_id <> p.person_id
        where p.jurisdiction_id = w.jurisdiction_id and p.publication_id = w.publication_id and w.version = any (p.versions))
    union all select '撤下的公开内容 ' || w.publication_id || ' 第' || w.version || '版没有登入契约账，或与公开的版本不同'
      from disclosure.withdrawal w where not exists (select 1 from ledger_leaf l join disclosure.version v
        on v.publication_id = w.publication_id and v.version = w.version and v.sha256 = w.sha256 and v.sm3 = w.sm3
          and v.leaf_idx = w.package_idx and v.jurisdiction_id = w.jurisdiction_id
        where l.jurisdiction_id = w.jurisdiction_id and l.idx = w.leaf_idx and l.type = 'disclosure.withdrawn'
        and convert_from(l.canon, 'UTF8')::jsonb->'withdrawn' @> jsonb_build_object('id', w.publication_id,
          'version', w.version, 'sha256', w.sha256, 'sm3', w.sm3))
    union all select '契约账 ' || l.jurisdiction_id || ' 第' || l.idx + 1 || '号撤下公开没有撤下说明' from ledger_leaf l
      where l.type = 'disclosure.withdrawn' and not exists (select 1 from disclosure.withdrawal w
        where w.jurisdiction_id = l.jurisdiction_id and w.leaf_idx = l.idx)
    union all select '已批准撤下的公开内容 ' || p.publication_id || ' 第' || asked.version || '版没有撤下'
      from withdrawal_proposal p join withdrawal_decision d
        on d.jurisdiction_id = p.jurisdiction_id and d.proposal_id = p.id and d.action = 'approve'
      cross join lateral unnest(p.versions) asked (version)
      where not exists (select 1 from disclosure.withdrawal w
        where w.publication_id = p.publication_id and w.version = asked.version)
    union all select '公开内容表 disclosure.' || t.name || ' 没有挡住撤下的内容'
      from unnest(array['${SHUT.join("', '")}']) t (name) where not exists (select 1 from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'disclosure'
        join pg_policies s on s.schemaname = n.nspname and s.tablename = c.relname
        where c.relname = t.name and c.relrowsecurity and s.permissive = 'RESTRICTIVE' and s.cmd = 'SELECT'
          and s.roles @> array['jiheng_public']::name[] and s.qual like '%NOT%disclosure.withdrawal%')`,
}
