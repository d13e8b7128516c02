import { RULE_GROUPS } from '../../../domain/shared/rule-header.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { UncheckedMark } from '../../components/marks.tsx'
import { DateText } from '../../components/money.tsx'
import type { ParameterView, RuleView, SourceView } from '../../shapes-rules.ts'
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
  readonly rules: readonly RuleView[]
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
    {
      id: 'source',
      title: titles.source,
      cell: (one) => (
        <>
          <Cited {...one.source} />
          <p className="muted">
            {zh.rules.standings[one.standing]}
            {one.jurisdiction !== null && ` · ${zh.rules.local(one.jurisdiction)}`}
          </p>
        </>
      ),
    },
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

function UsedBy({ parameter, rules }: { readonly parameter: string; readonly rules: readonly RuleView[] }) {
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
  readonly rules: readonly RuleView[]
  readonly parameters: readonly ParameterView[]
}) {
  if (rules.length === 0) return <Nothing />
  const titleOf = (id: string) => parameters.find((one) => one.id === id)?.title ?? id
  const columns: readonly Column<RuleView>[] = [
    {
      id: 'name',
      title: titles.name,
      isHeader: true,
      width: '18%',
      cell: (rule) => <Named name={rule.name} id={rule.id} />,
    },
    { id: 'kind', title: titles.kind, width: 130, cell: kindOf },
    {
      id: 'source',
      title: titles.source,
      cell: (rule) => (
        <>
          <Cited {...rule.source} />
          <Standing of={rule.standing} from={rule.from} />
        </>
      ),
    },
    { id: 'places', title: titles.places, width: '20%', cell: (rule) => <Places rule={rule} /> },
    {
      id: 'parameters',
      title: titles.parameters,
      width: '17%',
      cell: (rule) => rule.parameters?.map(titleOf).join('、') ?? '—',
    },
    { id: 'cases', title: titles.cases, width: 76, cell: casesOf },
  ]
  return <DataTable caption={zh.rules.rules} columns={columns} rows={rules} rowKey={(rule) => rule.id} />
}

function kindOf({ kind, severity, switchedBy }: RuleView): string {
  const words: string[] = [zh.rules.kinds[kind]]
  if (severity !== undefined) words.push(zh.severities[severity])
  if (switchedBy !== undefined) words.push(zh.rules.switched)
  return words.join(' · ')
}

function casesOf({ cases }: RuleView) {
  return cases === null ? '—' : <span title={cases.file}>{zh.rules.caseCount(cases.count)}</span>
}

/** How sure, and since when. */
function Standing({ of, from }: { readonly of: RuleView['standing']; readonly from: string | null }) {
  const since = from === null ? '' : ` · ${zh.why.since(from)}`
  return <p className="muted">{`${zh.rules.standings[of]}${since}`}</p>
}

function Places({ rule }: { readonly rule: RuleView }) {
  if (rule.places.length === 0) {
    return <span className="muted">{`${RULE_GROUPS[rule.stage]} · ${zh.rules.noPlace}`}</span>
  }
  return (
    <ul className="plain">
      {rule.places.map((place) => (
        <li key={place}>{place}</li>
      ))}
    </ul>
  )
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
