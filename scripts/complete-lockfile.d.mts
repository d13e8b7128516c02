export function missingEntries(lock: { packages: object }): { readonly [place: string]: object }
