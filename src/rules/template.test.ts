import { expect, test } from 'vitest'
import { readValue } from './template.ts'

test.each([
  ['优≥{excellent_x100:score}', { excellent_x100: 9000 }, '优≥90'],
  ['{share_bp:bp}', { share_bp: 6050 }, '60.5%'],
  ['落后{red:points}', { red: -2000 }, '落后20个百分点'],
  ['{amount_fen:wan}起', { amount_fen: '100000000' }, '100万元起'],
  ['{days:text}{count:days}', { days: 20, count: 'working' }, '20个工作日'],
  ['{by:text}', { by: 'department' }, '主管部门初审'],
  ['最高{grade:text}', { grade: null }, '最高不设'],
  ['{items:list}等{items:count}项', { items: [{ label: '甲' }, { label: '乙' }] }, '甲、乙等2项'],
  ['{inner.value:score}', { inner: { value: 2250 } }, '22.5'],
  ['{nowhere:score}', {}, '{nowhere:score}'],
])('%s of %j reads %s', (template, value, expected) => {
  expect(readValue(template, value)).toBe(expected)
})
