import { printNumber } from '../clean/values.ts'
import { filledRows, numberRows, pickOrNull, printed, type Fault, SCORED } from './fault.ts'

const TARGETED = [...SCORED, 'declaration', 'scoresOnly'] as const

const STOCK = [
  '达成预期指标',
  '已完成',
  '完成',
  '良好',
  '达到预期目标',
  '按要求完成',
  '按时完成',
  '圆满完成',
  '全部落实到位',
  '较好完成任务',
  '目标已实现',
  '符合预期',
  '基本实现',
  '已落实',
  '执行到位',
  '任务已完成',
  '顺利完成',
  '效果良好',
  '情况良好',
  '均已达到要求',
  '实现预期效果',
  '已按计划完成',
  '完成情况较好',
  '全面完成',
  '取得明显成效',
  '已达标',
  '完成年初目标',
  '进展顺利',
  '有序推进',
  '正常开展',
  '较好地完成了各项工作任务',
  '按照计划实施完毕',
  '按序时进度推进',
  '优质高效完成',
  '保质保量完成',
  '工作成效突出',
  '落实较好',
]

export const stockPhrase: Fault = {
  code: 'CHK-STOCK-PHRASE',
  family: 'wording',
  forms: [...SCORED, 'scoresOnly'],
  plant(draft, random) {
    draft.reached = null
    const row = pickOrNull(
      filledRows(draft).filter((one) => one.measure.type !== 'yesno' && one.reason === ''),
      random,
    )
    if (!row) return null
    row.actual = `${random.pick(STOCK)}${random.pick(['', '', '。'])}`
    return printed(draft, `目标“${row.target}”实际“${row.actual}”`, row)
  },
}

export const placeholder: Fault = {
  code: 'CHK-PLACEHOLDER',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    draft.reached = null
    const row = pickOrNull(numberRows(draft), random)
    if (!row) return null
    const { unit, sign } = row.measure
    const mark = draft.style.signs[sign]
    const way = random.int(0, 3)
    if (way === 0) row.target = random.pick([unit, mark, `${mark} ${unit}`, `${mark}${unit}`, `  ${unit}`])
    else if (way === 1)
      row.target = random.pick([
        `${mark}**${unit}`,
        `${mark}XX${unit}`,
        `××${unit}`,
        `${mark}xx%`,
        `___${unit}`,
        `${mark}（ ）${unit}`,
        `○○${unit}`,
        `N${unit}`,
        `${mark}□□${unit}`,
      ])
    else if (way === 2)
      row.target = random.pick([
        '……',
        '…',
        '（请填写）',
        '填写具体数值',
        '待填',
        '待定',
        '此处填写年度指标值',
        '根据实际情况填写',
        '好坏',
        '高中低',
        '优良中差',
        '见填表说明',
        '示例',
      ])
    else {
      row.name = random.pick([
        '指标2',
        '指标1：',
        '指标3:',
        '……',
        '三级指标',
        '指标名称',
        'XXX数量',
        '××项目完成率',
        '*****',
      ])
      row.target = random.pick(['/', '……', row.target, `${mark}${unit}`])
    }
    return printed(draft, `名称“${row.name}”目标“${row.target}”`, row)
  },
}

export const ocrSuspect: Fault = {
  code: 'CHK-OCR-SUSPECT',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    draft.style = { ...draft.style, isOcr: random.chance(60) }
    draft.reached = null
    const isDeclared = draft.form === 'declaration'
    const row = pickOrNull(
      numberRows(draft).filter((one) => one.measure.target >= 10),
      random,
    )
    if (!row) return null
    const { measure } = row
    const number = printNumber(measure.target, measure.decimals)
    const ways: string[] = []
    const isRate = measure.unit === '%' && /率|度$/.test(row.name) && measure.target >= 50
    if (isRate && measure.sign === 'ge')
      ways.push(`2${number}%`, `工${number}%`, `^${number}%`, `>${number}9/6`, `5=${number}%`)
    if (/^1|0/.test(number)) ways.push(`${draft.style.signs[measure.sign]}${confuse(number)}${measure.unit}`)
    if (measure.unit.startsWith('万元'))
      ways.push(row.target.replace('万元', '万兀'), row.target.replace('万元', '力元'))
    if (/^\d{2}\.\d/.test(number)) ways.push(row.target.replace(/\d{2}\./, 'M.'))
    if (measure.sign === 'le' && measure.unit !== '%') ways.push(`W${number}${measure.unit}`)
    const wrong = pickOrNull(ways, random)
    if (wrong === null) return null
    const inActual = !isDeclared && !/[工^W=>]/.test(wrong) && random.chance(40)
    if (inActual) row.actual = wrong.replace(/^[≥≤≧≦=＝<>]+/, '')
    else row.target = wrong
    return printed(draft, `目标“${row.target}”实际“${row.actual}”`, row)
  },
}

/** 10 read as IO, 1O or lO. */
function confuse(number: string): string {
  return number.replace(/0/, 'O').replace(/1/, (one, at: number) => (at === 0 ? 'l' : one))
}

export const digitsLost: Fault = {
  code: 'CHK-DIGITS-LOST',
  family: 'wording',
  forms: TARGETED,
  plant(draft, random) {
    draft.reached = null
    const way = random.int(0, 3)
    if (way === 0 && /\d/.test(draft.goal)) {
      draft.goal = draft.goal.replace(/\d[\d.]*/g, '')
      if (!/%|万元/.test(draft.goal)) draft.goal += '资金支付进度达到%以上，控制成本万元以内。'
      return printed(draft, `目标文字“${draft.goal}”`)
    }
    const row = pickOrNull(
      numberRows(draft).filter((one) => one.measure.target >= 10),
      random,
    )
    if (!row) return null
    const number = printNumber(row.measure.target, row.measure.decimals)
    const mark = draft.style.signs[row.measure.sign]
    const tail = number.includes('.') ? number.slice(number.indexOf('.')) : `.${number.slice(-2)}`
    const lost = random.pick([
      tail,
      `,${number.slice(-1)}`,
      `${number.slice(0, 1)}.`,
      tail.replace('.', '．'),
    ])
    if (draft.form !== 'declaration' && random.chance(40)) row.actual = `${lost}${row.measure.unit}`
    else row.target = `${mark}${lost}${row.measure.unit}`
    return printed(draft, `目标“${row.target}”实际“${row.actual}”`, row)
  },
}
