import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox, Input, Select, Tabs } from 'antd'
import { RULE_GROUPS } from '../../domain/shared/rule-header.ts'
import { RULES_TABS, type RulesSearch, type RulesTab } from '../address.ts'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useRules } from '../queries.ts'
import { useMe, usePlace } from '../session.tsx'
import type { RuleCatalogue } from '../shapes-rules.ts'
import { zh } from '../zh.ts'
import { blueprint } from '../zh-blueprint.ts'
import { BlueprintsPanel } from './rules/blueprints-panel.tsx'
import { RubricsPanel } from './rules/rubrics-panel.tsx'
import { ParameterTable, RuleTable, SourceTable } from './rules/tables.tsx'
import { TrialPanel } from './rules/trial-panel.tsx'

const STAGE_OPTIONS = Object.entries(RULE_GROUPS).map(([value, label]) => ({ value, label }))

/** Who may ask what another value would have done; the server decides, this only shows the tab. */
const MAY_TRY: readonly string[] = ['finance_business', 'finance_performance', 'finance_leader', 'province']

/** 规则: what decides, since when, and where it is written. */
export function RulesPage() {
  const place = usePlace()
  const { jurisdiction } = place
  const me = useMe()
  const search = useSearch({ from: '/$jurisdiction/$year/rules' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/rules' })
  const query = useRules(jurisdiction)
  const change = (part: { readonly [K in keyof RulesSearch]: RulesSearch[K] | undefined }) =>
    void navigate({ search: compact({ ...search, ...part }) })
  const unchecked = query.data?.parameters.filter(({ isChecked }) => !isChecked).length
  return (
    <div className="page">
      <PageHead
        title={zh.rules.title}
        {...(unchecked === undefined ? {} : { note: zh.rules.uncheckedCount(unchecked) })}
      >
        {me.pages.includes('projects') && (
          <Link to="/$jurisdiction/$year/rules/indicators" params={place} className="strong">
            {zh.rules.library}
          </Link>
        )}
        <Input.Search
          key={search.q ?? ''}
          aria-label={zh.rules.filterText}
          placeholder={zh.rules.filterText}
          className="filter-text"
          defaultValue={search.q ?? ''}
          allowClear
          onSearch={(text) => change({ q: text.trim() === '' ? undefined : text.trim() })}
        />
        <Select
          aria-label={zh.rules.filterStage}
          placeholder={zh.rules.filterStage}
          className="filter-choice"
          allowClear
          value={search.stage ?? null}
          options={STAGE_OPTIONS}
          onChange={(stage?: string | null) => change({ stage: stage ?? undefined })}
        />
        <Checkbox
          checked={search.unchecked === true}
          onChange={(event) => change({ unchecked: event.target.checked || undefined })}
        >
          {zh.rules.onlyUnchecked}
        </Checkbox>
      </PageHead>
      <QueryState query={query} lines={14}>
        {(catalogue) => <Catalogue catalogue={catalogue} search={search} change={change} />}
      </QueryState>
    </div>
  )
}

function compact(search: object): RulesSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
}

function Catalogue({
  catalogue,
  search,
  change,
}: {
  readonly catalogue: RuleCatalogue
  readonly search: RulesSearch
  readonly change: (part: { readonly show?: RulesTab | undefined }) => void
}) {
  const { q = '', stage, unchecked } = search
  const mayTry = MAY_TRY.includes(useMe().post.role)
  const has = (...texts: readonly (string | undefined)[]) => texts.some((text) => text?.includes(q) === true)
  const parameters = catalogue.parameters.filter(
    ({ id, title, source, isChecked }) =>
      has(id, title, source.title) &&
      (stage === undefined || id.startsWith(`${stage}.`)) &&
      !(unchecked && isChecked),
  )
  const rules = catalogue.rules.filter(
    ({ id, name, source, stage: own }) =>
      has(id, name, source.title) && (stage === undefined || own === stage),
  )
  const sources = catalogue.sources.filter(({ id, title, number }) => has(id, title, number))
  const items = [
    {
      key: 'parameters',
      label: `${zh.rules.parameters} ${parameters.length}`,
      children: <ParameterTable parameters={parameters} rules={catalogue.rules} />,
    },
    {
      key: 'rules',
      label: `${zh.rules.rules} ${rules.length}`,
      children: <RuleTable rules={rules} parameters={catalogue.parameters} />,
    },
    {
      key: 'sources',
      label: `${zh.rules.sources} ${sources.length}`,
      children: <SourceTable sources={sources} />,
    },
    ...(mayTry
      ? [
          { key: 'rubrics', label: zh.exante.rubrics.title, children: <RubricsPanel /> },
          { key: 'blueprints', label: blueprint.title, children: <BlueprintsPanel /> },
          {
            key: 'trial',
            label: zh.rules.trial.title,
            children: <TrialPanel parameters={catalogue.parameters} />,
          },
        ]
      : []),
  ]
  return (
    <Tabs
      size="small"
      activeKey={search.show ?? 'parameters'}
      items={items}
      onChange={(show) =>
        change({ show: RULES_TABS.find((known) => known === show && known !== 'parameters') })
      }
      destroyOnHidden
    />
  )
}
