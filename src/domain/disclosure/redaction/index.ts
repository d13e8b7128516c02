export { CONCEALED_KINDS, type Concealed, type ConcealedKind, type ScanKnowledge } from './concealed.ts'
export { checkCharacter } from './identity-number.ts'
export { passesLuhn } from './bank-account.ts'
export { scanText } from './scan-text.ts'
