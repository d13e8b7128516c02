import { loadRules, RULE_HEADERS } from '../rules/index.ts'
import { RULES_FOLDER } from './rules-folder.ts'

/** Every rule, and every parameter as it stands for a place on a day. */
export function loadRuleCatalogue(moment: { readonly jurisdiction: string; readonly date: string }) {
  const book = loadRules(RULES_FOLDER)
  const reader = book.at(moment)
  return {
    rules: RULE_HEADERS,
    parameters: book.parameters.map(({ id, title }) => {
      const { use } = reader.value(id)
      return {
        id,
        title,
        value: use.value,
        from: use.from,
        source: use.sourceTitle,
        isChecked: use.isChecked,
      }
    }),
  }
}
