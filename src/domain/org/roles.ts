/** 岗位角色: what a post lets a person do. One post has one role; a person may hold several posts. */
export const ROLES = {
  unit: '单位经办',
  department: '主管部门',
  finance_business: '财政业务股',
  finance_performance: '财政绩效股',
  finance_leader: '财政分管领导',
  expert: '专家',
  agency: '第三方机构',
  province: '自治区财政厅',
  congress: '人大',
  audit: '审计',
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  audit_admin: '审计管理员',
} as const

export type Role = keyof typeof ROLES

/** 三员: they run, grant and watch the system and have no business rights (GB/T 22239 8.1.5). */
export const ADMINISTRATORS: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin']

/**
 * How far a role sees. `assigned` is a project by project grant; `none` sees no project at all.
 * The same words stand in the row-level policies of the database.
 */
export type ScopeKind = 'province' | 'jurisdiction' | 'department' | 'unit' | 'assigned' | 'none'

export const SCOPE_OF_ROLE: Readonly<Record<Role, ScopeKind>> = {
  unit: 'unit',
  department: 'department',
  finance_business: 'jurisdiction',
  finance_performance: 'jurisdiction',
  finance_leader: 'jurisdiction',
  expert: 'assigned',
  agency: 'assigned',
  province: 'province',
  congress: 'jurisdiction',
  audit: 'jurisdiction',
  system_admin: 'none',
  security_admin: 'none',
  audit_admin: 'none',
}
