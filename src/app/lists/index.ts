import { listExpertEntries, listRubrics } from '../exante/index.ts'
import type { UseCase } from '../kernel/use-case.ts'
import { listRectification } from '../results/index.ts'
import { listRounds } from '../project/index.ts'
import { listExits } from '../results/index.ts'
import { listOfficeTargets } from '../targets/index.ts'
import { defineListExport, inWanYuan } from './define-list-export.ts'

const WAN = '金额单位：万元'

export const exportExpertRegister = defineListExport(listExpertEntries, {
  id: 'exante.exportExpertEntries',
  name: '专家库',
  columns: [
    { title: '地区', width: 16, cell: (row) => row.jurisdictionName },
    { title: '姓名', width: 12, cell: (row) => row.name },
    { title: '专业领域', width: 28, cell: (row) => row.fields.join('、') },
    { title: '职称', width: 18, cell: (row) => row.title },
    { title: '工作单位', width: 36, cell: (row) => row.employer },
    { title: '状态', width: 12, cell: (row) => row.stateTitle },
    { title: '原因', width: 36, cell: (row) => row.reason },
  ],
})

export const exportRounds = defineListExport(listRounds, {
  id: 'project.exportRounds',
  name: '预算编报轮次',
  unit: WAN,
  columns: [
    { title: '轮次', width: 20, cell: (row) => row.title },
    { title: '开始日期', width: 14, cell: (row) => row.opensOn },
    { title: '截止日期', width: 14, cell: (row) => row.closesOn },
    { title: '状态', width: 12, cell: (row) => row.stateTitle },
    { title: '已申报（项）', width: 14, isNumber: true, cell: (row) => row.declared },
    { title: '逾期申报（项）', width: 16, isNumber: true, cell: (row) => row.late },
    { title: '申报金额', width: 18, isNumber: true, cell: (row) => inWanYuan(row.amount_fen) },
  ],
})

export const exportOfficeTargets = defineListExport(listOfficeTargets, {
  id: 'targets.exportOfficeTargets',
  name: '部门整体和政策绩效目标',
  unit: WAN,
  columns: [
    { title: '部门', width: 32, cell: (row) => row.organisationName },
    { title: '表名', width: 36, cell: (row) => row.kindTitle },
    { title: '政策名称', width: 32, cell: (row) => row.policyName },
    { title: '金额', width: 16, isNumber: true, cell: (row) => inWanYuan(row.amount_fen) },
    { title: '所处环节', width: 12, cell: (row) => row.stateTitle },
    { title: '办理期限', width: 14, cell: (row) => (row.isFinal ? '' : row.dueOn) },
  ],
})

export const exportRubrics = defineListExport(listRubrics, {
  id: 'exante.exportRubrics',
  name: '评分指标体系各版本',
  columns: [
    { title: '适用对象', width: 16, cell: (row) => row.subject },
    { title: '生效日期', width: 14, cell: (row) => row.effectiveFrom },
    { title: '制定依据', width: 48, cell: (row) => row.basisText },
    { title: '状态', width: 12, cell: (row) => row.stateTitle },
    { title: '批准人', width: 12, cell: (row) => row.approvedBy },
    { title: '批准日期', width: 14, cell: (row) => row.approvedOn },
    { title: '现行', width: 8, cell: (row) => (row.isInForce ? '是' : '') },
  ],
})

export const exportRectification = defineListExport(listRectification, {
  id: 'results.exportRectification',
  name: '整改与跟踪',
  unit: WAN,
  columns: [
    { title: '项目', width: 36, cell: (row) => row.projectName },
    { title: '实施单位', width: 28, cell: (row) => row.unitName },
    { title: '主管部门', width: 28, cell: (row) => row.departmentName },
    { title: '整改通知文号', width: 24, cell: (row) => row.noticeNumber },
    { title: '序号', width: 8, isNumber: true, cell: (row) => row.problemNumber },
    { title: '问题', width: 48, cell: (row) => row.problem },
    { title: '整改类别', width: 16, cell: (row) => row.requirementTitle },
    { title: '所处环节', width: 18, cell: (row) => row.stateTitle },
    { title: '期限', width: 14, cell: (row) => row.dueOn },
    { title: '已延期', width: 10, cell: (row) => (row.isExtended ? '是' : '') },
    { title: '逾期', width: 22, cell: (row) => (row.isOverdue ? (row.escalation ?? '是') : '') },
    { title: '应收回', width: 14, isNumber: true, cell: (row) => inWanYuan(row.recover_fen) },
    { title: '核实收回', width: 14, isNumber: true, cell: (row) => inWanYuan(row.verifiedRecovered_fen) },
    { title: '屡查屡犯提示', width: 60, cell: (row) => row.repeat },
  ],
})
export const exportExits = defineListExport(listExits, {
  id: 'results.exportExits',
  name: '到期退出清单',
  unit: WAN,
  columns: [
    { title: '类别', width: 8, cell: (row) => row.kindTitle },
    { title: '代码', width: 22, cell: (row) => row.code },
    { title: '名称', width: 40, cell: (row) => row.name },
    { title: '主管部门', width: 30, cell: (row) => row.office },
    { title: '年度资金', width: 16, isNumber: true, cell: (row) => inWanYuan(row.amount_fen) },
    { title: '期限', width: 14, cell: (row) => row.periodEnd },
    { title: '列入原因', width: 22, cell: (row) => row.reasons },
    { title: '系统建议', width: 20, cell: (row) => row.recommendation },
    { title: '处理意见', width: 18, cell: (row) => row.decision },
    { title: '理由', width: 40, cell: (row) => row.decisionReason },
    { title: '环节', width: 14, cell: (row) => row.stateTitle },
  ],
})

export const listExports = [
  exportExits,
  exportExpertRegister,
  exportRounds,
  exportOfficeTargets,
  exportRubrics,
  exportRectification,
] as unknown as readonly UseCase[]
