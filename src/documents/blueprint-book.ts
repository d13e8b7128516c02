import type { Pack, PackIndicator, PackRubric } from '../domain/blueprint/index.ts'
import type { Block, DocumentBlocks, DocumentSection } from '../domain/documents/block.ts'
import {
  columns,
  flatten,
  heading,
  listTable,
  paragraph,
  paragraphs,
} from '../domain/documents/make-block.ts'
import { levelTitles } from '../domain/indicators/index.ts'
import { PLAN_STAGES, STAGES, type PlanStage } from '../domain/workflow/record-kind.ts'
import { stageChapter } from './blueprint/stage-chapter.ts'
import type { DocumentFrame } from './shared/input.ts'
import { documentOf, referenceBlock } from './shared/parts.ts'
import { numberedTitle } from './shared/stage-part.ts'
import { day, weight } from './shared/text.ts'

export type BlueprintBookInput = {
  readonly frame: DocumentFrame
  readonly pack: Pack
  /** Names of the sectors of the indicator library. */
  readonly sectors: readonly { readonly id: string; readonly title: string }[]
}

/** A chapter: what stands before its sections, and those, which the contents name. */
type Chapter = {
  readonly title: string
  readonly before?: readonly Block[]
  readonly sections: readonly (readonly [string, Block[]])[]
}

/** 《预算绩效规范管理蓝本》: cover, contents, the five stages, cases, lessons, annexes (plan 四（一）). */
export function buildBlueprintBook({ frame, pack, sectors }: BlueprintBookInput): DocumentBlocks {
  const { manifest, parts } = pack
  const chapters = chaptersOf(pack)
  const annexes: readonly { readonly title: string; readonly blocks: Block[] }[] = [
    { title: '附件1　绩效指标表', blocks: sectorTables(parts.indicators, sectors) },
    { title: '附件2　事前绩效评估评分指标体系', blocks: parts.rubrics.flatMap(rubricTable) },
  ]
  const entries = [
    ...chapters.flatMap(({ title, sections }, chapter) => [
      { level: 1 as const, text: numberedTitle(1, chapter + 1, title), anchor: `chapter_${chapter + 1}` },
      ...sections.map(([name], section) => ({
        level: 2 as const,
        text: numberedTitle(2, section + 1, name),
        anchor: `chapter_${chapter + 1}_${section + 1}`,
      })),
    ]),
    ...annexes.map(({ title }, index) => ({ level: 1 as const, text: title, anchor: `annex_${index + 1}` })),
  ]
  const contents: DocumentSection = {
    page: 'letter',
    orientation: 'portrait',
    blocks: [
      { kind: 'title', text: '目　录' },
      { kind: 'contents', entries },
    ],
  }
  const text: DocumentSection = {
    page: 'letter',
    orientation: 'portrait',
    blocks: flatten(chapters.flatMap(chapterBlocks), referenceBlock(frame.references)),
  }
  return documentOf(`${manifest.name}（${manifest.version}版）`, frame, [
    coverOf(pack),
    contents,
    text,
    ...annexes.map(({ title, blocks }, index) => annexSection(title, `annex_${index + 1}`, blocks)),
  ])
}

function coverOf({ manifest }: Pack): DocumentSection {
  return {
    page: 'cover',
    orientation: 'portrait',
    blocks: [
      {
        kind: 'cover',
        title: manifest.name,
        lines: [
          { label: '版本', value: `${manifest.version}版` },
          { label: '取自试点', value: `${manifest.pilots.length}个市、县（区）` },
        ],
        issuer: manifest.publisher,
        date: day(manifest.publishedOn),
      },
    ],
  }
}

function chaptersOf(pack: Pack): Chapter[] {
  const { manifest, parts } = pack
  const pilots = listTable({
    head: ['序号', '试点地区', '验收日期', '验收文号'],
    columns: columns([1, 'center'], 3, 3, 4.5),
    rows: manifest.pilots.map(({ place, acceptedOn, documentNumber }, index) => [
      String(index + 1),
      place,
      day(acceptedOn),
      documentNumber,
    ]),
  })
  return [
    {
      title: '编制说明',
      before: paragraphs(manifest.purpose),
      sections: [
        ['蓝本来源', [paragraph('本蓝本取自下列经自治区财政部门验收合格的试点。'), pilots]],
        ['怎样采用', HOW_TO_USE.map((one) => paragraph(one))],
        ['文件摘要', digestBlocks(pack)],
      ],
    },
    ...PLAN_STAGES.map((stage) => ({ title: STAGES[stage], sections: stageChapter(stage, parts) })),
    {
      title: '案例',
      before: [paragraph(parts.cases[0]?.rule ?? '本版没有案例。')],
      sections: parts.cases.map(
        ({ title, stages }) =>
          [
            title,
            stages.flatMap(({ stage, text }, index) => [
              heading(3, `${index + 1}.${STAGES[stage]}`),
              ...paragraphs(text),
            ]),
          ] as const,
      ),
    },
    { title: '经验做法', sections: lessonSections(parts.lessons) },
  ]
}

const HOW_TO_USE = [
  '各地可以把蓝本文件装入系统，系统逐项列出与本地现行规定的差别；法定的和上级统一规定的内容不能改动，系统写明原因。',
  '由财政绩效股提出采用哪些内容、从哪一天起执行，不采用的写明原因，由分管领导审定。审定后，参数、监控模板、时限和评分指标体系从生效日期起执行，其中按预算年度取值的从以后开始的年度起；绩效指标审定后即可选用；都注明来自蓝本。表单随系统版本提供，蓝本中的表单供对照。',
  '停止采用的，由财政绩效股另行提出并写明理由，经审定后，从写明的日期起恢复为没有采用时的规定，尚未生效的一并停止；已办理的事项不受影响。',
] as const

function digestBlocks({ digest }: Pack): Block[] {
  return [
    paragraph('收到蓝本文件后，可以用下列摘要核对是否为原件。'),
    listTable({
      head: ['算法', '摘要'],
      columns: columns([1.6, 'center'], 8),
      size: 'tiny',
      rows: [
        ['SM3', digest.sm3],
        ['SHA-256', digest.sha256],
      ],
    }),
  ]
}

function lessonSections(lessons: Pack['parts']['lessons']): (readonly [string, Block[]])[] {
  return PLAN_STAGES.flatMap((stage: PlanStage) => {
    const own = lessons.filter((one) => one.stage === stage)
    if (own.length === 0) return []
    const table = listTable({
      head: ['问题', '有效做法', '数字', '出处'],
      columns: columns(3.4, 4.4, 2, 2.2),
      rows: own.map(({ problem, practice, figure, trace }) => [problem, practice, figure, trace]),
    })
    return [[STAGES[stage], [table]] as const]
  })
}

function chapterBlocks({ title, before = [], sections }: Chapter, chapter: number): Block[] {
  const anchor = `chapter_${chapter + 1}`
  return [
    ...(chapter === 0 ? [] : [{ kind: 'pageBreak' } as const]),
    { ...heading(1, numberedTitle(1, chapter + 1, title)), anchor },
    ...before,
    ...sections.flatMap(([name, blocks], section) => [
      { ...heading(2, numberedTitle(2, section + 1, name)), anchor: `${anchor}_${section + 1}` },
      ...blocks,
    ]),
  ]
}

function annexSection(entry: string, anchor: string, blocks: readonly Block[]): DocumentSection {
  const [label = '', title = ''] = entry.split('　')
  return {
    page: 'form',
    orientation: 'landscape',
    blocks: [{ ...heading(1, label), anchor }, { kind: 'title', text: title }, ...blocks],
  }
}

function sectorTables(indicators: readonly PackIndicator[], sectors: BlueprintBookInput['sectors']): Block[] {
  const groups = Map.groupBy(indicators, ({ indicator }) => indicator.sector)
  return [...groups].map(([sector, own]) =>
    listTable({
      caption: sectors.find(({ id }) => id === sector)?.title ?? sector,
      head: ['编号', '层级', '指标', '口径', '示例', '数据来源', '依据', '修订地区'],
      columns: columns(1.5, 2, 2.4, 5, 1.6, 2.2, 2.6, 1.4),
      size: 'tiny',
      rows: own.map(({ indicator, cited, revisedBy }) => [
        indicator.id,
        levelTitles(indicator.level1, indicator.level2).join('·'),
        indicator.name,
        indicator.definition,
        indicator.example,
        indicator.dataSource,
        cited,
        revisedBy ?? '',
      ]),
    }),
  )
}

function rubricTable({ subject, place, basis, dimensions, items }: PackRubric): Block[] {
  const names = new Map(dimensions.map(({ code, name }) => [code, name]))
  return [
    listTable({
      caption: `${subject === 'policy' ? '政策' : '项目'}评分指标体系（${place}）`,
      head: ['维度', '编号', '评估要点', '分值'],
      columns: columns(3, 2, 9, [1.4, 'right']),
      rows: items.map(({ dimension, itemCode, item, weight_x100 }) => [
        names.get(dimension) ?? dimension,
        itemCode,
        item,
        weight(weight_x100),
      ]),
    }),
    paragraph(`依据：${basis}。`),
  ]
}
