import type { Draft, DraftRow } from '../clean/draft.ts'
import { printMeasure, printNumber } from '../clean/values.ts'
import { bareName, filledRows, numberRows, pickOrNull, printed, type Fault, SCORED } from './fault.ts'

const TARGETED = [...SCORED, 'declaration', 'scoresOnly'] as const

/** Under a row with 其中 rows the values may stand there. */
function hasParts(row: DraftRow, draft: Draft): boolean {
  return draft.rows[draft.rows.indexOf(row) + 1]?.measure.type === 'child'
}

export const scoreWithoutValue: Fault = {
  code: 'CHK-SCORE-WITHOUT-VALUE',
  family: 'wording',
  forms: SCORED,
  plant(draft, random) {
    draft.reached = null
    const row = random.pick(filledRows(draft).filter((one) => !hasParts(one, draft)))
    const way = random.int(0, 2)
    if (way === 0) row.target = ''
    else if (way === 1) row.actual = ''
    else {
      if (row.measure.type !== 'number') return null
      row.actual = random.pick([
        '完成',
        '已到位',
        '按计划推进',
        '严格执行',
        '已支付',
        '全部落实',
        '符合规定',
        '正在实施',
      ])
    }
    row.score_x100 = row.weight_x100
    row.reason = ''
    return printed(draft, `目标“${row.target}”实际“${row.actual}”`, row)
  },
}

/** Thirty ways to say nothing measurable; a check must know the kind, not the list. */
const WORDS = [
  '及时完成',
  '合格',
  '达到标准',
  '按规定执行',
  '若干',
  '全面覆盖',
  '严格控制',
  '符合要求',
  '有效控制',
  '保质保量',
  '按期推进',
  '较好',
  '大幅提高',
  '满足需要',
  '应改尽改',
  '按计划实施',
  '控制在预算内',
  '进一步加强',
  '规范',
  '不断完善',
  '符合国家标准',
  '高质量完成',
  '在规定时间内完成',
  '尽快',
  '优良',
  '多次',
  '足额',
  '逐年提升',
  '从严从紧',
  '显著',
]

export const notQuantified: Fault = {
  code: 'CHK-NOT-QUANTIFIED',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    const row = pickOrNull(
      filledRows(draft).filter(
        (one) => /^(数量|质量|时效|成本|经济成本)/.test(one.level2) && one.measure.type !== 'yesno',
      ),
      random,
    )
    if (!row) return null
    row.target = random.pick(WORDS)
    draft.goal = '改善基本公共服务，保障群众基本需求。'
    return printed(draft, `${row.level2} ${row.name} 目标“${row.target}”`, row)
  },
}

/** The template's （≥**户） in the name is a sign as good as one in the cell. */
const SIGN_IN_NAME = /[≥≤≧≦<>=＝]/

export const noOperator: Fault = {
  code: 'CHK-NO-OPERATOR',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    const row = pickOrNull(
      numberRows(draft).filter(
        ({ measure, name }) =>
          !SIGN_IN_NAME.test(name) &&
          measure.target > 0 &&
          !(measure.unit === '%' && measure.target === 100 * 10 ** measure.decimals),
      ),
      random,
    )
    if (!row) return null
    row.target = `${printNumber(row.measure.target, row.measure.decimals)}${row.measure.unit}`
    return printed(draft, `${row.name} 目标“${row.target}”`, row)
  },
}

export const noUnit: Fault = {
  code: 'CHK-NO-UNIT',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    const row = pickOrNull(
      numberRows(draft).filter(
        ({ measure, name }) =>
          measure.unit !== '%' &&
          measure.unit !== '‰' &&
          !name.includes(measure.unit) &&
          measure.target > 0 &&
          !/率|比例|人数|[元天年月时期次]/.test(name),
      ),
      random,
    )
    if (!row) return null
    row.target = `${draft.style.signs[row.measure.sign]}${printNumber(row.measure.target, row.measure.decimals)}`
    row.actual = printNumber(row.measure.actual, row.measure.decimals)
    return printed(draft, `${row.name} 目标“${row.target}”`, row)
  },
}

export const valueInName: Fault = {
  code: 'CHK-VALUE-IN-NAME',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    draft.reached = null
    const row = pickOrNull(
      filledRows(draft).filter(
        ({ measure }) =>
          measure.type === 'date' ||
          (measure.type === 'number' && measure.unit !== '%' && measure.target > 0),
      ),
      random,
    )
    if (!row) return null
    const instead = () => random.pick(['', '100%', '完成', '达标', '100%'])
    if (row.measure.type === 'date') {
      row.name = random.pick([
        `${row.measure.month}月底前完成全部任务`,
        `${draft.year}年${row.measure.month}月${row.measure.day}日前完工`,
        `${draft.year}年`,
        `${row.measure.month}月${row.measure.day}日之前投入使用`,
      ])
      row.target = instead()
    } else if (row.measure.type === 'number') {
      const figure = `${printNumber(row.measure.target, row.measure.decimals)}${row.measure.unit}`
      if (random.chance(30)) row.name = figure
      else {
        row.name = random.pick([
          `${bare(row.name)}${figure}`,
          `${figure}${bare(row.name)}`,
          `${bare(row.name)}不少于${figure}`,
        ])
        row.target = instead()
      }
    }
    return printed(draft, `名称“${row.name}”目标“${row.target}”`, row)
  },
}

function bare(name: string): string {
  return bareName(name).replace(/(数量|人数|次数|里程|面积|长度|批次|人次|期数|份数|件数|场次)$/, '')
}

export const direction: Fault = {
  code: 'CHK-DIRECTION',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    const row = pickOrNull(
      numberRows(draft).filter(
        ({ measure, level2, name }) =>
          measure.target > 0 &&
          ((measure.sign === 'le' &&
            ((/成本/.test(level2) && !/补助|补贴|标准|额度/.test(name.replace(/.*总支出/, ''))) ||
              /误报|事故|死亡|投诉|返工|受害|纠错/.test(name))) ||
            (measure.sign === 'ge' && level2 === '数量指标') ||
            (measure.sign === 'eq' && measure.unit === '%')),
      ),
      random,
    )
    if (!row) return null
    const { measure } = row
    const way = measure.sign === 'le' ? 'ge' : measure.sign === 'ge' ? 'le' : 'ge'
    measure.actual = measure.target
    if (row.reason !== '') return null
    row.measure = { ...measure, sign: way }
    row.target = `${draft.style.signs[way]}${printNumber(measure.target, measure.decimals)}${measure.unit}`
    row.actual = `${printNumber(measure.target, measure.decimals)}${measure.unit}`
    return printed(draft, `${row.level2} ${row.name} 目标“${row.target}”`, row)
  },
}

export const copiedActual: Fault = {
  code: 'CHK-COPIED-ACTUAL',
  family: 'wording',
  forms: [...SCORED, 'scoresOnly'],
  plant(draft, random) {
    draft.reached = null
    const row = pickOrNull(
      numberRows(draft).filter((one) => one.reason === '' && !one.measure.isTotalCost),
      random,
    )
    if (!row) return null
    const { measure } = row
    measure.actual = measure.target
    printMeasure(row, draft, random)
    const figure = `${printNumber(measure.target, measure.decimals)}${measure.unit}`
    row.actual = random.pick(
      measure.sign === 'le'
        ? [
            `${draft.style.signs.le}${figure}`,
            `${figure}以内`,
            `不超过${figure}`,
            `≤${figure}`,
            `${figure}及以下`,
            `不高于${figure}`,
          ]
        : [
            `${draft.style.signs.ge}${figure}`,
            `${figure}以上`,
            `不低于${figure}`,
            `≥${figure}`,
            `${figure}及以上`,
            `不少于${figure}`,
          ],
    )
    return printed(draft, `目标“${row.target}”实际“${row.actual}”`, row)
  },
}
