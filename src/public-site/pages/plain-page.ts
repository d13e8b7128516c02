import { plainWords } from '../../domain/disclosure/plain-words.ts'
import { html, type Html } from '../html.ts'
import type { ReadVersion } from '../read-publications.ts'
import { head } from './project-page.ts'

/** 大白话. */
export function plainPage(read: ReadVersion): Html {
  return html`${head(read)}${plainWords(read.published).map(
    ({ question, answers }) =>
      html`<h2>${question}</h2>${answers.map((answer) => html`<p class="text">${answer}</p>`)}`,
  )}<p class="muted">以上文字由公开的数据直接生成，没有另加评论。</p>`
}
