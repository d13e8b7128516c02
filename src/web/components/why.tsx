import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { type Explanation, hasUncheckedParameter } from '../../domain/shared/explanation.ts'
import { zh } from '../zh.ts'
import { copyText } from './copy-text.ts'
import { explanationText } from './explanation-text.ts'
import { keyed } from './keyed.ts'
import { UncheckedMark } from './marks.tsx'

/** 为什么: on any computed figure, light, gate or grade. One sentence first, then the tree. */
export function Why({
  explanation,
  label,
  isInTable = false,
}: {
  readonly explanation: Explanation | undefined
  readonly label?: string
  /** In a cell there is room for the question only; 待核对 then stands in the answer. */
  readonly isInTable?: boolean
}) {
  const [isOpen, setIsOpen] = useState(false)
  if (explanation === undefined) return null
  return (
    <>
      <button
        type="button"
        className="why"
        title={explanation.sentence}
        aria-label={label === undefined ? zh.why.open : `${label}：${zh.why.open}`}
        onClick={() => setIsOpen(true)}
      >
        {zh.why.open}
      </button>
      {!isInTable && hasUncheckedParameter(explanation) && <UncheckedMark />}
      <Drawer
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={zh.why.title}
        size={520}
        extra={<CopyButton explanation={explanation} />}
      >
        <Reason explanation={explanation} depth={0} />
      </Drawer>
    </>
  )
}

function CopyButton({ explanation }: { readonly explanation: Explanation }) {
  const { message } = App.useApp()
  const copy = async () => {
    await copyText(explanationText(explanation))
    void message.success(zh.common.copied)
  }
  return (
    <Button size="small" onClick={() => void copy()}>
      {zh.common.copy}
    </Button>
  )
}

function Reason({ explanation, depth }: { readonly explanation: Explanation; readonly depth: number }) {
  const { title, sentence, inputs, parameters, formula, result, rounding, source, ruleId, children } =
    explanation
  const Heading = depth === 0 ? 'h3' : 'h4'
  return (
    <section className="reason">
      <Heading>{title}</Heading>
      <p className="reason-sentence">{sentence}</p>
      <dl className="facts">
        {inputs.length > 0 && (
          <Fact title={zh.why.inputs}>
            {keyed(inputs).map(({ item: input, key }) => (
              <p key={key}>
                {input.label}：<span className="strong">{input.value}</span>
                {input.from !== undefined && <span className="muted"> · {input.from}</span>}
              </p>
            ))}
          </Fact>
        )}
        {parameters.length > 0 && <Parameters parameters={parameters} />}
        <Fact title={zh.why.formula}>{formula}</Fact>
        {rounding !== undefined && <Fact title={zh.why.rounding}>{rounding}</Fact>}
        <Fact title={zh.why.result}>
          <span className="strong">{result}</span>
        </Fact>
        <Fact title={zh.why.source}>
          {source.title}
          {source.article !== undefined && zh.rules.article(source.article)}
        </Fact>
        <Fact title={zh.why.rule}>{ruleId}</Fact>
      </dl>
      {children.length > 0 && (
        <details open={depth === 0 && children.length <= 6}>
          <summary>
            {zh.why.children} {children.length}
          </summary>
          {keyed(children).map(({ item, key }) => (
            <Reason key={key} explanation={item} depth={depth + 1} />
          ))}
        </details>
      )}
    </section>
  )
}

function Fact({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="facts-row">
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Parameters({ parameters }: { readonly parameters: Explanation['parameters'] }) {
  return (
    <Fact title={zh.why.parameters}>
      {parameters.map((use) => (
        <p key={use.id}>
          {use.title}：<span className="strong">{use.value}</span> {!use.isChecked && <UncheckedMark />}
          <span className="muted">
            {' '}
            {zh.why.since(use.from)} · {use.sourceTitle}
            {use.article !== '' && zh.rules.article(use.article)}
          </span>
        </p>
      ))}
    </Fact>
  )
}
