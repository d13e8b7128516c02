import { expect, test } from 'vitest'
import type { PaymentHold } from '../../shapes-monitoring.ts'
import { holdsAsText } from './holds-as-text.ts'

const hold: PaymentHold = {
  recordId: 'r',
  projectId: 'p',
  projectName: '某"项目"',
  projectCode: '=1+1',
  unitName: '某单位',
  opinionType: 'suspend',
  opinion: '暂缓拨款',
  amount_fen: '5',
  requirement: '重新招标',
  documentNumber: null,
  issuedOn: '2023-08-28',
  liftedOn: null,
}

test('a file of holds: fen as yuan, quotes doubled, no cell that a spreadsheet would compute', () => {
  const [head, row] = holdsAsText([hold]).split('\r\n')
  expect(head?.startsWith('\ufeff"项目代码"')).toBe(true)
  expect(row).toBe(`"'=1+1","某""项目""","某单位","暂缓拨款","0.05","","2023-08-28","","重新招标"`)
})
