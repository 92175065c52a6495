import type { ObjectSchema, Property, Schema } from '@apipin/openapi-model';
import { docComment, propertyKey, stringLiteral } from '../source-text.ts';
import { optional, refined, type Expression } from './expression.ts';
import { refersTo } from './refers-to.ts';
import type { ZodContext } from './zod-context.ts';

type EmitSchema = (schema: Schema, context: ZodContext) => Expression;

/**
 * Emits an object. Properties that the schema does not list are kept, whatever they are, unless it says otherwise.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
 */
export function emitObject(
  schema: ObjectSchema,
  context: ZodContext,
  emit: EmitSchema,
): Expression {
  // Names that every object inherits look present to zod where they are absent, or are skipped.
  const plain = schema.properties.filter(({ name }) => !isInherited(name));
  const inherited = schema.properties.filter(({ name }) => isInherited(name));
  const base =
    plain.length === 0 && inherited.length === 0
      ? emitMap(schema, context, emit)
      : emitShape(plain, schema, context, emit);
  const required = [
    ...inherited.filter((property) => property.required).map(({ name }) => name),
    ...schema.requiredNames,
  ];
  return refined(
    base,
    ...inherited.map(
      (property) =>
        `.check(${context.check('ownProperty')}(${stringLiteral(property.name)}, ${emit(property.schema, context).code}))`,
    ),
    required.length === 0
      ? ''
      : `.check(${context.check('requiredProperties')}(${required.map(stringLiteral).join(', ')}))`,
    emitPatterns(schema, context, emit),
    schema.propertyNames === undefined
      ? ''
      : `.check(${context.check('propertyNames')}(${emit(schema.propertyNames, context).code}))`,
    emitCount(schema, context),
    emitDependentRequired(schema, context),
  );
}

function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** An object without listed properties: what remains says something about all of them. */
function emitMap(schema: ObjectSchema, context: ZodContext, emit: EmitSchema): Expression {
  const additional = schema.additionalProperties;
  if (additional === undefined || additional.kind === 'any' || isCheckedByName(schema))
    return LOOSE;
  if (additional.kind === 'never')
    return { code: 'z.strictObject({})', type: 'z.ZodObject<{}, z.core.$strict>' };
  const value = emit(additional, context);
  return {
    code: `z.record(z.string(), ${value.code})`,
    type: `z.ZodRecord<z.ZodString, ${value.type}>`,
  };
}

const LOOSE: Expression = { code: 'z.looseObject({})', type: 'z.ZodObject<{}, z.core.$loose>' };

function emitShape(
  properties: readonly Property[],
  schema: ObjectSchema,
  context: ZodContext,
  emit: EmitSchema,
): Expression {
  const members = properties.map((property) => emitProperty(property, context, emit));
  const shape = `{${members.map(({ code }) => `\n${code},`).join('')}\n}`;
  const shapeType = `{ ${members.map(({ type }) => type).join('; ')} }`;
  const additional = schema.additionalProperties;
  if (additional === undefined || additional.kind === 'any' || isCheckedByName(schema)) {
    return { code: `z.looseObject(${shape})`, type: `z.ZodObject<${shapeType}, z.core.$loose>` };
  }
  if (additional.kind === 'never') {
    return { code: `z.strictObject(${shape})`, type: `z.ZodObject<${shapeType}, z.core.$strict>` };
  }
  const rest = emit(additional, context);
  return {
    code: `z.object(${shape}).catchall(${rest.code})`,
    type: `z.ZodObject<${shapeType}, z.core.$catchall<${rest.type}>>`,
  };
}

function emitProperty(property: Property, context: ZodContext, emit: EmitSchema): Expression {
  const { name, required, schema } = property;
  const recursive = refersTo(schema, (target) => context.isRecursive(target));
  const value = emit(schema, recursive ? context.deferred() : context);
  const { code, type } = required ? value : optional(value);
  const key = propertyKey(name);
  const comment = docComment([schema.description, schema.deprecated ? '@deprecated' : undefined]);
  return {
    code: comment + (recursive ? `get ${key}(): ${type} { return ${code}; }` : `${key}: ${code}`),
    type: `${key}: ${type}`,
  };
}

/** Whether what is left over can only be told by looking at each name: zod knows neither patterns nor inherited names. */
function isCheckedByName({
  properties,
  patternProperties,
  additionalProperties,
}: ObjectSchema): boolean {
  const hasInherited = properties.some(({ name }) => isInherited(name));
  return patternProperties.length > 0 || (hasInherited && additionalProperties !== undefined);
}

function emitPatterns(schema: ObjectSchema, context: ZodContext, emit: EmitSchema): string {
  if (!isCheckedByName(schema)) return '';
  const patterns = schema.patternProperties.map(
    ({ pattern, schema: property }) =>
      `[${context.pattern(pattern)}, ${emit(property, context).code}]`,
  );
  const names = schema.properties.map(({ name }) => stringLiteral(name));
  const additional = schema.additionalProperties && emit(schema.additionalProperties, context).code;
  const rest = additional === undefined ? '' : `, [${names.join(', ')}], ${additional}`;
  return `.check(${context.check('patternProperties')}([${patterns.join(', ')}]${rest}))`;
}

function emitCount({ minProperties, maxProperties }: ObjectSchema, context: ZodContext): string {
  if (minProperties === undefined && maxProperties === undefined) return '';
  const bounds =
    maxProperties === undefined ? `${minProperties}` : `${minProperties ?? 0}, ${maxProperties}`;
  return `.check(${context.check('propertyCount')}(${bounds}))`;
}

function emitDependentRequired({ dependentRequired }: ObjectSchema, context: ZodContext): string {
  if (dependentRequired.size === 0) return '';
  const entries = [...dependentRequired].map(
    ([name, names]) => `[${stringLiteral(name)}, [${names.map(stringLiteral).join(', ')}]]`,
  );
  return `.check(${context.check('dependentRequired')}([${entries.join(', ')}]))`;
}
