import type { PackForm, PackParameter, PackParts } from '../../domain/blueprint/index.ts'
import type { Block } from '../../domain/documents/block.ts'
import { columns, heading, listTable } from '../../domain/documents/make-block.ts'
import { ROLES, type Role } from '../../domain/org/roles.ts'
import { RECORD_KINDS } from '../../domain/record-kinds.ts'
import { STANDINGS } from '../../domain/shared/standing.ts'
import type { PlanStage, RecordKind } from '../../domain/workflow/record-kind.ts'
import type { ActionDefinition } from '../../domain/workflow/workflow.ts'

/** Which parameters a chapter speaks of, besides those of its own stage. */
const BESIDES: Readonly<Partial<Record<PlanStage, readonly string[]>>> = { targets: ['budget', 'project'] }

/** One of the five stages: how it goes, on which forms, by which values. */
export function stageChapter(stage: PlanStage, parts: PackParts): readonly (readonly [string, Block[]])[] {
  const own = <T extends { readonly id: string }>(all: readonly T[], separator: string) =>
    all.filter(({ id }) => [stage, ...(BESIDES[stage] ?? [])].includes(id.split(separator)[0] ?? ''))
  const sections: readonly (readonly [string, Block[]])[] = [
    ['办理程序', procedureOf(stage)],
    ['使用的表单', own(parts.forms, '/').flatMap(formBlocks)],
    ['参数取值和依据', valueBlocks(own(parts.parameters, '.'))],
    ['时限和日程', valueBlocks(own(parts.calendars, '.'))],
    ['模板和风险规则', valueBlocks(own(parts.templates, '.'))],
  ]
  return sections.filter(([, blocks]) => blocks.length > 0)
}

function procedureOf(stage: PlanStage): Block[] {
  const kinds = RECORD_KINDS.filter((kind) => kind.stage === stage)
  return kinds.flatMap((kind, index) => [heading(3, `${index + 1}.${kind.title}`), stepTable(kind)])
}

/** Who does what, from the same table that decides it. */
function stepTable({ workflow }: RecordKind): Block {
  const title = (state: string) => workflow.states[state]?.title ?? state
  return listTable({
    head: ['步骤', '由谁办理', '办理前', '办理后', '岗位分离'],
    columns: columns(2.4, 3, 2.6, 2.2, 2.6),
    rows: Object.values(workflow.actions)
      .filter(({ isSystem }) => !isSystem)
      .map((action) => [
        action.title,
        whoTakes(action),
        action.from.map(title).join('、'),
        title(action.to),
        (action.notBy ?? []).map((name) => workflow.actions[name]?.title ?? name).join('、'),
      ]),
  })
}

type Section = { readonly title: string; readonly fields: readonly Field[] }
type Field = { readonly label: string; readonly columns?: readonly Field[] }

function formBlocks({ title, uses, definition }: PackForm): Block[] {
  const { sections = [] } = definition as { readonly sections?: readonly Section[] }
  return [
    listTable({
      caption: `${title}（试点中用过${uses}次）`,
      head: ['栏目', '填写内容'],
      columns: columns(2.6, 9),
      rows: sections.map((section) => [section.title, section.fields.map(fieldText).join('；')]),
    }),
  ]
}

function fieldText({ label, columns: inner }: Field): string {
  return inner && inner.length > 0 ? `${label}（${inner.map((one) => one.label).join('、')}）` : label
}

/** Each value with its source, how sure it is, and where it was in force. */
function valueBlocks(values: readonly PackParameter[]): Block[] {
  if (values.length === 0) return []
  return [
    listTable({
      head: ['名称', '取值', '依据', '来历', '执行地区'],
      columns: columns(2.6, 4.4, 3.4, [1.4, 'center'], 1.8),
      size: 'tiny',
      rows: values.map((one) => [
        one.title,
        one.text,
        `${one.sourceTitle} ${one.article}`,
        `${STANDINGS[one.standing]}${one.isChecked ? '' : '，待核对'}`,
        one.places.join('、'),
      ]),
    }),
  ]
}

/** 第三方机构、评价组成员（主管部门、专家）: posts, and those of which only the people named in the record act. */
function whoTakes({ by, named }: ActionDefinition): string {
  const titles = (roles: readonly Role[]) => roles.map((role) => ROLES[role]).join('、')
  if (named === undefined) return titles(by)
  const others = by.filter((role) => !named.of.includes(role))
  const people = `${named.duty === 'leader' ? '评价组组长' : '指定的人员'}（${titles(by.filter((role) => named.of.includes(role)))}）`
  return others.length === 0 ? people : `${titles(others)}或${people}`
}
