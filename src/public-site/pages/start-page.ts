import { PUBLIC_KINDS } from '../../domain/disclosure/published-office.ts'
import { html, type Html } from '../html.ts'
import { type Facets, type Listed, PAGE_SIZE, type Wanted } from '../read-publications.ts'
import { points, wan } from './parts.ts'

const GRADES = ['优', '良', '中', '差']

/** 查项目: search, filters and the newest publications. */
export function startPage(
  wanted: Wanted,
  facets: Facets,
  { items, count }: { readonly items: readonly Listed[]; readonly count: number },
): Html {
  const isFiltered =
    wanted.words.length > 0 ||
    [wanted.place, wanted.year, wanted.kind, wanted.grade, wanted.category].some(Boolean)
  // Only projects have a grade and a category.
  const isOnlyProjects =
    wanted.kind === 'project' ||
    [wanted.grade, wanted.category].some(Boolean) ||
    facets.kinds.every((kind) => kind === 'project')
  return html`<h1>财政项目花了多少钱、办得怎么样</h1>
<p>按名称、单位、地区、年度、种类、等级和类别查找已经公开的项目、部门整体和政策绩效目标。</p>
<form class="search" method="get" action="/" role="search">
<label>名称、单位、部门或地区<br><input name="q" value="${wanted.words.join(' ')}" maxlength="60"></label>
${choice(
  'place',
  '地区',
  wanted.place,
  facets.places.map(({ code, name }) => [code, name]),
)}
${choice(
  'year',
  '年度',
  wanted.year,
  facets.years.map((year) => [String(year), `${year}年`]),
)}
${choice(
  'kind',
  '种类',
  wanted.kind,
  facets.kinds.map((one) => [one, PUBLIC_KINDS[one]]),
)}
${choice(
  'grade',
  '评价等级',
  wanted.grade,
  GRADES.map((grade) => [grade, grade]),
)}
${choice(
  'category',
  '项目类别',
  wanted.category,
  facets.categories.map((one) => [one, one]),
)}
<button>查找</button></form>
<p aria-live="polite">${count === 0 ? '没有找到。请换一个词，或去掉几个条件再查。' : `共${count}${isOnlyProjects ? '个项目' : '项'}${isFiltered ? '符合条件' : ''}。`}</p>
<ul class="items">${items.map(item)}</ul>
${pages(wanted, count)}`
}

function choice(
  name: string,
  label: string,
  chosen: string,
  options: readonly (readonly [value: string, said: string])[],
): Html {
  return html`<label>${label}<br><select name="${name}"><option value="">全部</option>${options.map(
    ([value, said]) =>
      value === chosen
        ? html`<option value="${value}" selected>${said}</option>`
        : html`<option value="${value}">${said}</option>`,
  )}</select></label>`
}

function item(one: Listed): Html {
  const result =
    one.kind !== 'project'
      ? '公开的是绩效目标'
      : one.grade
        ? `评价等级“${one.grade}”，${points(one.score_x100)}分`
        : '评价结果还没有公开'
  return html`<li><h2><a href="/p/${one.id}/v${one.version}">${one.name}</a></h2>
<p>${one.place}　${one.year}年　${one.kind !== 'project' && `${PUBLIC_KINDS[one.kind]}　`}${one.department}${one.kind === 'project' && `　${one.unit}`}${one.category && `　${one.category}`}</p>
<p>预算${wan(one.budget_fen)}万元；${result}。<span class="muted">${one.publishedOn}公开，第${one.version}版</span></p></li>`
}

function pages(wanted: Wanted, count: number): Html | undefined {
  const last = Math.ceil(count / PAGE_SIZE)
  if (last <= 1) return undefined
  const to = (page: number) => {
    const query = new URLSearchParams({ q: wanted.words.join(' '), page: String(page) })
    for (const name of ['place', 'year', 'kind', 'grade', 'category'] as const)
      if (wanted[name]) query.set(name, wanted[name])
    return `/?${query.toString()}`
  }
  return html`<nav class="pages" aria-label="翻页">${wanted.page > 1 && html`<a href="${to(wanted.page - 1)}">上一页</a>`}
<span>第${wanted.page}页，共${last}页</span>${wanted.page < last && html`<a href="${to(wanted.page + 1)}">下一页</a>`}</nav>`
}
