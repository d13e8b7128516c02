import type { Role } from '../org/roles.ts'

/** 监督查阅: People's Congress and auditors of the place; the leader and the region see what they are shown. */
export const OVERSIGHT_READERS: readonly Role[] = ['congress', 'audit', 'finance_leader', 'province']
