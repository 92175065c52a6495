import { OPERATION_RULES } from './operation-rules.ts';
import type { Rule } from './rule.ts';
import { SCHEMA_RULES } from './schema-rules.ts';

/** Every kind of change that there is a name for, by id. */
export const RULES: ReadonlyMap<string, Rule> = new Map(
  [...OPERATION_RULES, ...SCHEMA_RULES].map((rule) => [rule.id, rule]),
);
