import type { ArraySchema } from '@apipin/openapi-model';
import { emitPredicate } from './emit-predicate.ts';
import type { PredicateContext } from './predicate-context.ts';

/** Emits the statements that test whether `value` is an array that `schema` accepts. */
export function emitArrayBody(schema: ArraySchema, context: PredicateContext): string {
  const { prefixItems, items, minItems, maxItems, uniqueItems } = schema;
  const first = prefixItems.length;
  return [
    'if (!Array.isArray(value)) return false;',
    minItems === undefined ? '' : `if (value.length < ${minItems}) return false;`,
    maxItems === undefined ? '' : `if (value.length > ${maxItems}) return false;`,
    ...prefixItems.map(
      (item, index) =>
        `if (value.length > ${index} && !(${emitPredicate(item, `value[${index}]`, context)})) return false;`,
    ),
    items === undefined || items.kind === 'any'
      ? ''
      : `for (let index = ${first}; index < value.length; index += 1) {
const item = value[index];
if (!(${emitPredicate(items, 'item', context)})) return false;
}`,
    emitContains(schema, context),
    uniqueItems ? `if (!${context.helper('hasUniqueItems')}(value)) return false;` : '',
    'return true;',
  ]
    .filter((statement) => statement !== '')
    .join('\n');
}

function emitContains({ contains }: ArraySchema, context: PredicateContext): string {
  if (contains === undefined) return '';
  const { schema, min, max } = contains;
  const atMost = max === undefined ? '' : ` || count > ${max}`;
  return `let count = 0;
for (const item of value) {
if (${emitPredicate(schema, 'item', context)}) count += 1;
}
if (count < ${min}${atMost}) return false;`;
}
