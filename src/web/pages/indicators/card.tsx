import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import {
  BASES,
  COUNTS,
  EVIDENCE_CLASSES,
  FREQUENCIES,
  KINDS,
  levelTitles,
  OBTAINING,
  OPERATORS,
} from '../../../domain/indicators/index.ts'
import { STANDINGS } from '../../../domain/shared/standing.ts'
import type { LibraryItem } from '../../shapes-rules.ts'
import { zh } from '../../zh.ts'
import { ProposeButton, useMayPropose } from './propose-button.tsx'

const words = zh.library

/** One indicator: its line, and, opened, everything the library knows of it. */
export function IndicatorCard({
  item,
  why,
  sector,
  isOpen,
  toggle,
}: {
  readonly item: LibraryItem
  readonly why: readonly string[]
  readonly sector: string
  readonly isOpen: boolean
  readonly toggle: () => void
}) {
  const [, level] = levelTitles(item.level1, item.level2)
  const bodyId = `indicator-${item.id}`
  return (
    <article className="indicator-card">
      <h2>
        <button
          type="button"
          className="indicator-line"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={toggle}
        >
          <span className="strong">{item.name}</span>
          <span className="indicator-example">{item.example}</span>
          <span className="muted">
            {sector} · {level}
          </span>
          <span className="indicator-usage">{words.usage(item.usage)}</span>
        </button>
        <Marks item={item} />
      </h2>
      {why.length > 0 && <p className="indicator-why">{why.join('；')}</p>}
      {isOpen && (
        <div id={bodyId}>
          <Facts item={item} />
          <Proposals item={item} />
        </div>
      )}
    </article>
  )
}

function Marks({ item }: { readonly item: LibraryItem }) {
  return (
    <span className="indicator-marks">
      {item.isLocked && <Mark text={words.locked} help={words.lockedHelp} />}
      {item.status === 'retired' && <Mark text={words.retired} help={words.retiredHelp} isWarning />}
      {item.setBy !== null && <Mark text={words.local(item.setBy)} help={item.cited} />}
      {item.isBehind && <Mark text={words.behind} help={words.behindHelp} isWarning />}
    </span>
  )
}

function Mark({
  text,
  help,
  isWarning = false,
}: {
  readonly text: string
  readonly help: string
  readonly isWarning?: boolean
}) {
  return (
    <Tooltip title={help}>
      <span className={isWarning ? 'mark mark-unchecked' : 'mark'}>{text}</span>
    </Tooltip>
  )
}

function Facts({ item }: { readonly item: LibraryItem }) {
  const { fields } = words
  const facts: readonly (readonly [string, ReactNode])[] = [
    [fields.definition, item.definition],
    [fields.formula, item.formula],
    [fields.measure, measureOf(item)],
    [fields.example, item.example],
    [fields.basis, BASES[item.basis]],
    [fields.obtaining, OBTAINING[item.obtaining]],
    [fields.dataSource, item.dataSource],
    [fields.evidence, `${EVIDENCE_CLASSES[item.evidenceClass]}：${item.evidence}`],
    [fields.frequency, FREQUENCIES[item.frequency]],
    [fields.projectKinds, item.projectKinds.join('、')],
    [fields.synonyms, item.synonyms.join('、')],
    [fields.mistakes, item.mistakes],
    [fields.cited, `${item.cited}，${STANDINGS[item.standing]}`],
    [fields.version, `${item.id} ${words.version(item.version)}${since(item)}`],
  ]
  return (
    <dl className="indicator-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === '' ? zh.common.none : value}</dd>
        </div>
      ))}
    </dl>
  )
}

function measureOf({ kind, operator, unit, count }: LibraryItem): string {
  const parts = [KINDS[kind], operator && OPERATORS[operator], unit, count && COUNTS[count]]
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}

function since({ approvedOn }: LibraryItem): string {
  return approvedOn === null ? '' : `，${words.approvedOn(approvedOn)}`
}

function Proposals({ item }: { readonly item: LibraryItem }) {
  const mayPropose = useMayPropose()
  if (!mayPropose || item.isLocked) return null
  return (
    <p className="indicator-acts">
      <ProposeButton label={words.revise} wanted={{ change: 'revise', indicatorId: item.id }} />
      {item.status === 'active' && (
        <ProposeButton label={words.retire} wanted={{ change: 'retire', indicatorId: item.id }} />
      )}
    </p>
  )
}
