import { describe, expect, test } from 'vitest'
import { scanText } from './index.ts'

const KNOWN = { names: ['王建国'], secretWords: ['军事设施'] }
const found = (text: string) => scanText(text, KNOWN).map(({ kind, text: place }) => `${kind} ${place}`)

describe('scanText', () => {
  test.each<[why: string, text: string, expected: readonly string[]]>([
    ['an identity number', '证号640522199001011239。', ['identity 640522199001011239']],
    ['ending in X, in groups', '110105 19491231 002X', ['identity 110105 19491231 002X']],
    [
      'in full width',
      '１１０１０５１９４９１２３１００２Ｘ',
      ['identity １１０１０５１９４９１２３１００２Ｘ'],
    ],
    ['with a wrong check character, written as one', '640522199001011230', ['identity 640522199001011230']],
    ['no birthday, no identity number', '640522199013011239', []],
    ['a mobile number', '电话138 0013 8000', ['mobile 138 0013 8000']],
    ['in Chinese numerals', '幺三八零零一三八零零零', ['mobile 幺三八零零一三八零零零']],
    ['after another numeral', '第一13800138000', ['mobile 13800138000']],
    ['eleven digits of money', '支出13800138000元', []],
    ['a landline', '0951-5012345', ['landline 0951-5012345']],
    ['a local number needs its label', '共5012345株，联系电话：5012345', ['landline 5012345']],
    ['a card that passes its check', '6228 4800 0000 0000 018', ['bankAccount 6228 4800 0000 0000 018']],
    ['one that does not', '6228480000000000001', []],
    ['an account by its label', '账号：64001234567890', ['bankAccount 64001234567890']],
    ['a plate and a green one', '宁A·12345、宁AD12345', ['plate 宁A·12345', 'plate 宁AD12345']],
    ['growth is no plate', '全宁GDP2023年增长', []],
    ['a passport', '护照E12345678', ['passport 护照E12345678']],
    ['a project code is none', 'NX-E12345678-01', []],
    ['e-mail', 'a.b@163.com', ['email a.b@163.com']],
    ['a flat', '3号楼2单元501室', ['address 3号楼2单元501室']],
    ['a document number is no address', '宁财发〔2022〕12号', []],
    ['a mark of secrecy', '机密★1年', ['secret 机密★']],
    ['the law speaks of secrets', '国家秘密、商业秘密不得公开', []],
    ['a word of the list', '军事设施周边', ['secret 军事设施']],
    ['a known name with a space', '由王　建国负责', ['name 王　建国']],
    ['a name behind its label', '联系人：马小红', ['name 马小红']],
    ['nobody', '填报人：孙某某', []],
    ['figures of a table', '2023 3000.00 92.50 640522', []],
  ])('%s', (_why, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('places are characters of the original text', () => {
    const text = '甲\u200b乙１３８００１３８０００丙'
    const [place] = scanText(text, KNOWN)
    expect(text.slice(place?.from, place?.to)).toBe('１３８００１３８０００')
  })
})
