import type { ObjectSchema, Property, Schema } from '@apipin/openapi-model';
import { stringLiteral, usesVariable } from '../source-text.ts';
import { emitPredicate } from './emit-predicate.ts';
import type { PredicateContext } from './predicate-context.ts';

/** Emits the statements that test whether `value` is an object that `schema` accepts. */
export function emitObjectBody(schema: ObjectSchema, context: PredicateContext): string {
  return [
    `if (!${context.helper('isObject')}(value)) return false;`,
    ...cheapFirst(schema.properties).map((property, index) =>
      emitProperty(property, index, context),
    ),
    ...schema.requiredNames.map((name) => `if (!${has(name)}) return false;`),
    ...[...schema.dependentRequired].map(
      ([name, names]) =>
        `if (${has(name)} && !(${names.map(has).join(' && ') || 'true'})) return false;`,
    ),
    emitCount(schema),
    emitLoop(schema, context),
    'return true;',
  ]
    .filter((statement) => statement !== '')
    .join('\n');
}

/** A value that is wrong is mostly wrong in more than one place: what is quick to see is looked at first. */
function cheapFirst(properties: readonly Property[]): Property[] {
  return properties.toSorted((a, b) => costOf(a.schema) - costOf(b.schema));
}

function costOf(schema: Schema): number {
  switch (schema.kind) {
    case 'null':
    case 'boolean':
    case 'number':
    case 'enum':
      return 0;
    case 'string':
      return schema.pattern === undefined && schema.format === undefined ? 0 : 1;
    default:
      return 2;
  }
}

function has(name: string): string {
  return `Object.hasOwn(value, ${stringLiteral(name)})`;
}

/** Kinds that `undefined` never matches, so that reading a property is enough to see that it is missing. */
const DEFINED_KINDS: ReadonlySet<Schema['kind']> = new Set([
  'null',
  'boolean',
  'number',
  'string',
  'enum',
  'array',
  'object',
]);

function emitProperty(
  { name, required, schema }: Property,
  index: number,
  context: PredicateContext,
): string {
  const key = stringLiteral(name);
  const local = `p${index}`;
  if (name in Object.prototype) {
    const test = emitPredicate(schema, `value[${key}]`, context);
    return required
      ? `if (!${has(name)} || !(${test})) return false;`
      : `if (${has(name)} && !(${test})) return false;`;
  }
  const test = emitPredicate(schema, local, context);
  const declaration = `const ${local} = value[${key}];`;
  if (required) {
    const present = DEFINED_KINDS.has(schema.kind) ? '' : `${local} === undefined || `;
    return `${declaration}\nif (${present}!(${test})) return false;`;
  }
  return `${declaration}\nif (${local} === undefined ? ${key} in value : !(${test})) return false;`;
}

function emitCount({ minProperties, maxProperties }: ObjectSchema): string {
  const count = 'Object.keys(value).length';
  return [
    minProperties === undefined ? '' : `if (${count} < ${minProperties}) return false;`,
    maxProperties === undefined ? '' : `if (${count} > ${maxProperties}) return false;`,
  ]
    .join('\n')
    .trim();
}

/** Keywords that look at every property, whatever its name. */
function emitLoop(schema: ObjectSchema, context: PredicateContext): string {
  const { properties, patternProperties, additionalProperties, propertyNames } = schema;
  if (propertyNames?.kind === 'never') return 'if (Object.keys(value).length > 0) return false;';
  const restrictsRest = additionalProperties !== undefined && additionalProperties.kind !== 'any';
  if (!restrictsRest && patternProperties.length === 0 && propertyNames === undefined) return '';

  const patterns = patternProperties.map(({ pattern, schema: property }) => ({
    matches: `${context.pattern(pattern)}.test(key)`,
    test: emitPredicate(property, 'value[key]', context),
  }));
  const known = [
    ...properties.map(({ name }) => `key === ${stringLiteral(name)}`),
    ...patterns.map(({ matches }) => matches),
  ];
  const statements = [
    propertyNames === undefined
      ? ''
      : `if (!(${emitPredicate(propertyNames, 'key', context)})) return false;`,
    ...patterns.map(({ matches, test }) => `if (${matches} && !(${test})) return false;`),
    restrictsRest
      ? `if (!(${[...known, emitPredicate(additionalProperties, 'value[key]', context)].join(' || ')})) return false;`
      : '',
  ];
  const body = statements.filter((statement) => statement !== '').join('\n');
  if (!usesVariable(body, 'key')) return `if (Object.keys(value).length > 0) {\n${body}\n}`;
  // A schema of names may compare them with anything.
  const keys = propertyNames === undefined ? 'Object.keys(value)' : 'Object.keys(value) as any[]';
  return `for (const key of ${keys}) {\n${body}\n}`;
}
