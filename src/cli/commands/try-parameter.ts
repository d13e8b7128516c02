import { readFileSync } from 'node:fs'
import type { UseCase } from '../../app/kernel/use-case.ts'
import type { TrialOutput } from '../../app/trial/try-parameter.ts'
import { tryParameter } from '../../app/trial/try-parameter.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { asPerson, optionOf, placeOf, yearOf } from './as-person.ts'

/** `rules --try FILE.yaml --year 2023 [--jurisdiction CODE] --as ACCOUNT`: tries a value, writes nothing. */
export async function tryFile(words: readonly string[]): Promise<number> {
  const input = { text: textOf(optionOf(words, 'try')), fiscalYear: yearOf(words), ...placeOf(words) }
  return asPerson(words, async (run) => {
    const answer = await run(tryParameter as unknown as UseCase, input)
    console.log(words.includes('--json') ? answer : reportOf(JSON.parse(answer)))
    return 0
  })
}

function textOf(file: string | undefined): string {
  try {
    return readFileSync(file ?? '', 'utf8')
  } catch {
    throw new DomainError('INVALID_INPUT', `无法读取文件“${file ?? ''}”，请用 --try 写明要试算的规则文件。`)
  }
}

function reportOf(trial: TrialOutput): string {
  const head = `试算“${trial.parameterTitle}”（${trial.jurisdiction}）：${trial.value}`
  const sum = `${trial.fiscalYear}年度核对${trial.checked}件，${trial.differences.length}件会有变化；没有写入任何数据。`
  const more = [
    ...(trial.skipped > 0
      ? [`另有${trial.skipped}件因数量过多没有试算，请用 --jurisdiction 分地区试算。`]
      : []),
    ...(trial.unexplained > 0
      ? [`有${trial.unexplained}件存量结果与按现行规则重算的不同，与本次试算无关，请核对。`]
      : []),
  ]
  const lines = trial.differences.flatMap(({ jurisdictionId, projectName, title, changes, reason }) => [
    `${jurisdictionId}  ${projectName}  ${title}`,
    ...changes.map(({ what, from, to }) => `    ${what}：${from} → ${to}`),
    `    原因：${reason}`,
  ])
  return [head, sum, ...more, ...lines].join('\n')
}
