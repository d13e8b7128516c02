import { html, type Html } from '../html.ts'
import type { ReadVersion } from '../read-publications.ts'
import { head } from './project-page.ts'

/** 我要反馈: one field and no name; what was wrong stands above, what was written stays. */
export function feedbackPage(
  read: ReadVersion,
  given: { readonly words: string; readonly problem?: string },
): Html {
  const { id, version } = read.published
  return html`${head(read)}<h2>我要反馈</h2>
<p>说说这个项目哪里与您了解的不一样，或者您的建议。财政部门看过以后才会公开答复。请不要写姓名、电话、身份证号等个人信息；要举报或查询个人事项的，请到财政部门当面办理。</p>
${given.problem && html`<p class="notice" role="alert">${given.problem}</p>`}
<form method="post" action="/p/${id}/v${version}/feedback"><label for="words">反馈内容（5至1000字）</label>
<textarea id="words" name="words" minlength="5" maxlength="1000" required>${given.words}</textarea>
<p><button>提交反馈</button></p></form>`
}

export function thanksPage(read: ReadVersion, number: string): Html {
  return html`${head(read)}<h2>反馈已经收到</h2><p role="status">受理编号<strong id="receipt">${number}</strong>。财政部门审核后，答复会公布在这个项目的页面上。</p>`
}
