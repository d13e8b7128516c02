import type { DocumentBlocks, TableBlock } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, heading, listTable, paragraph } from '../domain/documents/make-block.ts'
import type { ExanteDrawContent } from '../domain/forms/contents.ts'
import { formatDate } from '../domain/shared/dates.ts'
import { quote } from '../domain/shared/quote.ts'
import type { DocumentFrame, ProjectHead } from './shared/input.ts'
import { closingBlock, documentOf, formPage, titleBlock } from './shared/parts.ts'
import { firstText } from './shared/text.ts'

export type ExpertDrawInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  /** As it stood when the panel was drawn. */
  readonly content: Labelled<ExanteDrawContent>
  readonly drawId: string
  /** Who did it and when, in words: 示例县财政局 方晓禾 2026年12月1日10时00分. */
  readonly sealed?: string
  readonly drawn?: string
  /** Every replacement since, as far as there are any today. */
  readonly replacements: Labelled<ExanteDrawContent>['replacements']
}

/** 评估专家抽取记录: everything needed to draw again and to see that it comes out the same. */
export function buildExpertDraw(input: ExpertDrawInput): DocumentBlocks {
  const { frame, project, content } = input
  const roster = content.roster ?? []
  const excluded = roster.filter(({ reasons }) => firstText(reasons) !== '')
  return documentOf('评估专家抽取记录', frame, [
    formPage(
      'portrait',
      titleBlock('评估专家抽取记录', frame),
      paragraph(
        `${project.jurisdictionName}${project.fiscalYear}年度${quote(project.name)}（项目单位：${project.unitName}；主管部门：${project.departmentName}）事前绩效评估专家。`,
      ),
      heading(2, '一、封存'),
      paragraph(`名单共${roster.length}人，排除${excluded.length}人。`),
      facts([
        ['封存', input.sealed ?? '尚未封存'],
        ['名单摘要（SHA-256）', firstText(content.rosterHash, '尚未封存')],
      ]),
      quotaTable(content),
      rosterTable(content),
      ...(content.earlier?.length ? [earlierTable(content)] : []),
      heading(2, '二、公开数值'),
      facts([
        ['封存时确定的公开数值', firstText(content.publicValueName, '未填写')],
        ['公布日期', content.publicValueOn ? formatDate(content.publicValueOn) : ''],
        ['公布单位或网址', firstText(content.publicValueSource, '未填写')],
        ['公布的数值', firstText(content.publicValue, '尚未公布')],
      ]),
      heading(2, '三、抽取'),
      facts([
        ['抽取', input.drawn ?? '尚未抽取'],
        ['种子（SHA-256）', firstText(content.seed, '尚未抽取')],
      ]),
      panelTable(content),
      orderTable(content),
      heading(2, '四、抽取后的更换'),
      replacementTable(input),
      heading(2, '五、怎样重新计算'),
      paragraph(
        `抽取编号：${input.drawId}。在系统中下载抽取文件，按《专家抽取算法》（docs/expert-draw.md）或用其中的独立程序计算：种子为名单摘要、换行、公开数值连接后的 SHA-256；每名可抽取专家的排序值为种子、换行、登记编号连接后的 SHA-256，由小到大排列，各领域依次取前若干名；更换时递补同领域的下一名。`,
      ),
      closingBlock(frame),
    ),
  ])
}

/** Long digests want a line of their own. */
function facts(rows: readonly (readonly [label: string, value: string])[]): TableBlock {
  return listTable({ head: ['项目', '内容'], columns: columns([4, 'center'], 12), rows })
}

function quotaTable({ quotas }: Labelled<ExanteDrawContent>): TableBlock {
  return listTable({
    caption: '各领域人数',
    head: ['专业领域', '抽取人数'],
    columns: columns([4, 'center'], [3, 'center']),
    rows: (quotas ?? []).map(({ field, count }) => [field ?? '', String(count ?? '')]),
  })
}

function rosterTable({ roster }: Labelled<ExanteDrawContent>): TableBlock {
  return listTable({
    caption: '封存的名单',
    head: ['序号', '姓名', '专业领域', '工作单位', '排除理由'],
    columns: columns([1.1, 'center'], [1.9, 'center'], 2.6, 4.6, 6),
    rows: (roster ?? []).map(({ name, fields, employer, reasons }, index) => [
      String(index + 1),
      name ?? '',
      (fields ?? []).join('、'),
      employer ?? '',
      firstText(reasons, '可抽取'),
    ]),
  })
}

function earlierTable({ earlier }: Labelled<ExanteDrawContent>): TableBlock {
  return listTable({
    caption: '此前作废的抽取',
    head: ['抽取编号', '作废理由'],
    columns: columns(5, 9),
    rows: (earlier ?? []).map(({ draw, reason }) => [draw ?? '', reason ?? '']),
  })
}

function panelTable({ panel }: Labelled<ExanteDrawContent>): TableBlock {
  return listTable({
    caption: '抽中的专家',
    head: ['专业领域', '专家', '次序'],
    columns: columns([3, 'center'], [4, 'center'], [2, 'center']),
    rows: (panel ?? []).map(({ field, person, place }) => [field ?? '', person ?? '', String(place ?? '')]),
    whenEmpty: '尚未抽取',
  })
}

function orderTable({ order }: Labelled<ExanteDrawContent>): TableBlock {
  return listTable({
    caption: '全部次序',
    head: ['次序', '专家', '排序值'],
    columns: columns([1.2, 'center'], [2.4, 'center'], 12),
    rows: (order ?? []).map(({ place, person, key }) => [String(place ?? ''), person ?? '', key ?? '']),
    whenEmpty: '尚未抽取',
  })
}

function replacementTable({ replacements }: ExpertDrawInput): TableBlock {
  return listTable({
    head: ['日期', '专业领域', '原专家', '递补专家', '理由'],
    columns: columns([2.4, 'center'], [1.8, 'center'], [2, 'center'], [2, 'center'], 6),
    rows: (replacements ?? []).map(({ on, field, replaced, successor, reason }) => [
      on ?? '',
      field ?? '',
      replaced ?? '',
      firstText(successor, '无人递补'),
      reason ?? '',
    ]),
    whenEmpty: '没有更换',
  })
}
