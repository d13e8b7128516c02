import { findBetterExample, type SuggestIndex } from '../indicators/index.ts'
import type { FindExample } from './study.ts'

/** Better wordings for weak indicators, out of the indicator library. */
export function libraryExamples(index: SuggestIndex): FindExample {
  return ({ name, level1, level2, target }) => {
    const found = findBetterExample(index, { name: name ?? '', level1, level2, targetText: target })
    return found && { text: found.text, why: found.why }
  }
}
