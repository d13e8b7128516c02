import { DomainError } from '../domain/shared/errors.ts'
import { listRules, loadForms, loadRules, STANDINGS } from '../rules/index.ts'
import { RULES_FOLDER } from './rules-folder.ts'

/** Every rule, and every parameter in force for a place on a day; those not yet in force are left out. */
export function loadRuleCatalogue(moment: { readonly jurisdiction: string; readonly date: string }) {
  const book = loadRules(RULES_FOLDER)
  const reader = book.at(moment)
  return {
    rules: listRules(book.sources, loadForms(RULES_FOLDER)),
    parameters: book.parameters.flatMap(({ id, title }) => {
      try {
        const { value, from, sourceTitle, standing, isChecked } = reader.value(id).use
        return [{ id, title, value, from, source: sourceTitle, standing, isChecked }]
      } catch (error) {
        if (error instanceof DomainError && error.code === 'PARAMETER_NOT_IN_FORCE') return []
        throw error
      }
    }),
    standings: STANDINGS,
  }
}
