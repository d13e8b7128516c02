import { Button } from 'antd'
import type { Moves } from '../../../domain/results/compute/what-if/moves.ts'
import { formatRatio, ratioOf } from '../../../domain/shared/ratio.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { Money } from '../../components/money.tsx'
import { Why } from '../../components/why.tsx'
import type { CalculationOutcome } from '../../shapes-what-if.ts'
import { zh } from '../../zh.ts'
import type { Workbench } from './use-workbench.ts'

const words = zh.whatIf

/** What the levers lead to: figures at a glance, or in words why nothing fits. */
export function Outcome({
  workbench,
  moves,
}: {
  readonly workbench: Workbench
  readonly moves: Moves | undefined
}) {
  const { shown, running, fault, stop, withCosts } = workbench
  return (
    <section aria-label={words.summary.total}>
      {shown?.kind === 'plan' && moves !== undefined && (
        <Figures outcome={shown} moves={moves} envelope_fen={workbench.settings.envelope_fen} />
      )}
      {shown?.kind === 'conflict' && (
        <>
          <p className="strong">{words.conflictTitle}</p>
          <ul className="what-if-conflicts">
            {shown.conflicts.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {shown?.kind === 'fault' && <p className="late">{`${words.faultTitle}：${shown.message}`}</p>}
      {fault !== undefined && fault !== null && running === undefined && <ErrorState error={fault} />}
      <div className="what-if-status" aria-live="polite">
        {running !== undefined ? (
          <>
            <span>{words.calculating(running.what, running.done, running.total)}</span>
            <Button size="small" onClick={() => void stop()}>
              {words.stop}
            </Button>
          </>
        ) : (
          shown?.kind === 'plan' && (
            <Button size="small" onClick={() => void withCosts()}>
              {words.costs}
            </Button>
          )
        )}
      </div>
      {shown?.kind === 'plan' && shown.costs !== null && <Costs costs={shown.costs} />}
    </section>
  )
}

function Figures({
  outcome: { summary },
  moves,
  envelope_fen,
}: {
  readonly outcome: Extract<CalculationOutcome, { kind: 'plan' }>
  readonly moves: Moves
  readonly envelope_fen: string
}) {
  const left = BigInt(envelope_fen) - moves.total_fen
  return (
    <>
      <dl className="what-if-figures">
        <Figure title={words.summary.total}>
          <Money fen={summary.total_fen} withUnit />
        </Figure>
        <Figure title={words.summary.left}>
          <Money fen={String(left < 0n ? 0n : left)} withUnit />
        </Figure>
        <Figure title={words.summary.freed}>
          <Money fen={String(moves.freed_fen)} withUnit />
        </Figure>
        <Figure title={words.summary.moved}>
          {formatRatio(ratioOf(BigInt(summary.moved.total_fen), moves.total_fen))}{' '}
          <Why explanation={summary.moved.explanation} label={words.summary.moved} />
        </Figure>
        <Figure title={words.summary.winners}>
          {words.projects(moves.winners.length)} <Money fen={String(moves.added_fen)} withUnit />
        </Figure>
        <Figure title={words.summary.losers}>
          {words.projects(moves.losers.length)} <Money fen={String(moves.freed_fen)} withUnit />
        </Figure>
        <Figure title={words.summary.weighted}>
          <Money fen={summary.weighted_fen} withUnit />
        </Figure>
      </dl>
      {!summary.isOptimal && <p className="late">{words.notProven}</p>}
    </>
  )
}

function Figure({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Costs({
  costs,
}: {
  readonly costs: readonly { readonly title: string; readonly sentence: string }[]
}) {
  if (costs.length === 0) return <p className="muted">{words.costsNone}</p>
  return (
    <>
      <p className="strong">{words.costsTitle}</p>
      <p className="muted">{words.costsNote}</p>
      <ul>
        {costs.map(({ title, sentence }) => (
          <li key={title}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
