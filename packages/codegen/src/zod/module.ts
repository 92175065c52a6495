const IMPORTS = {
  z: "import * as z from './zod.js';",
  checks: "import * as checks from './checks.js';",
  predicates: "import * as predicates from './predicates.js';",
  schemas: "import * as schemas from './schemas.js';",
  values: "import * as values from './values.js';",
  validators: "import * as validators from './operations.js';",
} as const;

/** What a generated module can import. */
export type Module = keyof typeof IMPORTS;

/** A module of `declarations` with the imports they use, and no others: unused ones fail under `noUnusedLocals`. */
export function moduleOf(declarations: readonly string[], uses: ReadonlySet<Module>): string {
  if (declarations.length === 0) return 'export {};\n';
  const imports = Object.entries(IMPORTS).filter(([name]) => uses.has(name as Module));
  return `${imports.map(([, line]) => line).join('\n')}\n\n${declarations.join('\n')}`;
}
