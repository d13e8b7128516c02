import ExcelJS from 'exceljs'

/**
 * Writes the workbook that `affordability-workbook.test.ts` compares with: inputs as numbers, everything
 * else as formulas a person would type, no code of ours. LibreOffice then works it out:
 *
 *   node tests/exante/write-affordability-workbook.ts /somewhere/affordability.xlsx
 *   soffice --headless --convert-to xlsx --outdir tests/exante/fixtures /somewhere/affordability.xlsx
 */
const GENERAL = [
  ['ownRevenue_fen', 1, 'revenue'],
  ['generalTransfers_fen', 1, 'transfers'],
  ['transferredIn_fen', 1, ''],
  ['stabilisationFund_fen', 1, ''],
  ['newGeneralBonds_fen', 1, ''],
  ['netSurplus_fen', 1, ''],
  ['paidUpward_fen', -1, ''],
  ['threeGuarantees_fen', 0, 'guarantees'],
  ['debtService_fen', 0, ''],
  ['committed_fen', 0, ''],
  ['newItemLocalShare_fen', 2, 'cost'],
  ['newItemUpkeep_fen', 2, 'cost'],
] as const

const FUND = [
  ['fundRevenue_fen', 1, 'revenue'],
  ['fundTransfers_fen', 1, 'transfers'],
  ['specialBonds_fen', 1, ''],
  ['fundCarryOver_fen', 1, ''],
  ['fundTransferredOut_fen', -1, ''],
  ['fundDebtService_fen', 0, ''],
  ['fundCommitted_fen', 0, ''],
  ['fundLocalShare_fen', 2, 'cost'],
  ['fundUpkeep_fen', 2, 'cost'],
] as const

const SHOCK_ROW = { revenue: 2, transfers: 3, guarantees: 4, cost: 5 } as const
const YEARS = [2023, 2024, 2025, 2026]
const FIRST_COLUMN = 3

/** Yuan; a number with `g` is a yearly growth in per cent from the first year on. */
type Line = readonly (number | { readonly g: number })[]

const HEALTHY: Readonly<Record<string, Line>> = {
  ownRevenue_fen: [1_624_305_117.33, { g: 2.5 }, { g: 2.5 }, { g: 2.5 }],
  generalTransfers_fen: [2_301_558_902.07, { g: 1.75 }, { g: 1.75 }, { g: 1.75 }],
  transferredIn_fen: [98_000_000.01, 75_000_000.02, 60_000_000, 60_000_000.99],
  stabilisationFund_fen: [50_000_000, 0, 0, 12_345_678.9],
  newGeneralBonds_fen: [150_000_000, 120_000_000, 120_000_000, 100_000_000],
  netSurplus_fen: [11_111_111.11, 0, 0, 0],
  paidUpward_fen: [70_707_070.7, { g: -1.5 }, { g: -1.5 }, { g: -1.5 }],
  threeGuarantees_fen: [2_950_123_456.78, { g: 3.125 }, { g: 3.125 }, { g: 3.125 }],
  debtService_fen: [402_000_000.05, 415_000_000.5, 420_999_999.99, 433_333_333.33],
  committed_fen: [301_234_567.89, 310_000_000, 280_000_000, 250_000_000],
  newItemLocalShare_fen: [45_000_000.03, 66_500_000.07, 0, 0],
  newItemUpkeep_fen: [0, 3_500_000.01, { g: 4 }, { g: 4 }],
  fundRevenue_fen: [300_000_000, { g: -3 }, { g: -3 }, { g: -3 }],
  fundTransfers_fen: [20_000_000.5, 20_000_000.5, 20_000_000.5, 20_000_000.5],
  specialBonds_fen: [0, 0, 50_000_000, 0],
  fundCarryOver_fen: [10_000_000, 0, 0, 0],
  fundTransferredOut_fen: [40_000_000, 30_000_000, 30_000_000, 30_000_000],
  fundDebtService_fen: [90_000_000.01, { g: 2 }, { g: 2 }, { g: 2 }],
  fundCommitted_fen: [150_000_000, 149_999_999.99, 160_000_000, 155_000_000],
  fundLocalShare_fen: [20_000_000, 9_999_999.99, 0, 0],
  fundUpkeep_fen: [0, 0, 1_000_000.01, { g: 5 }],
}

/** On the warning line, above the failing line, without any money, and exactly used up. */
const EDGES: Readonly<Record<string, Line>> = {
  ...Object.fromEntries([...GENERAL, ...FUND].map(([id]) => [id, [0, 0, 0, 0]])),
  ownRevenue_fen: [100_000_000, 100_000_000, 10, 777_777_777.77],
  paidUpward_fen: [0, 0, 10, 0],
  threeGuarantees_fen: [90_000_000, 90_000_000.01, 0, 700_000_000],
  newItemLocalShare_fen: [5_000_000, 10_000_000, 0.01, 77_777_777.77],
  fundRevenue_fen: [100, 100, 100, 100],
  fundCommitted_fen: [94.99, 95, 100, 100.01],
}

const SHOCKS = {
  plain: [0, 0, 0, 0],
  revenue: [-0.1, 0, 0, 0],
  transfers: [0, -0.05, 0, 0],
  cost: [0, 0, 0, 0.2],
  guarantees: [0, 0, 0.05, 0],
  together: [-0.05, 0, 0.03, 0.1],
} as const

const letter = (index: number) => String.fromCharCode('A'.charCodeAt(0) + index - 1)

function writeSheet(book: ExcelJS.Workbook, name: string, lines: typeof HEALTHY, shock: readonly number[]) {
  const sheet = book.addWorksheet(name)
  sheet.getCell('A1').value = 'shock'
  for (const [risk, row] of Object.entries(SHOCK_ROW)) {
    sheet.getCell(`A${row}`).value = risk
    sheet.getCell(`B${row}`).value = shock[row - 2] ?? 0
  }
  YEARS.forEach((year, place) => {
    sheet.getCell(`${letter(FIRST_COLUMN + place)}7`).value = year
  })
  let row = 8
  for (const [budget, columns] of [
    ['general', GENERAL],
    ['fund', FUND],
  ] as const) {
    row = writeBudget(sheet, budget, columns, lines, row) + 2
  }
}

function writeBudget(
  sheet: ExcelJS.Worksheet,
  budget: string,
  columns: readonly (readonly [string, number, string])[],
  lines: typeof HEALTHY,
  start: number,
): number {
  const shocked = start + columns.length
  columns.forEach(([id, , risk], index) => {
    const input = start + index
    sheet.getCell(`A${input}`).value = id
    sheet.getCell(`A${shocked + index}`).value = `shocked:${id}`
    YEARS.forEach((_year, place) => {
      const at = letter(FIRST_COLUMN + place)
      const given = lines[id]?.[place] ?? 0
      if (typeof given === 'number') sheet.getCell(`${at}${input}`).value = given
      else {
        sheet.getCell(`B${input}`).value = given.g
        const before = letter(FIRST_COLUMN + place - 1)
        sheet.getCell(`${at}${input}`).value = { formula: `ROUND(${before}${input}*(1+$B${input}/100),2)` }
      }
      const share = risk === '' ? '' : `*(1+$B$${SHOCK_ROW[risk as keyof typeof SHOCK_ROW]})`
      sheet.getCell(`${at}${shocked + index}`).value = { formula: `ROUND(${at}${input}${share},2)` }
    })
  })
  const sums = shocked + columns.length
  const names = ['available', 'rigid', 'after', 'pressure', 'verdict']
  names.forEach((name, index) => {
    sheet.getCell(`A${sums + index}`).value = `${budget}:${name}`
  })
  YEARS.forEach((_year, place) => {
    const at = letter(FIRST_COLUMN + place)
    const sum = (part: number) =>
      columns
        .map(([, kind], index) => (kind === part ? `${at}${shocked + index}` : ''))
        .filter((cell) => cell !== '')
        .join('+')
    const minus = columns.map(([, kind], index) => (kind === -1 ? `-${at}${shocked + index}` : '')).join('')
    sheet.getCell(`${at}${sums}`).value = { formula: `ROUND(${sum(1)}${minus},2)` }
    sheet.getCell(`${at}${sums + 1}`).value = { formula: `ROUND(${sum(0)},2)` }
    sheet.getCell(`${at}${sums + 2}`).value = { formula: `ROUND(${at}${sums + 1}+${sum(2)},2)` }
    sheet.getCell(`${at}${sums + 3}`).value = {
      formula: `IF(${at}${sums}>0,${at}${sums + 2}/${at}${sums},"none")`,
    }
    // In whole fen, so that a line is met exactly.
    const spent = `ROUND(${at}${sums + 2}*100,0)`
    const money = `ROUND(${at}${sums}*100,0)`
    sheet.getCell(`${at}${sums + 4}`).value = {
      formula: `IF(${money}<=0,"fail",IF(${spent}>${money},"fail",IF(${spent}*100>=${money}*95,"warn","pass")))`,
    }
  })
  return sums + names.length
}

const book = new ExcelJS.Workbook()
for (const [name, shock] of Object.entries(SHOCKS)) writeSheet(book, `healthy-${name}`, HEALTHY, shock)
for (const [name, shock] of Object.entries(SHOCKS)) writeSheet(book, `edges-${name}`, EDGES, shock)
const target = process.argv[2]
if (!target) throw new Error('usage: node tests/exante/write-affordability-workbook.ts FILE.xlsx')
await book.xlsx.writeFile(target)
