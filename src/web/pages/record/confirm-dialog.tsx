import { Alert, Modal } from 'antd'
import { LongText } from '../../components/long-text.tsx'
import { formatMoneyInFull } from '../../format.ts'
import { FindingsList } from '../../forms/findings-list.tsx'
import type { ActionOffer, RecordView } from '../../shapes.ts'
import { zh } from '../../zh.ts'
import type { Acts } from './use-acts.ts'

/** Repeats object and amount, shows what is still wrong, takes the opinion, and only then does it. */
export function ConfirmDialog({ view, acts }: { readonly view: RecordView; readonly acts: Acts }) {
  const { asked, ask, perform, isRunning, error, opinion } = acts
  const isOpinionMissing = asked?.opinion === 'required' && opinion.trim() === ''
  return (
    <Modal
      open={asked !== undefined}
      title={asked?.title}
      okText={asked?.title ?? ''}
      cancelText={zh.confirm.goBack}
      okButtonProps={{
        type: asked?.isLegalAct ? 'default' : 'primary',
        danger: asked?.isReturn ?? false,
        loading: isRunning,
        disabled: isOpinionMissing,
      }}
      cancelButtonProps={{ autoFocus: true }}
      onOk={perform}
      onCancel={() => ask(undefined)}
      width={560}
      destroyOnHidden
    >
      {asked !== undefined && <Question view={view} offer={asked} acts={acts} />}
      {error !== undefined && <Alert type="error" role="alert" title={error} />}
    </Modal>
  )
}

function Question({
  view,
  offer,
  acts,
}: {
  readonly view: RecordView
  readonly offer: ActionOffer
  readonly acts: Acts
}) {
  const { record, project } = view
  const hands = offer.nextHands.length === 0 ? '' : `，转${offer.nextHands.join('、')}`
  return (
    <div className="stack">
      <dl className="facts">
        <div className="facts-row">
          <dt>{zh.confirm.object}</dt>
          <dd>
            {project?.name ?? ''} {record.title}
          </dd>
        </div>
        {project !== null && (
          <div className="facts-row">
            <dt>{zh.confirm.amount}</dt>
            <dd className="number">{formatMoneyInFull(project.budget_fen)}</dd>
          </div>
        )}
        <div className="facts-row">
          <dt>{zh.confirm.result}</dt>
          <dd>
            {offer.leadsTo}
            {hands}
            {offer.isNumbered && `；${zh.confirm.willNumber}`}
          </dd>
        </div>
      </dl>
      {!offer.isReturn && <Remaining view={view} acts={acts} />}
      {offer.opinion !== 'none' && <OpinionBox offer={offer} acts={acts} />}
      {offer.isLegalAct && <p className="legal">{zh.confirm.legal}</p>}
    </div>
  )
}

/** What is still wrong, before it is asked. */
function Remaining({ view, acts }: { readonly view: RecordView; readonly acts: Acts }) {
  const errors = acts.findings.filter(({ severity }) => severity === 'error').length + acts.missing.length
  const warnings = acts.findings.filter(({ severity }) => severity === 'warning').length
  if (errors === 0 && warnings === 0) return <p className="clean">✓ {zh.confirm.clean}</p>
  return (
    <section className="remaining" aria-label={zh.record.findings}>
      <p className="strong">{zh.confirm.remaining(errors, warnings)}</p>
      <FindingsList form={view.form} findings={acts.findings} missing={acts.missing} />
    </section>
  )
}

function OpinionBox({ offer, acts }: { readonly offer: ActionOffer; readonly acts: Acts }) {
  return (
    <>
      <label htmlFor="act-opinion">
        {zh.record.opinion}
        {offer.opinion === 'required' && <span className="required">*</span>}
      </label>
      <LongText
        id="act-opinion"
        value={acts.opinion}
        change={acts.setOpinion}
        max={2000}
        most={8}
        placeholder={offer.opinion === 'required' ? zh.record.opinionRequired : zh.record.opinionPlaceholder}
      />
    </>
  )
}
