import { selection } from '../../domain/pilot/index.ts'
import { defineAct } from '../records/act.ts'

/** 推荐为试点项目. */
export const proposeSelection = defineAct(selection, 'propose')

/** 确定为试点项目. */
export const confirmSelection = defineAct(selection, 'confirm')
