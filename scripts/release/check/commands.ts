import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { ENTRY } from '../../../src/app/testing/first-stages.ts'
import { demoHome, demoPassword } from './demonstration.ts'
import { equal, holds } from './hold.ts'
import type { Installed } from './installed.ts'

/** The command line on the demonstration: enter, import, examine, seal, prove, back up, restore. */
export async function checkCommands(installed: Installed): Promise<string[]> {
  const at = (name: string) => path.join(installed.place, name)
  const home = demoHome(installed)
  const settings = { JIHENG_PASSWORD: demoPassword(installed) }
  const run = async (codes: readonly number[], words: readonly string[], place = home) => {
    const ended = await installed.run(place, words, settings)
    const said = `jiheng ${words.join(' ')}: ${ended.code} ${ended.out} ${ended.error}`
    holds(codes.includes(ended.code), said.slice(0, 2000))
    return ended.out
  }
  const perform = async <T>(useCase: string, as: string, input: unknown, place = home): Promise<T> => {
    writeFileSync(at('input.json'), JSON.stringify(input))
    const words = ['do', useCase, '--as', as, '--input', at('input.json')]
    return JSON.parse(await run([0], words, place)) as T
  }

  await run([0], ['help'])
  await run([0], ['rules'])
  const content = { ...ENTRY, code: 'CHECK-1' }
  const project = await perform<{ projectId: string }>('projects.create', 'unit', {
    fiscalYear: 2023,
    content,
  })
  const { projectId } = project
  const sheet = await perform<{ recordId: string }>('targets.sheet.begin', 'unit', { projectId })
  const own = { recordId: sheet.recordId }
  const importing = (file: string) => ['import', file, '--record', sheet.recordId, '--as', 'unit']
  await writeTable(at('bad.xlsx'), '一百')
  await run([1], importing(at('bad.xlsx')))
  holds(existsSync(at('bad-需要改正.xlsx')), 'faults are not marked in the workbook')
  await writeTable(at('good.xlsx'), '50')
  await run([0], importing(at('good.xlsx')))
  const view = await perform<{ content: { indicators: unknown[] } }>('records.view', 'unit', own)
  equal(view.content.indicators.length, 2, 'imported indicators')
  await run([0, 1], ['check', at('good.xlsx'), '--format', 'xlsx'])
  holds(existsSync(at('good-体检.xlsx')), 'the doctor wrote no workbook')

  await run([0], ['ledger', 'checkpoint'])
  const closed = await sealedProject(perform)
  const bundle = await perform<{ bytes_base64: string }>('ledger.bundle', 'finance.performance', closed)
  const evidence = Buffer.from(bundle.bytes_base64, 'base64')
  writeFileSync(at('evidence.json'), evidence)
  await run([0], ['verify', at('evidence.json'), '--brief'])
  writeFileSync(at('forged.json'), evidence.toString().replaceAll('2023', '2022'))
  await run([1, 2, 3, 4, 6], ['verify', at('forged.json'), '--brief'])
  await run([0], ['inspect'])

  mkdirSync(at('backup'))
  await run([0], ['backup', at('backup')])
  await run([0], ['restore', at('backup')], at('restored'))
  await run([0], ['inspect'], at('restored'))
  equal(await perform('records.view', 'unit', own, at('restored')), view, 'the record after the restore')
  return [
    '命令行：登记、开始、导入（错误标在表里）、体检、规则',
    '契约账：出具凭证、证据包核验成立，改动过的核验不成立；数据自洽检查',
    '备份、在空目录恢复、恢复后自洽',
  ]
}

/** A project of the demonstration with acts in the contract ledger. */
async function sealedProject(perform: <T>(useCase: string, as: string, input: unknown) => Promise<T>) {
  const { items } = await perform<{ items: readonly { projectId: string | null }[] }>(
    'shell.search',
    'finance.performance',
    { q: '优抚对象' },
  )
  return { projectId: items.find(({ projectId }) => projectId !== null)?.projectId ?? '' }
}

/** A target sheet as offices keep it. */
async function writeTable(file: string, weight: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  book
    .addWorksheet('申报表')
    .addRows([
      ['项目支出绩效目标申报表'],
      ['项目名称', '高效农业示范项目'],
      ['年度目标', '建设示范基地50个'],
      ['一级指标', '二级指标', '三级指标', '指标值', '分值'],
      ['产出指标', '数量指标', '示范基地', '≥50个', weight],
      ['效益指标', '社会效益指标', '企业竞争力', '增强', '50'],
    ])
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()))
}
