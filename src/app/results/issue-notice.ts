import { rectificationNotice } from '../../domain/results/index.ts'
import { defineAct } from '../records/act.ts'

/** 送签. */
export const proposeNotice = defineAct(rectificationNotice, 'propose')

/** 签发整改通知. */
export const issueNotice = defineAct(rectificationNotice, 'issue')

/** 办结整改通知. */
export const closeNotice = defineAct(rectificationNotice, 'close')
