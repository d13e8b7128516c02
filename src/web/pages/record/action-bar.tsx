import { Button } from 'antd'
import { formatTime } from '../../format.ts'
import type { DraftStatus } from '../../forms/draft-keeper.ts'
import type { ActionOffer, RecordView } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import type { Acts } from './use-acts.ts'

/** Whether what was typed is safe, and what may be done. A legal act is never the button that stands out. */
export function ActionBar({
  view,
  status,
  acts,
}: {
  readonly view: RecordView
  readonly status: DraftStatus | undefined
  readonly acts: Acts
}) {
  const { availableActions, record } = view
  const idle = view.editableSections.length > 0 ? zh.record.savesItself : zh.record.nobodyActs
  const held = record.isFinal ? '' : zh.record.heldBy(record.hands.join('、'))
  return (
    <div className="action-bar">
      {status !== undefined && <SaveStatus status={status} />}
      {availableActions.length === 0 && <span className="muted">{`${idle}${held}`}</span>}
      {sortOffers(availableActions).map((offer) => (
        <Button
          key={offer.action}
          type={isForward(offer) ? 'primary' : 'default'}
          danger={offer.isReturn}
          onClick={() => acts.ask(offer)}
        >
          {buttonText(offer)}
        </Button>
      ))}
      <ConfirmDialog view={view} acts={acts} />
    </div>
  )
}

/** 申报绩效目标，转主管部门: says what happens. */
function buttonText({ title, nextHands, isReturn }: ActionOffer): string {
  return nextHands.length === 0 || isReturn ? title : zh.record.handOn(title, nextHands.join('、'))
}

function isForward({ isReturn, isLegalAct }: ActionOffer): boolean {
  return !isReturn && !isLegalAct
}

/** Sending back first, what goes forward last, where the eye ends. */
function sortOffers(offers: readonly ActionOffer[]): readonly ActionOffer[] {
  const rank = (offer: ActionOffer) => (offer.isReturn ? 0 : offer.isLegalAct ? 1 : 2)
  return [...offers].sort((a, b) => rank(a) - rank(b))
}

function SaveStatus({ status }: { readonly status: DraftStatus }) {
  const isBad = status.kind === 'failed' || status.kind === 'conflict'
  return (
    <span className={isBad ? 'save-status is-bad' : 'save-status'} role="status">
      {textOf(status)}
    </span>
  )
}

function textOf(status: DraftStatus): string {
  switch (status.kind) {
    case 'saved':
      return zh.record.saved(formatTime(status.at))
    case 'failed':
      return zh.record.failed(status.message)
    case 'conflict':
      return zh.conflict.title
    case 'clean':
      return ''
    default:
      return zh.record[status.kind]
  }
}
