import type { PublishedOffice } from '../../domain/disclosure/published-office.ts'
import type { PublishedProject } from '../../domain/disclosure/published-project.ts'
import { html, type Html } from '../html.ts'
import { facts, lines, table, wan } from './parts.ts'

/** The figures at the head of the page of a department or a policy. */
export function officeFacts({ project, target }: PublishedProject, office: PublishedOffice): Html {
  return facts([
    ['年度资金（万元）', wan(project.budget_fen)],
    ['其中财政拨款（万元）', wan(target?.fiscal_fen ?? '')],
    ...(office.kind === 'policy'
      ? ([['执行期资金总额（万元）', wan(office.periodTotal_fen)]] as const)
      : ([['年度主要任务', office.tasks.length === 0 ? '—' : `${office.tasks.length}项`]] as const)),
    ['绩效指标', target ? `${target.indicators.length}项` : '—'],
  ])
}

/** What the target of a department or a policy says beyond goal and indicators. */
export function officePart(office: PublishedOffice): Html {
  return office.kind === 'policy' ? policyPart(office) : wholePart(office)
}

function policyPart({ basis, beneficiaries, periodStart, periodEnd }: PublishedOffice): Html {
  return html`<h2>政策内容</h2>${periodStart && html`<p>执行期：${periodStart}至${periodEnd}。</p>`}
${basis && html`<h3>设立依据</h3>${lines(basis)}`}${beneficiaries && html`<h3>支持对象和标准</h3>${lines(beneficiaries)}`}`
}

function wholePart({ duty, tasks }: PublishedOffice): Html {
  return html`${duty && html`<h2>部门职责</h2>${lines(duty)}`}${
    tasks.length > 0 &&
    html`<h2>年度主要任务</h2>${table(
      '年度主要任务（金额单位：万元）',
      [
        { label: '任务' },
        { label: '主要内容' },
        { label: '预算金额', isNumber: true },
        { label: '财政拨款', isNumber: true },
        { label: '其他资金', isNumber: true },
      ],
      tasks.map((task) => [
        task.name,
        task.content,
        wan(task.total_fen),
        wan(task.fiscal_fen),
        wan(task.other_fen),
      ]),
    )}`
  }`
}
