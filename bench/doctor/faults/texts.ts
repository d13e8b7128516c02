import { printMoney } from '../clean/funds.ts'
import { printPoints } from '../clean/scores.ts'
import { PLACES, SECTORS } from '../clean/sectors.ts'
import { printNumber } from '../clean/values.ts'
import type { Draft } from '../clean/draft.ts'
import type { Random } from '../random.ts'
import { bareName, filledRows, numberRows, pickOrNull, printed, type Fault, SCORED } from './fault.ts'

const TARGETED = [...SCORED, 'declaration', 'scoresOnly'] as const

export const yearMismatch: Fault = {
  code: 'CHK-YEAR-MISMATCH',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    const wrong = draft.year + random.pick([-1, -1, -2, -3, 1, 2])
    const way = random.int(0, 4)
    const dated = draft.rows.filter((row) => row.measure.type === 'date')
    if (way <= 1 && dated.length > 0) {
      const row = random.pick(dated)
      if (row.measure.type !== 'date') return null
      const { month, day } = row.measure
      row.target = random.pick([
        `${wrong}年${month}月底前`,
        `${wrong}年${month}月${day}日前完成`,
        `${wrong}.${month}.${day}前`,
        `${wrong}-${String(month).padStart(2, '0')}-${day}前`,
        `${wrong}年底`,
        `${wrong}年度内完成`,
        `${String(wrong).slice(2)}年${month}月底前`,
      ])
      return printed(draft, `${draft.year}年的表，时限“${row.target}”`, row)
    }
    if (way === 2) {
      draft.goal = random.pick([
        `${wrong}年${draft.goal}`,
        `${draft.goal}${wrong}年底前全面完成。`,
        `通过${wrong}年度资金支持，${draft.goal}`,
      ])
      return printed(draft, `${draft.year}年的表，目标文字“${draft.goal}”`)
    }
    if (way === 3) {
      const row = random.pick(filledRows(draft))
      row.name = random.pick([
        `${wrong}年${row.name}`,
        `${row.name}（${wrong}年）`,
        `${wrong}年度${row.name}`,
      ])
      return printed(draft, `${draft.year}年的表，名称“${row.name}”`, row)
    }
    if (draft.form === 'declaration') return null
    draft.conclusions = random.pick([
      `${wrong}年度项目已全部完成，资金使用规范。`,
      `${wrong}年，项目单位按照计划推进各项工作。存在问题：资料归档不及时。`,
    ])
    return printed(draft, `${draft.year}年的表，结论“${draft.conclusions}”`)
  },
}

/** Names that can belong to one kind of project only; 演练 or 满意度 could stand in any. */
const UNMISTAKABLE =
  /危房|公路|路面|护栏|农田|泵站|灌溉|学生|营养膳食|培训班|培训人数|藏书|演出|高血压|疫苗|孕产妇|污水|管网|高新技术企业|发明专利|服务器|造林|防火隔离带|护林员|沙袋|雨量站|老年食堂|适老化/

export const textMismatch: Fault = {
  code: 'CHK-TEXT-MISMATCH',
  family: 'wording',
  forms: ['national', 'costFirst', 'transfer', 'declaration', 'scoresOnly'],
  plant(draft, random) {
    // A city may name its districts and a county its towns: only a place of the same rank is another's.
    const other = random.pick(
      PLACES.filter((place) => place.county !== draft.place.county && /[县区]$/.test(place.county)),
    )
    const hasCounty = /[县区]$/.test(draft.place.county)
    const hasTown = `${draft.unit}${draft.projectName}`.includes(draft.place.town)
    const foreign = random.pick(
      SECTORS.filter(
        (sector, index) =>
          index !== draft.sector && !sector.whole && sector.department !== SECTORS[draft.sector]?.department,
      ),
    )
    const isDeclared = draft.form === 'declaration'
    switch (random.int(0, 4)) {
      case 0:
        if (!hasCounty) return null
        draft.goal = `${random.pick([other.county, `${other.county}${other.towns[0]}`])}${draft.goal}`
        return printed(draft, `${draft.projectName}／${draft.unit}的表，目标写“${draft.goal}”`)
      case 1: {
        // As an output: a benefit may lie in any field.
        const row = pickOrNull(
          filledRows(draft).filter(({ level2 }) => /^(数量|质量)/.test(level2)),
          random,
        )
        const strange = pickOrNull(
          foreign.indicators.filter((one) => UNMISTAKABLE.test(one.name)),
          random,
        )
        if (!row || !strange) return null
        row.name = strange.name
        return printed(draft, `${draft.projectName}的表，名称“${row.name}”`, row)
      }
      case 2:
        draft.goal = `${foreign.lead}推进${foreign.project}，${foreign.tail}`
        return printed(draft, `${draft.projectName}的表，目标写“${draft.goal}”`)
      case 3:
        if (isDeclared) return null
        draft.conclusions = random.pick([
          `${other.county}${foreign.project}项目已完成，资金使用合规。`,
          `${foreign.project}项目总体完成较好。存在问题：资料归档不及时。`,
        ])
        return printed(draft, `${draft.projectName}的表，结论“${draft.conclusions}”`)
      default: {
        if (!hasCounty) return null
        const row = random.pick(filledRows(draft))
        row.name = `${random.pick([other.county, hasTown ? random.pick(other.towns) : other.county])}${bareName(row.name)}`
        return printed(draft, `${draft.projectName}的表，名称“${row.name}”`, row)
      }
    }
  },
}

export const numberConflict: Fault = {
  code: 'CHK-NUMBER-CONFLICT',
  family: 'wording',
  forms: [...SCORED, 'declaration'],
  plant(draft, random) {
    const way = random.int(0, 4)
    if (way === 0) return otherCountInGoal(draft, random)
    if (way === 1) return partsOfGoal(draft, random)
    if (way === 2) return unitTimesCount(draft, random)
    if (draft.form === 'declaration') return null
    const total = draft.funds[0]
    if (!total) return null
    if (way === 3) {
      const scores_x100 =
        draft.rows.reduce((sum, row) => sum + (row.score_x100 ?? 0), 0) + (draft.executionScore_x100 ?? 0)
      const wrong = scores_x100 + random.pick([-500, -120, -50, 50])
      draft.conclusions = random.pick([
        `自评得分${printPoints(wrong)}分。`,
        `经综合评价，本项目自评总分为${printPoints(wrong)}分，存在问题：无。`,
      ])
      return printed(draft, `总分应${printPoints(scores_x100)}，结论“${draft.conclusions}”`)
    }
    const money = (amount: number) =>
      `${printMoney(amount, { unit: '万元', decimals: 2, hasCommas: false })}万元`
    const wrong = (total.executed_fen ?? 0) + 10_000 * random.pick([-1300, -250, 300, 2500])
    if (wrong <= 0) return null
    draft.conclusions = random.pick([
      `全年实际支出${money(wrong)}。`,
      `项目全年执行数${money(wrong)}，资金使用合规。`,
      `截至年底共支付资金${money(wrong)}，无结余挪用情况。`,
    ])
    return printed(draft, `执行${money(total.executed_fen ?? 0)}，结论“${draft.conclusions}”`)
  },
}

/** 改造120户 in the goal, ≥150户 in the row. */
function otherCountInGoal(draft: Draft, random: Random) {
  const row = pickOrNull(
    numberRows(draft, 'ge').filter(
      ({ measure }) =>
        measure.target >= 10 &&
        draft.goal.includes(`${printNumber(measure.target, measure.decimals)}${measure.unit}`),
    ),
    random,
  )
  if (!row) return null
  const { target, decimals, unit } = row.measure
  const wrong = Math.ceil((target * random.pick([60, 80, 115, 150])) / 100)
  if (wrong === target) return null
  draft.goal = draft.goal.replace(
    `${printNumber(target, decimals)}${unit}`,
    `${printNumber(wrong, decimals)}${unit}`,
  )
  return printed(draft, `“${row.name}”目标${row.target}，目标文字“${draft.goal}”`)
}

/** 申请90万元，其中30万元、30万元、25万元. */
function partsOfGoal(draft: Draft, random: Random) {
  const total = draft.funds[0]?.initial_fen ?? 0
  const whole = total / 1_000_000
  if (whole < 10) return null
  const first = Math.round(whole * 0.4)
  const second = Math.round(whole * 0.3)
  const rest = Number((whole - first - second - random.pick([-5, 2, 8])).toFixed(2))
  if (rest <= 0) return null
  draft.goal = random.pick([
    `本项目共申请预算资金${whole}万元，其中：${first}万元用于工程建设，${second}万元用于设备购置，${rest}万元用于监理和检测。`,
    `安排资金${whole}万元，其中建设费${first}万元、设备费${second}万元、其他费用${rest}万元。`,
  ])
  return printed(draft, `目标文字“${draft.goal}”`)
}

/** =10个 at =23万元/个 is not a budget of 214.06万元. */
function unitTimesCount(draft: Draft, random: Random) {
  // One activity of a department need not cost what the department has.
  if (draft.form === 'department') return null
  const budget = (draft.funds[0]?.initial_fen ?? 0) / 1_000_000
  const counted = pickOrNull(
    numberRows(draft).filter(
      (row) => row.level2 === '数量指标' && row.measure.decimals === 0 && row.measure.target >= 4,
    ),
    random,
  )
  const cost = pickOrNull(
    numberRows(draft).filter(
      (row) => /成本/.test(row.level2) && !row.measure.isTotalCost && row.reason === '',
    ),
    random,
  )
  if (!counted || !cost) return null
  const { unit, target } = counted.measure
  const each = Number(((budget / target) * random.pick([1.3, 0.7, 1.8])).toFixed(2))
  if (each <= 0 || Math.abs(each * target - budget) < budget * 0.1) return null
  const name = random.pick([`每${unit}补助标准`, `平均补助标准`, `单位补助标准`])
  cost.name = name
  cost.target = `=${each}万元/${unit}`
  cost.actual = `${each}万元/${unit}`
  cost.measure = {
    ...cost.measure,
    sign: 'eq',
    target: Math.round(each * 100),
    actual: Math.round(each * 100),
    decimals: 2,
    unit: `万元/${unit}`,
  }
  counted.target = `=${target}${unit}`
  counted.actual = `${target}${unit}`
  counted.measure = { ...counted.measure, sign: 'eq', actual: target }
  if (counted.score_x100 !== null) counted.score_x100 = counted.weight_x100
  counted.reason = ''
  draft.reached = null
  draft.conclusions = null
  return printed(draft, `${target}${unit}×${each}万元≠${budget}万元`, cost, counted)
}

export const costVersusBudget: Fault = {
  code: 'CHK-COST-VS-BUDGET',
  family: 'arithmetic',
  forms: TARGETED,
  plant(draft, random) {
    const total = draft.funds[0]
    const row = pickOrNull(
      numberRows(draft).filter((one) => /成本/.test(one.level2) && one.reason === ''),
      random,
    )
    if (!row || !total?.initial_fen) return null
    const budget_fen = Math.max(total.initial_fen, total.adjusted_fen ?? 0)
    const wrong = Math.ceil((budget_fen * random.pick([101, 103, 110, 140, 250])) / 100 / 10_000) * 10_000
    row.name = random.pick([
      '项目总成本',
      '项目总投资',
      '总成本控制数',
      '资金投入总额',
      '成本控制金额',
      '工程总造价',
    ])
    row.measure = {
      type: 'number',
      sign: 'le',
      target: wrong,
      actual: total.executed_fen ?? 0,
      decimals: 6,
      unit: '万元',
      isTotalCost: true,
    }
    const figure = random.chance(75) ? `${printNumber(wrong, 6)}万元` : `${printNumber(wrong, 2)}元`
    row.target = `${random.pick(['≤', '≤', '='])}${figure}`
    row.actual = `${printNumber(total.executed_fen ?? 0, 6)}万元`
    if (row.target.startsWith('=')) {
      if (row.score_x100 !== null) return null
    }
    return printed(draft, `预算${budget_fen / 1_000_000}万元，${row.name}目标${row.target}`, row)
  },
}
