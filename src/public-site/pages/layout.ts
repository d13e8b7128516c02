import { type Html, html } from '../html.ts'

export type SiteWords = {
  /** Shown on every page while the data are invented. */
  readonly isDemonstration: boolean
  /** The address under which the public reaches the site, for QR codes and links on paper. */
  readonly address: string
}

/** The frame of every page. */
export function layout(site: SiteWords, title: string, body: Html): string {
  const page = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}—预算绩效公开</title><link rel="stylesheet" href="/style.css"></head>
<body><a class="skip" href="#content">跳到正文</a>
<header><a href="/">预算绩效公开</a><nav aria-label="主要栏目"><a href="/">查项目</a><a href="/data">开放数据</a><a href="/verify">怎样核验</a></nav></header>
<main id="content">${site.isDemonstration && html`<p class="notice">演示数据：单位、项目、金额、得分和意见均为虚构。</p>`}${body}</main>
<footer><p>这里只有已经批准公开的内容。公开后的更正另立新版本，原版本保留；撤下的在原址写明。本站不使用脚本，不记录您的身份，不设置 Cookie。</p></footer>
</body></html>`
  return page.markup
}
