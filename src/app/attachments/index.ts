import type { UseCase } from '../kernel/use-case.ts'
import { registerAttachment, viewAttachment } from './register-attachment.ts'

export { registerAttachment, viewAttachment }
export { type ReceivedFile, receiveFile } from './receive-file.ts'

export const attachmentUseCases = [registerAttachment, viewAttachment] as unknown as readonly UseCase[]
