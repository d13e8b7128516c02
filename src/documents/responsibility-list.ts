import type { DocumentBlocks } from '../domain/documents/block.ts'
import { cell, columns, head, mergeDown, paragraph, row, table } from '../domain/documents/make-block.ts'
import { type AnswerableAct, DUTIES, type Duty, groupByPerson } from '../domain/results/index.ts'
import type { DocumentFrame, ProjectHead } from './shared/input.ts'
import { closingBlock, documentOf, formPage } from './shared/parts.ts'
import { day, firstText, money } from './shared/text.ts'

export type ResponsibilityListInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly acts: readonly AnswerableAct[]
  /** The day it was printed. */
  readonly asOf: string
}

/**
 * 项目责任清单 (谁干事谁花钱，谁花钱谁担责, plan 三(五)): first by duty, then person by person. It states who did
 * what and when; consequences are for people to decide.
 */
export function buildResponsibilityList(input: ResponsibilityListInput): DocumentBlocks {
  const { project, acts } = input
  return documentOf('项目责任清单', input.frame, [
    formPage(
      'portrait',
      { kind: 'title', text: '项目责任清单' },
      paragraph(
        `${project.name}（${project.fiscalYear}年度，预算${money(project.annual_fen)}万元），实施单位：${project.unitName}，` +
          `主管部门：${project.departmentName}，项目负责人：${firstText(project.projectPerson, '未填写')}，` +
          `单位负责人：${firstText(project.unitHead, '未填写')}，主管部门负责人：${firstText(project.departmentHead, '未填写')}。` +
          `本清单按办理记录生成，截至${day(input.asOf)}，只记录谁在何时办理了什么，不自动作出处理。`,
      ),
      dutyTable(acts),
      personTable(acts),
      closingBlock(input.frame),
    ),
  ])
}

function dutyTable(acts: readonly AnswerableAct[]) {
  const rows = (Object.keys(DUTIES) as Duty[]).flatMap((duty) =>
    acts.filter((act) => act.duty === duty).map((act) => ({ ...act, title: DUTIES[duty] })),
  )
  const spans = mergeDown(rows.map(({ title }) => title))
  return table({
    caption: '一、按责任环节',
    columns: columns([2, 'center'], 5.6, [2, 'center'], 4, [2.8, 'center']),
    headerRows: 1,
    size: 'small',
    rows: [
      row(...['环节', '办理事项', '办理人', '单位和岗位', '日期'].map((text) => head(text))),
      ...rows.map((act, at) => {
        const span = spans[at]
        return row(
          ...(span === undefined ? [] : [cell(act.title, { rowSpan: span, align: 'center' })]),
          act.act,
          act.personName,
          `${act.organisationName}${act.roleTitle}`,
          day(act.actedOn),
        )
      }),
    ],
  })
}

function personTable(acts: readonly AnswerableAct[]) {
  return table({
    caption: '二、按责任人',
    columns: columns([2, 'center'], 4, 10.4),
    headerRows: 1,
    size: 'small',
    rows: [
      row(...['责任人', '单位', '所负责任'].map((text) => head(text))),
      ...groupByPerson(acts).map(({ personName, organisationName, duties }) =>
        row(
          personName,
          organisationName,
          duties.map(({ duty, acts: own }) => `${DUTIES[duty]}${own.length}次`).join('、'),
        ),
      ),
    ],
  })
}
