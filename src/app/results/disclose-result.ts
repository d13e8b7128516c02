import { disclosure } from '../../domain/results/index.ts'
import { defineAct } from '../records/act.ts'
import { checkDisclosureContent } from './disclosure-behaviour.ts'

/** 提交公开稿. */
export const proposeDisclosure = defineAct(disclosure, 'propose', { gate: checkDisclosureContent })

/** 批准公开. */
export const publishDisclosure = defineAct(disclosure, 'publish', { gate: checkDisclosureContent })
