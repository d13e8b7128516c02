import type {
  PublishedEvaluation,
  PublishedProject,
  PublishedSelfEvaluation,
  PublishedTarget,
} from '../../domain/disclosure/published-project.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { parseFen } from '../../domain/shared/money.ts'
import { formatRatio, ratioOf } from '../../domain/shared/ratio.ts'
import { formatWeight } from '../../domain/shared/score.ts'
import { barChart, qrCode } from '../draw.ts'
import { html, type Html } from '../html.ts'
import type { Answer, ReadVersion } from '../read-publications.ts'
import type { SiteWords } from './layout.ts'
import { officeFacts, officePart } from './office-part.ts'
import { facts, lines, points, table, wan } from './parts.ts'

/** Everything that is public about a project in one version. */
export function projectPage(site: SiteWords, read: ReadVersion, answers: readonly Answer[]): Html {
  const { published } = read
  const { project, place, year, summary, target, office, selfEvaluation, evaluation } = published
  return html`${head(read)}
${office ? officeFacts(published, office) : projectFacts(published)}
<p class="muted">${place.name}　${year}年　主管部门：${project.department}${!office && `　实施单位：${project.unit}`}${project.code && `　项目代码：${project.code}`}${project.category && `　${project.category}`}</p>
${summary && html`<h2>公开说明</h2><h3>${summary.title}</h3>${lines(summary.text)}`}
${office && officePart(office)}${target && targetPart(target, office?.noSatisfactionReason ?? '', office?.kind !== 'departmentWhole')}
${selfEvaluation && moneyPart(selfEvaluation)}
${selfEvaluation && selfPart(published, selfEvaluation)}
${evaluation && evaluationPart(evaluation)}
${problemsPart(published)}${rectificationPart(published)}${decisionPart(published)}${withheldPart(published)}
${answers.length > 0 && html`<h2>公众反馈和答复</h2>${answers.map(({ said, answer, receivedOn, answeredOn }) => html`<div class="note"><p class="text">${receivedOn} 反馈：${said}</p><p class="text">${answeredOn} 答复：${answer}</p></div>`)}`}
${proofPart(read)}${feedbackPart(site, published)}`
}

function projectFacts({ project, selfEvaluation, evaluation }: PublishedProject): Html {
  return facts([
    ['年度预算（万元）', wan(project.budget_fen)],
    ['实际支出（万元）', wan(selfEvaluation?.executed_fen ?? evaluation?.spent_fen ?? '')],
    ['评价得分', points(evaluation?.total_x100 ?? null)],
    ['评价等级', evaluation?.grade ? GRADES[evaluation.grade] : '—'],
  ])
}

/** Name, ways on, corrections: the same on every page about a version. */
export function head({ published, versions, withdrawn }: ReadVersion): Html {
  const { id, version, project } = published
  const base = `/p/${id}/v${version}`
  const last = versions.at(-1)?.version ?? version
  const corrections = versions.filter(({ correction }) => correction !== null)
  return html`<h1>${project.name}</h1>
<nav class="screen" aria-label="这项公开内容"><p><a href="${base}">全部公开内容</a>　<a href="${base}/plain">大白话</a>　${published.selfEvaluation && html`<a href="${base}/compute">自己算一遍</a>　`}<a href="${base}/data">下载数据</a>　<a href="${base}/feedback">我要反馈</a></p></nav>
${last > version && html`<p class="notice">这是第${version}版，已有<a href="/p/${id}/v${last}">第${last}版</a>。旧版本保留备查。</p>`}
${
  withdrawn.some(({ version: number }) => number > version) &&
  html`<p class="notice">本版之后的${withdrawn
    .filter(({ version: number }) => number > version)
    .map(({ version: number }) => `第${number}版`)
    .join('、')}已经撤下。</p>`
}
${corrections.map(({ version: number, publishedOn, occasion, correction }) => html`<p class="note">${occasion === 'target' ? '变更' : '更正'}说明：第${number}版（${publishedOn}）${correction ?? ''} <a class="screen" href="/p/${id}/v${number}">看第${number}版</a></p>`)}
<p class="muted">第${version}版，${published.published.on}公开。各版本：${versions.map(({ version: number, publishedOn, occasion }) => html`<a href="/p/${id}/v${number}">第${number}版</a>（${publishedOn}，${occasion === 'target' ? '公开绩效目标' : '公开评价结果'}）　`)}${withdrawn.map(({ version: number, withdrawnOn }) => html`<a href="/p/${id}/v${number}">第${number}版</a>（${withdrawnOn}已撤下）　`)}</p>`
}

function targetPart(target: PublishedTarget, noSatisfaction: string, hasWeights: boolean): Html {
  return html`<h2>绩效目标</h2>
<p class="muted">${target.approvedOn}批复。年度资金${wan(target.total_fen)}万元，其中财政拨款${wan(target.fiscal_fen)}万元、其他资金${wan(target.other_fen)}万元。</p>
${target.periodGoal && html`<h3>实施期目标</h3>${lines(target.periodGoal)}`}${target.annualGoal && html`<h3>年度目标</h3>${lines(target.annualGoal)}`}
${table(
  '绩效指标',
  [
    { label: '一级指标' },
    { label: '二级指标' },
    { label: '指标' },
    { label: '目标值' },
    ...(hasWeights ? [{ label: '分值', isNumber: true }] : []),
  ],
  target.indicators.map((row) => [
    row.level1,
    row.level2,
    row.name,
    row.targetText,
    ...(hasWeights ? [formatWeight(row.weight_x100)] : []),
  ]),
)}${noSatisfaction && html`<p class="muted">不设满意度指标的原因：${noSatisfaction}</p>`}`
}

function moneyPart({ budget_fen, executed_fen }: PublishedSelfEvaluation): Html {
  const [budget, executed] = [parseFen(budget_fen), parseFen(executed_fen)]
  const largest = Math.max(Number(budget), Number(executed), 1)
  return html`<h2>资金</h2><p>全年预算${wan(budget_fen)}万元，执行${wan(executed_fen)}万元，执行率${formatRatio(ratioOf(executed, budget))}。</p>
${barChart('预算和执行（万元）', [
  { label: '全年预算', share: Number(budget) / largest, said: wan(budget_fen) },
  { label: '全年执行', share: Number(executed) / largest, said: wan(executed_fen) },
])}`
}

function selfPart({ id, version }: PublishedProject, self: PublishedSelfEvaluation): Html {
  return html`<h2>单位自评</h2><p>自评总分${points(self.total_x100)}分${self.grade && `，等级“${GRADES[self.grade]}”`}，${self.confirmedOn}由财政部门确认。预算执行率得${points(self.execution_x100)}分。${self.adjustments.map(({ label, points_x100 }) => `${label}${points_x100 > 0 ? '加' : '减'}${points(Math.abs(points_x100))}分。`)} <a class="screen" href="/p/${id}/v${version}/compute">按公布的规则自己算一遍</a></p>
${table(
  '自评各项指标',
  [
    { label: '一级指标' },
    { label: '指标' },
    { label: '目标值' },
    { label: '实际完成' },
    { label: '分值', isNumber: true },
    { label: '得分', isNumber: true },
  ],
  self.rows.map((row) => [
    row.level1,
    row.target.name,
    row.targetText,
    row.actualInWords || '—',
    formatWeight(row.target.weight_x100),
    points(row.score_x100),
  ]),
)}`
}

function evaluationPart(evaluation: PublishedEvaluation): Html {
  const { items, total_x100, grade, evaluator, confirmedOn } = evaluation
  const groups = [...new Set(items.map(({ level1 }) => level1))].map((level1) => {
    const own = items.filter((one) => one.level1 === level1)
    const sum = (of: 'weight_x100' | 'score_x100') => own.reduce((all, one) => all + one[of], 0)
    return { level1, weight: sum('weight_x100'), score: sum('score_x100') }
  })
  return html`<h2>财政评价</h2><p>${confirmedOn}确认，${evaluator === '' ? '财政部门自行组织评价' : `评价机构：${evaluator}`}。总分${points(total_x100)}分${grade && `，等级“${GRADES[grade]}”`}。</p>
${
  groups.length > 0 &&
  barChart(
    '各部分得分占满分的比例',
    groups.map(({ level1, weight, score }) => ({
      label: level1,
      share: weight === 0 ? 0 : score / weight,
      said: `${points(score)} / ${formatWeight(weight)}分`,
    })),
  )
}
${
  items.length > 0 &&
  table(
    '评价指标得分（各项相加即为总分）',
    [
      { label: '一级指标' },
      { label: '指标' },
      { label: '分值', isNumber: true },
      { label: '得分', isNumber: true },
      { label: '评分依据' },
    ],
    items.map((one) => [
      one.level1,
      one.name,
      formatWeight(one.weight_x100),
      points(one.score_x100),
      one.basis,
    ]),
  )
}
${evaluation.conclusion && html`<h3>评价结论</h3>${lines(evaluation.conclusion)}`}`
}

function problemsPart({ problems }: PublishedProject): Html | undefined {
  if (!problems || problems.length === 0) return undefined
  return html`<h2>存在的问题</h2>${table(
    '评价发现的问题',
    [{ label: '序号' }, { label: '问题' }, { label: '涉及金额（万元）', isNumber: true }, { label: '建议' }],
    problems.map((row, at) => [String(at + 1), row.problem, wan(row.amount_fen), row.suggestion]),
  )}`
}

function rectificationPart({ rectification }: PublishedProject): Html | undefined {
  if (!rectification || rectification.length === 0) return undefined
  return html`<h2>整改情况</h2>${table(
    '整改情况',
    [
      { label: '问题序号' },
      { label: '问题' },
      { label: '进展' },
      { label: '措施' },
      { label: '结果' },
      { label: '收回资金（万元）', isNumber: true },
    ],
    rectification.map((row) => [
      String(row.number),
      row.problem || '—',
      row.state,
      row.measure || '—',
      row.result || '—',
      wan(row.recovered_fen),
    ]),
  )}`
}

function decisionPart({ decision }: PublishedProject): Html | undefined {
  if (!decision) return undefined
  return html`<h2>预算安排</h2>${facts([
    ['处理方式', decision.measure],
    ['本年预算（万元）', wan(decision.current_fen)],
    ['下年安排（万元）', wan(decision.next_fen)],
  ])}<p>${decision.decidedOn}决定。${decision.reason && `理由：${decision.reason}`}</p>`
}

function withheldPart({ withheld }: PublishedProject): Html | undefined {
  if (withheld.length === 0) return undefined
  return html`<h2>没有公开的内容和理由</h2>${table(
    '没有公开的内容和理由',
    [{ label: '内容' }, { label: '类别' }, { label: '理由' }],
    withheld.map(({ what, basis, reason }) => [what, basis, reason]),
  )}`
}

function proofPart({ published, sha256, sm3, leafIdx }: ReadVersion): Html {
  const base = `/p/${published.id}/v${published.version}`
  const { elsewhere } = published.published
  return html`<h2>凭证</h2><p>本版数据已登入${published.place.name}契约账第${leafIdx + 1}号。摘要：</p>
<p><code>SHA-256 ${sha256}</code><br><code>SM3 ${sm3}</code></p>
<p class="screen"><a href="${base}/package.json">下载本版数据原文</a>　<a href="${base}/proof.json">下载契约账证据包</a>　<a href="/verify">怎样核验</a></p>
${elsewhere && html`<p class="muted">另公开于：${elsewhere.carrier}${elsewhere.url && `，${elsewhere.url}`}${elsewhere.on && `，${elsewhere.on}`}${elsewhere.fileSha256 && html`；公开文件的 SHA-256 摘要 <code>${elsewhere.fileSha256}</code>`}。</p>`}`
}

/** The way to answer back, on screen and on paper: at the foot of every page about a project. */
export function feedbackPart(site: SiteWords, { id, version, project }: PublishedProject): Html {
  const here = `${site.address}/p/${id}/v${version}`
  return html`<div class="scan">${qrCode(`${here}/feedback`, `二维码：对${project.name}提意见`)}<p>扫码或打开 <a href="/p/${id}/v${version}/feedback">${here}/feedback</a> 反馈。<br>本页地址：${here}</p></div>`
}
