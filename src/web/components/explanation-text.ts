import type { Explanation } from '../../domain/shared/explanation.ts'
import { zh } from '../zh.ts'

/** The reason as plain text for a letter or a reply, indented by depth. */
export function explanationText(explanation: Explanation, depth = 0): string {
  const { title, sentence, inputs, parameters, formula, result, rounding, source, ruleId, children } =
    explanation
  const lines = [
    `【${title}】${sentence}`,
    ...inputs.map(({ label, value, from }) => `${label}：${value}${from === undefined ? '' : `（${from}）`}`),
    ...parameters.map(
      (use) =>
        `${use.title}：${use.value}（${zh.why.since(use.from)}，${use.sourceTitle}${use.article}` +
        `${use.isChecked ? '' : `，${zh.rules.unchecked}`}）`,
    ),
    `${zh.why.formula}：${formula}`,
    ...(rounding === undefined ? [] : [`${zh.why.rounding}：${rounding}`]),
    `${zh.why.result}：${result}`,
    `${zh.why.source}：${source.title}${source.article ?? ''}（${zh.why.rule} ${ruleId}）`,
  ]
  const indent = '  '.repeat(depth)
  return [
    ...lines.map((line) => indent + line),
    ...children.map((child) => explanationText(child, depth + 1)),
  ].join('\n')
}
