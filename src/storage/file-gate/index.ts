export {
  ALLOWED_EXTENSIONS,
  type FileKind,
  type InspectedFile,
  inspectFile,
  TABLE_FILE_KINDS,
} from './inspect-file.ts'
export { FILE_LIMITS } from './limits.ts'
export { type GateLimits, runGated } from './run-gated.ts'
