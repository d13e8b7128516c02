import { html, type Html } from '../html.ts'
import type { Facets } from '../read-publications.ts'

/** 开放数据: what there is, in which form, and where. */
export function dataPage({ places, years }: Facets): Html {
  return html`<h1>开放数据</h1>
<p>每个地区每年一个数据包，按数据包规范（Data Package v2）编排：表格是 CSV，可用 WPS 打开，同样的数据另有 JSON；字段的含义、单位和类型写在 datapackage.json 中；附契约账证据包，可离线核验。可以自由使用，请注明来源。</p>
${places.map(
  ({ code, name }) =>
    html`<h2>${name}</h2><ul>${years.map(
      (year) =>
        html`<li>${year}年：<a href="/data/${code}/${year}">下载数据包（zip）</a>　<a href="/data/${code}/${year}/datapackage.json">datapackage.json</a></li>`,
    )}</ul>`,
)}
<p class="muted">没有公开内容的年度没有数据包。单个项目、部门整体或政策的数据包在各自页面下载。</p>`
}
