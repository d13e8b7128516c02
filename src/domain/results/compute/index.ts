export * from './deadlines.ts'
export * from './linkage.ts'
export * from './linkage-totals.ts'
export * from './rectification-rate.ts'
