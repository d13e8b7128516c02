import { html, type Html } from '../html.ts'
import type { Withdrawal } from '../read-withdrawals.ts'
import { facts } from './parts.ts'

/** What stands where a version was taken down: that it was there, since when it is not, and why as far as it is told. */
export function withdrawnPage(
  { id, version, place, year, name, ...one }: Withdrawal,
  newest: number | undefined,
): Html {
  const base = `/p/${id}/v${version}`
  const what = one.occasion === 'target' ? '绩效目标' : '评价结果'
  return html`<h1>${name ?? '这项公开内容'}（第${version}版）已经撤下</h1>
<p class="notice">${one.said}</p>
${facts([
  ['公开编号', id],
  ['地区和年度', `${place}　${year}年`],
  [`公开${what}`, one.publishedOn],
  ['撤下', one.withdrawnOn],
])}
<p>撤下由两个人办理：一人提出，另一人批准。这一版的页面、数据和反馈入口都不再提供。</p>
${newest !== undefined && html`<p><a href="/p/${id}/v${newest}">看这项内容还公开着的第${newest}版</a></p>`}
<h2>凭证</h2><p>它曾经公开、又已撤下，都登在${place}契约账里：公开登在第${one.packageIdx + 1}号，撤下登在第${one.leafIdx + 1}号。内容的摘要保留如下，以前保存过原文的，可以据此核对：</p>
<p><code>SHA-256 ${one.sha256}</code><br><code>SM3 ${one.sm3}</code></p>
<p class="screen">${name !== null && html`<a href="${base}/proof.json">下载公开时的契约账证据包</a>　`}<a href="${base}/withdrawal.json">下载撤下的契约账证据包</a>　<a href="/verify">怎样核验</a></p>
<p class="screen"><a href="/">查项目</a></p>`
}
