import type { ArraySchema } from '@apipin/openapi-model';
import { usesVariable } from '../source-text.ts';
import { emitPredicate } from './emit-predicate.ts';
import type { PredicateContext } from './predicate-context.ts';

/** Emits the statements that test whether `value` is an array that `schema` accepts. */
export function emitArrayBody(schema: ArraySchema, context: PredicateContext): string {
  const { prefixItems, minItems, maxItems, uniqueItems } = schema;
  return [
    'if (!Array.isArray(value)) return false;',
    minItems === undefined ? '' : `if (value.length < ${minItems}) return false;`,
    maxItems === undefined ? '' : `if (value.length > ${maxItems}) return false;`,
    ...prefixItems.map(
      (item, index) =>
        `if (value.length > ${index} && !(${emitPredicate(item, `value[${index}]`, context)})) return false;`,
    ),
    emitItems(schema, context),
    emitContains(schema, context),
    uniqueItems ? `if (!${context.helper('hasUniqueItems')}(value)) return false;` : '',
    'return true;',
  ]
    .filter((statement) => statement !== '')
    .join('\n');
}

/** What follows the items that have a schema of their own. */
function emitItems({ prefixItems, items }: ArraySchema, context: PredicateContext): string {
  const first = prefixItems.length;
  if (items === undefined || items.kind === 'any') return '';
  if (items.kind === 'never') return `if (value.length > ${first}) return false;`;
  return `for (let index = ${first}; index < value.length; index += 1) {
const item = value[index];
if (!(${emitPredicate(items, 'item', context)})) return false;
}`;
}

function emitContains({ contains }: ArraySchema, context: PredicateContext): string {
  if (contains === undefined) return '';
  const { schema, min, max } = contains;
  const atMost = max === undefined ? '' : ` || count > ${max}`;
  const matches = emitPredicate(schema, 'item', context);
  return `const count = value.filter((${usesVariable(matches, 'item') ? 'item: any' : ''}) => ${matches}).length;
if (count < ${min}${atMost}) return false;`;
}
