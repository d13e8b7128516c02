import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { isSealedText, type SealedValue, sealedText, toSealedText } from './sealed-value.ts'

describe('L-04 canonical JSON', () => {
  test('the examples of RFC 8785', () => {
    const example = {
      // biome-ignore lint/correctness/noPrecisionLoss: the RFC's own example of a number that loses digits
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    const keys = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(canonicalJson(keys)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control",' +
        '"\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign",' +
        '"\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  test('10,000 random values: read back it is the same, and a second implementation writes the same bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = canonicalJson(value)
        return canonicalJson(JSON.parse(text)) === text && canonicalize(value) === text
      }),
      { numRuns: 10_000 },
    )
  })

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [{ a: undefined }], ['\ud800'], [10n]])(
    '%s is refused',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    },
  )
})

/** Values as a contract carries them; keys and texts of every kind. */
const sealed = fc.letrec<{ value: SealedValue; text: string }>((tie) => ({
  text: fc.string({ unit: 'binary', maxLength: 20 }).map(toSealedText),
  value: fc.oneof(
    { maxDepth: 4 },
    tie('text'),
    fc.boolean(),
    fc.integer({ min: 0, max: 9_999_999 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }), tie('value'), {
      maxKeys: 5,
    }),
  ),
}))

describe('L-04 rules of the contract ledger on top of it', () => {
  test('10,000 random records: canon(parse(canon(x))) = canon(x), equal to a second implementation', () => {
    fc.assert(
      fc.property(sealed.value, (value) => {
        const text = sealedText(value)
        return sealedText(JSON.parse(text)) === text && canonicalize(value) === text
      }),
      { numRuns: 10_000 },
    )
  })

  test('10,000 random records, half of them damaged: a text is recognised exactly when writing it anew gives it', () => {
    const damage = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.replace(',', ', '),
      (text) => text.replace('":', '":null,"\uffff":'),
      (text) => text.replace(/[a-z]/, 'e\u0301'),
      (text) => text.replace('"', '"\\u0041'),
      (text) => text.replace('"', '"\\r'),
      (text) => text.replace(/\d/, '0.5'),
      (text) => text.replace(/\{("[^"]*":[^,[{]*),([^,[{]*)\}/, '{$2,$1}'),
      (text) => text.replace('{', '{"b":1,"a":2,'),
      (text) => `\ufeff${text}`,
    )
    const anew = (text: string) => sealedText(JSON.parse(text)) === text
    const known = (text: string) => isSealedText(text, JSON.parse(text))
    const orRefused = (ask: (text: string) => boolean, text: string) => {
      try {
        return ask(text)
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(sealed.value, damage, (value, damaged) => {
        const text = sealedText(value)
        return known(text) && orRefused(known, damaged(text)) === orRefused(anew, damaged(text))
      }),
      { numRuns: 10_000 },
    )
  })

  test.each([
    ['keys of digits in their order', '{"1":"a","10":"b","9":"c"}', true],
    ['keys of digits in the order of numbers', '{"1":"a","9":"c","10":"b"}', false],
    ['a key twice', '{"a":"1","a":"1"}', false],
    ['a line end before a mark that composes with n', '{"a":"\\n\u0303"}', true],
    ['a carriage return', '{"a":"\\r\\n"}', false],
    ['half a surrogate pair', '{"a":"\\ud800"}', false],
    ['Chinese characters and punctuation', '{"a":"目标，（一）：１００％"}', true],
    ['a Chinese character that composes away', '{"a":"\uf900"}', false],
  ])('%s', (_what, text, isCanonical) => {
    let found = false
    try {
      found = isSealedText(text, JSON.parse(text))
    } catch {}
    expect(found).toBe(isCanonical)
  })

  test('the order in which keys were written does not matter', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), sealed.text),
        (record) => {
          const turned = Object.fromEntries(Object.entries(record).reverse())
          return sealedText(turned) === sealedText(record)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['a float', { weight: 0.30000000000000004 }],
    ['an amount as a number', { total: 12_345_678_901 }],
    ['a negative number', { order: -1 }],
    ['minus zero', { order: -0 }],
    ['null', { opinion: null }],
    ['a key that is not ASCII', { 金额: '1.00' }],
    ['decomposed text', { name: 'e\u0301' }],
    ['Windows line ends', { goal: '一\r\n二' }],
    ['half a surrogate pair', { name: '\udc00' }],
  ])('%s is refused, not mended', (_what, value) => {
    expect(() => sealedText(value as never)).toThrow(TypeError)
  })

  test('text is composed and its line ends unified; full-width signs and blanks stay as entered', () => {
    expect(toSealedText('e\u0301\r\n\u3000Ａ＝１ ')).toBe('é\n\u3000Ａ＝１ ')
  })

  test('what a float would do to money, seen in a run: why figures are strings', () => {
    expect(canonicalJson(JSON.parse('[12345678901234567890, 0.1]'))).toBe('[12345678901234567000,0.1]')
    expect(sealedText({ total: '12345678901234567890.00' })).toBe('{"total":"12345678901234567890.00"}')
  })
})
