import { placesIn } from '../../../doctor/mismatch/other-place.ts'
import { pairsOf } from '../../../doctor/read/pairs.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { Paragraph, ReportFinding, StudiedReport } from '../../report/report.ts'
import { paragraphPlace, reportFinding } from '../../report/report-finding.ts'
import { clausesOf } from '../../report/statements.ts'

/** EVA-076 名称: projects, places, years and institutions are those of this evaluation. */
export const EVA_076: RuleHeader = {
  id: 'EVA-076',
  name: '报告中的名称不是本项目的',
  stage: 'evaluation',
  kind: 'check',
  severity: 'warning',
  source: cite('jiheng-default', '报告文字应与本项目一致'),
}

/** Others may be named where something is compared with them. */
const COMPARED =
  /借鉴|参照|参考|类似|同类|对比|相比|比较|学习|例如|比如|外地|周边|邻近|调研|历史|往年|上年|上一年/
const SIGNED = /评价机构(?:名称)?(?:[（(](?:盖章|公章|签章)[)）])?[：:]\s*(\S.*)$/

export function checkReportNames(report: StudiedReport): ReportFinding[] {
  const lines: Paragraph[] = [
    ...report.cover.map((text, index) => ({ index, text, parts: [], heading: '', number: 0, level: 0 })),
    ...report.paragraphs,
  ]
  return [
    ...otherNames(report, lines),
    ...otherPlaces(report, lines),
    ...otherProjects(report, lines),
    ...otherYears(report, lines),
    ...otherAgencies(report, lines),
  ]
}

function otherNames({ facts }: StudiedReport, lines: readonly Paragraph[]): ReportFinding[] {
  const own = [facts.projectName, facts.unitName, facts.departmentName, facts.agencyName].join('，')
  const names = (facts.otherNames ?? []).filter((name) => name.length >= 4 && !own.includes(name))
  return lines.flatMap((line) =>
    clausesOf(line.text).flatMap((clause) => {
      const name = COMPARED.test(clause) ? undefined : names.find((each) => clause.includes(each))
      return name === undefined
        ? []
        : [reportFinding(EVA_076, paragraphPlace(line), `出现“${name}”，不是本项目的名称，请核对。`, clause)]
    }),
  )
}

/** 与某县某站交换意见: the preposition is no part of the name. */
const LEADING = /^\s*[与和对在于由向及]/

/** The county a report is about is the one its cover and its project name, or the one it names most. */
function otherPlaces(report: StudiedReport, lines: readonly Paragraph[]): ReportFinding[] {
  const { facts, cover } = report
  const counties = (text: string) => placesIn(text).filter(({ rank }) => rank === 'county')
  const head = [facts.projectName, facts.unitName, facts.departmentName, ...cover].join('，')
  const named = lines.flatMap(({ text }) =>
    clausesOf(text).flatMap((clause) => counties(clause.replace(LEADING, ''))),
  )
  const count = (name: string) => named.filter((place) => place.name === name).length
  const known = new Set(
    [...counties(head), ...named.filter(({ name }) => count(name) > 2)].map(({ name }) => name),
  )
  if (known.size === 0) return []
  return lines.flatMap((line) =>
    clausesOf(line.text).flatMap((clause) => {
      if (COMPARED.test(clause)) return []
      const other = counties(clause.replace(LEADING, '')).find(
        ({ name }) => !known.has(name) && !head.includes(name),
      )
      return other
        ? [
            reportFinding(
              EVA_076,
              paragraphPlace(line),
              `出现“${other.name}”，本报告是${[...known][0]}的，请核对地名。`,
              clause,
            ),
          ]
        : []
    }),
  )
}

const SUBJECT =
  /(?:^|对|是|于|将|为|由)[“《]?([\u4e00-\u9fff（）()]{4,30}?(?:项目|工程))[”》]?(?=已|总体|全部|绩效|实施|资金|完成|预算|支出|立项|开展|的?(?:评价|实施|绩效))/g
const COMMON =
  /项目|工程|建设|资金|专项|补助|补贴|经费|管理|服务|实施|完成|整体|支出|年度|绩效|评价|工作|中央|省级|市级|县级|本次|单位|预算|财政/g
const SHORTEST = 3
/** So few of its word pairs stand anywhere else in the report. */
const LEAST_KNOWN = 0.3

/** A project whose words stand nowhere else in the report. */
function otherProjects(report: StudiedReport, lines: readonly Paragraph[]): ReportFinding[] {
  const content = (text: string) => pairsOf(text.normalize('NFKC').replace(COMMON, '，'))
  const paragraphs = new Map<string, Set<number>>()
  const note = (text: string, at: number) => {
    for (const pair of content(text)) {
      const places = paragraphs.get(pair)
      if (places) places.add(at)
      else paragraphs.set(pair, new Set([at]))
    }
  }
  for (const [at, { text }] of lines.entries()) note(text, at)
  for (const cell of report.cells) note(cell, -1)
  note([report.facts.projectName, report.facts.unitName].join('，'), -2)
  return lines.flatMap((line, at) =>
    clausesOf(line.text).flatMap((clause) => {
      if (COMPARED.test(clause)) return []
      for (const [, subject = ''] of clause.matchAll(SUBJECT)) {
        const pairs = content(subject)
        if (/^(本|该|此|上述|以上|各|所有|其他)/.test(subject) || pairs.size < SHORTEST) continue
        const known = [...pairs].filter((pair) =>
          [...(paragraphs.get(pair) ?? [])].some((place) => place !== at),
        )
        if (known.length / pairs.size >= LEAST_KNOWN) continue
        return [
          reportFinding(EVA_076, paragraphPlace(line), `说的是“${subject}”，像是别的项目，请核对。`, clause),
        ]
      }
      return []
    }),
  )
}

const YEAR = /(20\d{2})\s*年度?[^，。；]{0,16}(?:绩效评价|评价(?:得分|结论|结果|报告)|综合得分)/

function otherYears({ facts, cover }: StudiedReport, lines: readonly Paragraph[]): ReportFinding[] {
  const titled = YEAR.exec(cover.join(''))?.[1]
  const year = facts.fiscalYear ?? (titled ? Number(titled) : undefined)
  if (year === undefined) return []
  return lines.flatMap((line) =>
    clausesOf(line.text).flatMap((clause) => {
      const found = YEAR.exec(clause)
      if (!found || Number(found[1]) === year || COMPARED.test(clause) || /印发|号|办法|通知/.test(clause))
        return []
      return [
        reportFinding(
          EVA_076,
          paragraphPlace(line),
          `写的是${found[1]}年，本报告评价${year}年度，请核对年份。`,
          clause,
        ),
      ]
    }),
  )
}

function otherAgencies({ facts }: StudiedReport, lines: readonly Paragraph[]): ReportFinding[] {
  const signed = lines.flatMap((line) => {
    const name = SIGNED.exec(line.text)?.[1]?.replace(/\s.*$/, '')
    return name ? [{ line, name }] : []
  })
  const own = facts.agencyName ?? signed[0]?.name ?? ''
  return signed
    .filter(({ name }) => withoutBracket(name) !== withoutBracket(own))
    .map(({ line, name }) =>
      reportFinding(EVA_076, paragraphPlace(line), `评价机构写“${name}”，应为“${own}”，请核对。`, line.text),
    )
}

/** What follows in brackets (盖章, a branch) is not compared. */
function withoutBracket(name: string): string {
  return name.replace(/[（(].*$/, '')
}
