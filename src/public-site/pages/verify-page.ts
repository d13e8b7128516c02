import { html, type Html } from '../html.ts'

/** 怎样核验: what a citizen can check without this site, and how. */
export function verifyPage(): Html {
  return html`<h1>怎样核验公开的数据没有被改过</h1>
<p>每次公开，全部公开数据的摘要都登入当地的契约账。契约账只能增加、不能改动，每日出具凭证。您不用相信本站，自己就能核对：</p>
<h2>一、核对数据原文</h2>
<p>在项目页面下载“本版数据原文”（package.json），计算它的摘要，应与页面上写的一致：</p>
<pre>sha256sum package.json
openssl dgst -sm3 package.json</pre>
<h2>二、核对它在契约账里</h2>
<p>下载“契约账证据包”（proof.json），不连网络，用核验程序检查：</p>
<pre>jiheng verify proof.json</pre>
<p>核验程序会显示证据包里登记的摘要。它应与第一步算出的相同，并且“内容在账内”和“账册签名”都成立。核验方法写在产品文档《契约账》中，可以照着另写一个程序。</p>
<h2>三、核对账册没有换过</h2>
<p>以前在纸质文书上或别处保存过契约账凭证的，可以一并核对（--old 以前的凭证），能发现账册被倒退或另做一本。</p>
<h2>四、已经撤下的内容</h2>
<p>不应公开而公开了的，由两个人办理撤下，原址留有说明。它的摘要、登在契约账第几号不变，撤下本身也登入契约账，有自己的证据包（withdrawal.json）。撤下不能抹掉它曾经公开过。</p>
<p class="muted">刚刚公开的内容要等当日出具凭证以后才有证据包。核验证明的是“公开的内容没有被改过”，不证明内容本身属实。</p>`
}
