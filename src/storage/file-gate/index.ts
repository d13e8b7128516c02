export { ALLOWED_EXTENSIONS, type FileKind, type InspectedFile, inspectFile } from './inspect-file.ts'
export { FILE_LIMITS } from './limits.ts'
export { runGated } from './run-gated.ts'
