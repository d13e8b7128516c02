import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { makeQuery } from '../../api.ts'
import { QueryState } from '../../components/query-state.tsx'
import { Why } from '../../components/why.tsx'
import { useFollowedFigure } from '../../queries-oversight.ts'
import { usePlace } from '../../session.tsx'
import type { FollowedFigure } from '../../shapes-oversight.ts'
import { zh } from '../../zh.ts'

const words = zh.oversight.report

/** Where a figure comes from: the rule and its lines, or the record, its version, files and ledger entry. */
export function FigureTrace({
  recordId,
  number,
  choose,
}: {
  readonly recordId: string
  readonly number: number
  readonly choose: (number: number) => void
}) {
  const query = useFollowedFigure(recordId, number)
  return (
    <QueryState query={query} lines={6}>
      {({ line, rule, inputs, source }) => (
        <>
          <p>
            {line.label}：<strong>{line.text}</strong>
          </p>
          {rule !== null && <Computed rule={rule} inputs={inputs} choose={choose} />}
          {source !== null && <Source source={source} />}
        </>
      )}
    </QueryState>
  )
}

function Computed({
  rule,
  inputs,
  choose,
}: Pick<FollowedFigure, 'inputs'> & {
  readonly rule: NonNullable<FollowedFigure['rule']>
  readonly choose: (number: number) => void
}) {
  if (inputs.length === 0) return <p>{words.none}</p>
  return (
    <>
      <p>{words.computed(rule.name, rule.id)}</p>
      <ul className="plain-list">
        {inputs.map(({ number, label, text }) => (
          <li key={number}>
            <button type="button" className="figure-link" onClick={() => choose(number)}>
              {label}：{text}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Source({ source }: { readonly source: NonNullable<FollowedFigure['source']> }) {
  const place = usePlace()
  const { recordId, value, valueNow, isSame, frozenOn, digest, attachments, leaves } = source
  const facts: readonly (readonly [string, string | null])[] = [
    [words.field, source.fieldTitle],
    [frozenOn === null ? words.valueInReport : words.value, value],
    [words.valueNow, isSame ? words.isSame : (valueNow ?? words.gone)],
    [words.act, source.act],
  ]
  return (
    <>
      <p>
        {source.projectName} {words.from(source.recordTitle, source.version)}
        {frozenOn !== null && digest !== null && (
          <span className="muted"> {words.frozen(frozenOn, digest)}</span>
        )}{' '}
        <Why explanation={source.explanation ?? undefined} label={source.fieldTitle} />
      </p>
      <dl className="facts">
        {facts
          .filter(([, text]) => text !== null)
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        <div>
          <dt>{words.files}</dt>
          <dd>
            {attachments.length === 0
              ? words.noFiles
              : attachments.map(({ id, name }) => (
                  <div key={id}>
                    <a href={`/api/attachments/${id}`}>{name}</a>
                  </div>
                ))}
          </dd>
        </div>
      </dl>
      {leaves.map(({ number, sm3 }) => (
        <p key={number} className="muted">
          {words.leaves(number)} SM3 {sm3.slice(0, 16)}
        </p>
      ))}
      {recordId !== null && (
        <p className="oversight-tools">
          {leaves.length > 0 && (
            <Button size="small" href={`/api/ledger/bundle${makeQuery({ recordId })}`} download>
              {words.bundle}
            </Button>
          )}
          <Link
            to="/$jurisdiction/$year/oversight/records/$recordId"
            params={{ ...place, recordId }}
            search={frozenOn === null ? {} : { date: frozenOn }}
          >
            {frozenOn === null ? words.openRecord : words.recordThen(frozenOn)}
          </Link>
        </p>
      )}
    </>
  )
}
