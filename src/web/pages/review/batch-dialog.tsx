import { Alert, Button, Input, Modal, Progress } from 'antd'
import { useState } from 'react'
import { sumFen } from '../../../domain/shared/money.ts'
import { formatMoneyInFull } from '../../format.ts'
import type { QueueItem } from '../../shapes-targets.ts'
import { zh } from '../../zh.ts'
import type { BatchResult } from './run-batch.ts'
import type { BatchRun } from './use-batch.ts'

const words = zh.targets.review

export type Asked = { readonly way: 'forward' | 'back'; readonly items: readonly QueueItem[] }

/** How many and how much, the opinion, and only then the acts; afterwards what became of each. */
export function BatchDialog({
  asked,
  run,
  start,
  cancel,
  close,
}: {
  readonly asked: Asked | undefined
  readonly run: BatchRun | undefined
  readonly start: (opinion: string) => void
  readonly cancel: () => void
  readonly close: () => void
}) {
  const isOpen = asked !== undefined
  const title = asked === undefined ? '' : titleOf(asked)
  return (
    <Modal
      open={isOpen}
      title={title}
      footer={null}
      onCancel={() => (run?.isRunning ? undefined : close())}
      closable={!run?.isRunning}
      width={640}
      destroyOnHidden
    >
      {asked !== undefined && run === undefined && (
        <Question asked={asked} title={title} start={start} close={close} />
      )}
      {run !== undefined && <Progressed run={run} cancel={cancel} close={close} />}
    </Modal>
  )
}

function titleOf({ way, items }: Asked): string {
  const [first] = items
  return first === undefined ? '' : ((way === 'forward' ? first.forward.title : first.back?.title) ?? '')
}

function Question({
  asked,
  title,
  start,
  close,
}: {
  readonly asked: Asked
  readonly title: string
  readonly start: (opinion: string) => void
  readonly close: () => void
}) {
  const offers = asked.items.map((item) => (asked.way === 'forward' ? item.forward : item.back))
  const isRequired = offers.some((offer) => offer?.opinion === 'required')
  const isLegal = offers.some((offer) => offer?.isLegalAct)
  const [opinion, setOpinion] = useState(asked.way === 'forward' ? words.passOpinion : '')
  const amount = sumFen(asked.items.map(({ amount_fen }) => BigInt(amount_fen ?? '0')))
  return (
    <div className="stack">
      <p>{words.question(asked.items.length, formatMoneyInFull(amount.toString()))}</p>
      <ol className="review-names">
        {asked.items.slice(0, 8).map(({ recordId, name }) => (
          <li key={recordId}>{name}</li>
        ))}
      </ol>
      {asked.items.length > 8 && <p className="muted">{words.andMore(asked.items.length - 8)}</p>}
      <label htmlFor="batch-opinion">{words.opinion}</label>
      <Input.TextArea
        id="batch-opinion"
        autoFocus
        rows={3}
        maxLength={2000}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <div className="dialog-buttons">
        <Button onClick={close}>{zh.common.cancel}</Button>
        <Button
          type={isLegal || asked.way === 'back' ? 'default' : 'primary'}
          danger={asked.way === 'back'}
          disabled={isRequired && opinion.trim() === ''}
          onClick={() => start(opinion)}
        >
          {`${title}（${asked.items.length}）`}
        </Button>
      </div>
    </div>
  )
}

function Progressed({
  run,
  cancel,
  close,
}: {
  readonly run: BatchRun
  readonly cancel: () => void
  readonly close: () => void
}) {
  const of = (outcome: BatchResult['outcome']) => run.results.filter((one) => one.outcome === outcome)
  const refused = run.results.flatMap((one) => (one.outcome === 'refused' ? [one] : []))
  const percent = run.total === 0 ? 100 : Math.round((run.results.length / run.total) * 100)
  return (
    <div className="stack" aria-live="polite">
      <Progress percent={percent} {...(run.isRunning ? { status: 'active' as const } : {})} />
      <p role="status">
        {words.progress(of('passed').length, refused.length, of('skipped').length, run.total)}
      </p>
      {refused.length > 0 && (
        <Alert
          type="warning"
          title={words.refused(refused.length)}
          description={
            <ul>
              {refused.map(({ item, why }) => (
                <li key={item.recordId}>
                  {item.name}：{why}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <div className="dialog-buttons">
        {run.isRunning ? (
          <Button onClick={cancel}>{words.stop}</Button>
        ) : (
          <Button type="primary" onClick={close}>
            {zh.common.close}
          </Button>
        )}
      </div>
    </div>
  )
}
