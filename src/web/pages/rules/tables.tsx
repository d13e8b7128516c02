import { RULE_GROUPS, type RuleHeader } from '../../../domain/shared/rule-header.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { UncheckedMark } from '../../components/marks.tsx'
import { DateText } from '../../components/money.tsx'
import type { ParameterView, SourceView } from '../../shapes.ts'
import { zh } from '../../zh.ts'

const titles = zh.rules.columns

function Nothing() {
  return <EmptyState title={zh.rules.emptyTitle} text={zh.rules.emptyText} />
}

/** Every value in force here, with its day, its source, its standing and the rules that read it. */
export function ParameterTable({
  parameters,
  rules,
}: {
  readonly parameters: readonly ParameterView[]
  readonly rules: readonly RuleHeader[]
}) {
  if (parameters.length === 0) return <Nothing />
  const columns: readonly Column<ParameterView>[] = [
    {
      id: 'name',
      title: titles.name,
      isHeader: true,
      width: '19%',
      cell: (one) => <Named name={one.title} id={one.id} />,
    },
    {
      id: 'value',
      title: titles.value,
      width: '27%',
      cell: (one) => (
        <>
          {one.value} {!one.isChecked && <UncheckedMark />}
        </>
      ),
    },
    { id: 'from', title: titles.from, width: 100, cell: (one) => <DateText value={one.from} /> },
    { id: 'source', title: titles.source, cell: (one) => <Cited {...one.source} /> },
    { id: 'overlay', title: titles.overlay, width: 104, cell: (one) => zh.rules.overlays[one.overlay] },
    {
      id: 'usedBy',
      title: titles.usedBy,
      width: 150,
      cell: (one) => <UsedBy parameter={one.id} rules={rules} />,
    },
  ]
  return (
    <DataTable caption={zh.rules.parameters} columns={columns} rows={parameters} rowKey={(one) => one.id} />
  )
}

function UsedBy({ parameter, rules }: { readonly parameter: string; readonly rules: readonly RuleHeader[] }) {
  const users = rules.filter((rule) => rule.parameters?.includes(parameter) === true)
  if (users.length === 0) return <span className="muted">—</span>
  return (
    <ul className="plain">
      {users.map((rule) => (
        <li key={rule.id} title={rule.id}>
          {rule.name}
        </li>
      ))}
    </ul>
  )
}

export function RuleTable({
  rules,
  parameters,
}: {
  readonly rules: readonly RuleHeader[]
  readonly parameters: readonly ParameterView[]
}) {
  if (rules.length === 0) return <Nothing />
  const titleOf = (id: string) => parameters.find((one) => one.id === id)?.title ?? id
  const columns: readonly Column<RuleHeader>[] = [
    {
      id: 'name',
      title: titles.name,
      isHeader: true,
      width: '26%',
      cell: (rule) => <Named name={rule.name} id={rule.id} />,
    },
    { id: 'stage', title: titles.stage, width: 120, cell: (rule) => RULE_GROUPS[rule.stage] },
    { id: 'kind', title: titles.kind, width: 170, cell: kindOf },
    { id: 'source', title: titles.source, cell: (rule) => <Cited {...rule.source} /> },
    {
      id: 'parameters',
      title: titles.parameters,
      width: '24%',
      cell: (rule) => rule.parameters?.map(titleOf).join('、') ?? '—',
    },
  ]
  return <DataTable caption={zh.rules.rules} columns={columns} rows={rules} rowKey={(rule) => rule.id} />
}

function kindOf({ kind, severity }: RuleHeader): string {
  const word = zh.rules.kinds[kind]
  return severity === undefined ? word : `${word} · ${zh.severities[severity]}`
}

export function SourceTable({ sources }: { readonly sources: readonly SourceView[] }) {
  if (sources.length === 0) return <Nothing />
  const columns: readonly Column<SourceView>[] = [
    { id: 'title', title: titles.document, isHeader: true, cell: (source) => source.title },
    { id: 'number', title: titles.number, width: 220, cell: (source) => source.number ?? '—' },
    { id: 'issuer', title: titles.issuer, width: 220, cell: (source) => source.issuer ?? '—' },
    {
      id: 'url',
      title: titles.url,
      width: 320,
      cell: ({ url }) => (url === undefined ? '—' : <span className="code">{url}</span>),
    },
  ]
  return (
    <DataTable caption={zh.rules.sources} columns={columns} rows={sources} rowKey={(source) => source.id} />
  )
}

/** The id is for those who write to us about a rule; it does not stand in the way of reading. */
function Named({ name, id }: { readonly name: string; readonly id: string }) {
  return <span title={id}>{name}</span>
}

function Cited({ title, article }: { readonly title: string; readonly article?: string | undefined }) {
  return (
    <>
      {title}
      {article !== undefined && <span className="muted">{zh.rules.article(article)}</span>}
    </>
  )
}
