/** What others may use of the blueprint's pure part: the pack, reading and writing it, cases without names. */
export * from './anonymise.ts'
export * from './pack.ts'
export { type PackFault, type PackReading, readPack } from './read-pack.ts'
export { numbersOfContent } from './record-numbers.ts'
export { typedNames } from './typed-names.ts'
export { digestOf, makePack, writePack } from './write-pack.ts'
