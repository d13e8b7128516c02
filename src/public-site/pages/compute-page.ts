import { recompute, type OwnFigures } from '../../domain/disclosure/recompute.ts'
import type { PublishedScoreRow, PublishedSelfEvaluation } from '../../domain/disclosure/published-project.ts'
import type { Explanation, ParameterUse } from '../../domain/shared/explanation.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { formatWeight } from '../../domain/shared/score.ts'
import { html, type Html } from '../html.ts'
import type { ReadVersion } from '../read-publications.ts'
import type { SiteWords } from './layout.ts'
import { lines, points, table, wan } from './parts.ts'
import { feedbackPart, head } from './project-page.ts'

const BANDS = {
  achieved: '达成年度指标',
  partial: '部分达成并具有一定效果',
  missed: '未达成且效果较差',
} as const

/** 自己算一遍: inputs, rules step by step, and a form that computes again with one's own figures. */
export function computePage(
  site: SiteWords,
  read: ReadVersion,
  {
    self,
    own,
    problems,
  }: {
    readonly self: PublishedSelfEvaluation
    readonly own: OwnFigures
    readonly problems: readonly string[]
  },
): Html {
  const published = recompute(self)
  const mine = recompute(self, own)
  const isChanged = own.actuals.size > 0 || own.executed_fen !== undefined
  const base = `/p/${read.published.id}/v${read.published.version}/compute`
  const isSame = published.total_x100 === self.total_x100
  const differs = self.rows.some(({ isWithheld }) => isWithheld)
    ? '不一致：有未公开的指标，不能全部重算'
    : '不一致，请反馈'
  return html`${head(read)}<h2>自己算一遍</h2>
<p>用公布的目标值、实际完成值和规则，把单位自评重新算一遍。算分的程序和财政部门用的是同一套。</p>
<p>公布的总分<strong>${points(self.total_x100)}</strong>分，重新计算<strong id="recomputed">${points(published.total_x100)}</strong>分：<span class="${isSame ? 'same' : 'other'}">${isSame ? '一致' : differs}</span>。</p>
${problems.map((problem) => html`<p class="notice" role="alert">${problem}</p>`)}
${isChanged && html`<p class="note" role="status">按您填的数，总分是<strong id="own-total">${points(mine.total_x100)}</strong>分${mine.grade && `，等级“${GRADES[mine.grade]}”`}，与公布的相差${difference(mine.total_x100, self.total_x100)}分。</p>`}
<form method="get" action="${base}">
<p><label for="executed">全年执行数（万元），公布的是${wan(self.executed_fen)}</label><br><input id="executed" name="executed" inputmode="decimal" maxlength="20" value="${own.executed_fen === undefined ? '' : wan(own.executed_fen).replaceAll(',', '')}"></p>
${table(
  '各项指标：填您了解的实际完成值，不填的按公布的数',
  [
    { label: '指标' },
    { label: '目标值' },
    { label: '公布的完成值' },
    { label: '您填的完成值' },
    { label: '分值', isNumber: true },
    { label: '公布得分', isNumber: true },
    { label: '重新计算', isNumber: true },
  ],
  self.rows.map((row, at) => [
    row.target.name,
    row.targetText,
    row.actualInWords || '—',
    fieldFor(row, at, own),
    formatWeight(row.target.weight_x100),
    points(row.score_x100),
    points(mine.rows[at]?.score_x100 ?? null),
  ]),
)}
<p><button>重新计算</button>　<a href="${base}">恢复公布的数</a></p></form>
<h2>怎么算出来的</h2>
${steps(mine.explanation)}
<h2>用到的规则取值</h2>
${parametersOf(mine.explanation)}
${feedbackPart(site, read.published)}`
}

function fieldFor(row: PublishedScoreRow, at: number, own: OwnFigures): Html {
  if (row.isWithheld) return html`未公开，按公布得分计`
  const name = `第${at + 1}项${row.target.name}的实际完成值`
  const mine = own.actuals.get(at)
  const { kind, scoringRule, unit } = row.target
  if (kind === 'qual' || scoringRule === 'band') {
    return html`<select name="b${at}" aria-label="${name}等级"><option value="">不改</option>${Object.entries(BANDS).map(([value, label]) => (mine?.band === value ? html`<option value="${value}" selected>${label}</option>` : html`<option value="${value}">${label}</option>`))}</select>
<input name="p${at}" size="4" inputmode="decimal" maxlength="6" aria-label="${name}等级内比例（%）" value="${mine?.bandPercent ?? ''}">%`
  }
  if (kind === 'yesno') {
    return html`<select name="y${at}" aria-label="${name}"><option value="">不改</option>${['是', '否'].map((value) => (mine?.actualText === value ? html`<option selected>${value}</option>` : html`<option>${value}</option>`))}</select>`
  }
  if (kind === 'date')
    return html`<input name="d${at}" size="11" maxlength="10" placeholder="2023-12-31" aria-label="${name}（日期）" value="${mine?.actualDate ?? ''}">`
  return html`<input name="a${at}" size="8" inputmode="decimal" maxlength="20" aria-label="${name}" value="${mine?.actual ?? ''}"> ${unit ?? ''}`
}

function steps(explanation: Explanation): Html {
  return html`${lines(explanation.sentence)}<ol>${explanation.children.map(
    (one) =>
      html`<li><strong>${one.title}</strong>：${one.sentence}<br><span class="muted">算法：${one.formula}${one.rounding && `；${one.rounding}`}。依据：${one.source.title}${one.source.article ?? ''}</span></li>`,
  )}</ol>`
}

function parametersOf(explanation: Explanation): Html {
  const all = new Map<string, ParameterUse>()
  const collect = ({ parameters, children }: Explanation): void => {
    for (const use of parameters) all.set(use.id, use)
    for (const child of children) collect(child)
  }
  collect(explanation)
  return table(
    '规则取值和依据',
    [{ label: '规则' }, { label: '取值' }, { label: '起用' }, { label: '依据' }],
    [...all.values()].map((use) => [
      use.title,
      use.value,
      use.from,
      `${use.sourceTitle}${use.article}${use.isChecked ? '' : '（待核对）'}`,
    ]),
  )
}

function difference(mine: number | null, published: number): string {
  if (mine === null) return '—'
  const by = mine - published
  return `${by > 0 ? '+' : by < 0 ? '−' : ''}${points(Math.abs(by))}`
}
