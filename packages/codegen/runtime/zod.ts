import * as z from 'zod';
import * as core from 'zod/v4/core';

/**
 * zod, with objects, records and arrays that give back what they were given.
 *
 * zod copies what it looks into, and a copied object never has an own property called `__proto__`: what is there would be
 * lost, and not be checked where the schema says something about all further properties. Here a copy is made only where a
 * part has changed, as it can in schemas that were extended by transforms or defaults. Without copies, and without code
 * that is made at run time, validating is quicker too, and as quick under a Content Security Policy.
 *
 * And numbers may be of type `bigint`, as which parsers keep integers that a number would round. Types do not say so, as
 * only programs that parse in such a way have to know.
 */
export * from 'zod';

type Container = Record<PropertyKey, unknown>;

/** What is asked of the schema of a part, read from it once. */
interface PartSchema {
  readonly run: core.$ZodType['_zod']['run'];
  /** Whether the part may be absent, and whether nothing takes its place then. */
  readonly isOptional: boolean;
  readonly staysAbsent: boolean;
}

/** A container that is being looked into. */
interface Visit {
  readonly input: Container;
  readonly payload: core.ParsePayload;
  readonly context: core.ParseContextInternal;
  /** What parts are handed on in, one after the other. */
  readonly part: core.ParsePayload;
  /** The container with the parts that have changed. */
  copy: Container | undefined;
  isAsync: boolean;
}

const initObject: typeof z.ZodObject.init = z.ZodObject.init;
const initRecord: typeof z.ZodRecord.init = z.ZodRecord.init;
const initArray: typeof z.ZodArray.init = z.ZodArray.init;
const initIntersection: typeof z.ZodIntersection.init = z.ZodIntersection.init;

const KeptObject: core.$constructor<z.ZodObject> = /* @__PURE__ */ core.$constructor(
  'KeptObject',
  (schema, definition) => {
    initObject(schema, definition);
    const { catchall } = definition;
    const isLoose = catchall === undefined || acceptsAnything(catchall);
    let names: readonly string[] | undefined;
    let fields: readonly PartSchema[] = [];
    keepInput(schema, isObject, (visit) => {
      if (names === undefined) {
        names = Object.keys(definition.shape);
        fields = Object.values(definition.shape).map(partSchema);
      }
      for (let index = 0; index < names.length; index += 1) {
        visitPart(visit, names[index] as string, fields[index] as PartSchema);
      }
      if (isLoose) return;
      const rest = Object.keys(visit.input).filter(
        (name) => !Object.hasOwn(definition.shape, name),
      );
      if (catchall._zod.def.type === 'never') reportUnknown(visit, rest, schema);
      else visitAll(visit, rest, catchall);
    });
  },
);

const KeptRecord: core.$constructor<z.ZodRecord> = /* @__PURE__ */ core.$constructor(
  'KeptRecord',
  (schema, definition) => {
    initRecord(schema, definition);
    keepInput(schema, isObject, (visit) => {
      visitAll(visit, Object.keys(visit.input), definition.valueType);
    });
  },
);

const KeptArray: core.$constructor<z.ZodArray> = /* @__PURE__ */ core.$constructor(
  'KeptArray',
  (schema, definition) => {
    initArray(schema, definition);
    keepInput(schema, Array.isArray, (visit) => {
      const { length } = visit.input as unknown as readonly unknown[];
      const item = partSchema(definition.element);
      for (let index = 0; index < length; index += 1) visitPart(visit, index, item);
    });
  },
);

/** Checks compare a `bigint` with its bounds exactly. */
const ExactNumber: core.$constructor<z.ZodNumber> = /* @__PURE__ */ core.$constructor(
  'ExactNumber',
  (schema, definition) => {
    // Looked up here, as bundlers keep what a module reads of zod when it is loaded.
    const initNumber: typeof z.ZodNumber.init = z.ZodNumber.init;
    initNumber(schema, definition);
    const { parse } = schema._zod;
    schema._zod.parse = (payload, context) =>
      typeof payload.value === 'bigint' ? payload : parse(payload, context);
  },
);

/**
 * zod forgives a closed object for what the other side knows, and merges two results into a third. In JSON Schema each
 * side has its own say.
 */
const BothSides: core.$constructor<z.ZodIntersection> = /* @__PURE__ */ core.$constructor(
  'BothSides',
  (schema, definition) => {
    initIntersection(schema, definition);
    schema._zod.parse = (payload, context) => {
      for (const side of [definition.left, definition.right]) {
        const result = side._zod.run({ value: payload.value, issues: [] }, context);
        if (!(result instanceof Promise)) payload.issues.push(...result.issues);
      }
      return payload;
    };
  },
);

/**
 * The schema that `build` makes, behind a predicate that accepts the same values: zod is only asked for the issues where
 * the predicate says no. What is derived from the schema, with `.extend` or `.refine`, is without it.
 */
export function guardedBy<Schema extends z.ZodType>(
  isValid: (value: unknown) => boolean,
  build: () => Schema,
): Schema {
  const schema = build();
  const { run } = schema._zod;
  schema._zod.run = (payload, context) =>
    isValid(payload.value) ? payload : run(payload, context);
  return schema;
}

export const intersection: typeof z.intersection = (left, right) =>
  new BothSides(z.intersection(left, right)._zod.def as never) as unknown as z.ZodIntersection<
    typeof left,
    typeof right
  >;

export const number: typeof z.number = (params) =>
  new ExactNumber(z.number(params)._zod.def as never) as unknown as z.ZodNumber;

export const object: typeof z.object = (shape, params) => kept(z.object(shape, params));

export const looseObject: typeof z.looseObject = (shape, params) =>
  kept(z.looseObject(shape, params));

export const strictObject: typeof z.strictObject = (shape, params) =>
  kept(z.strictObject(shape, params));

export const record: typeof z.record = (key, value, params) => {
  const schema = z.record(key, value, params);
  return new KeptRecord(schema._zod.def as never) as unknown as typeof schema;
};

export const array: typeof z.array = (element, params) => {
  const schema = z.array(element, params);
  return new KeptArray(schema._zod.def as never) as unknown as typeof schema;
};

function kept<Schema extends z.ZodObject>(schema: Schema): Schema {
  return new KeptObject(schema._zod.def as never) as unknown as Schema;
}

function acceptsAnything({ _zod: { def } }: core.$ZodType): boolean {
  return def.type === 'unknown' && (def.checks ?? []).length === 0;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lets `look` visit the parts of what `isContainer`; zod sees to everything else, and to promises. */
function keepInput(
  schema: core.$ZodType,
  isContainer: (value: unknown) => boolean,
  look: (visit: Visit) => void,
): void {
  const { parse } = schema._zod;
  schema._zod.parse = (payload, context) => {
    if (!isContainer(payload.value)) return parse(payload, context);
    const input = payload.value as Container;
    const before = payload.issues.length;
    const part = { value: undefined, issues: [] };
    const visit: Visit = { input, payload, context, part, copy: undefined, isAsync: false };
    look(visit);
    if (visit.isAsync) {
      payload.issues.length = before;
      return parse(payload, context);
    }
    if (visit.copy !== undefined) payload.value = visit.copy;
    return payload;
  };
}

function partSchema({ _zod: { run, optin, optout } }: core.$ZodType): PartSchema {
  const isOptional = optin !== undefined;
  return { run, isOptional, staysAbsent: optin === 'optional' && optout === 'optional' };
}

function visitPart(visit: Visit, key: string | number, schema: PartSchema): void {
  const { input, part, payload } = visit;
  const value = input[key];
  const isAbsent = value === undefined && !(key in input);
  if (isAbsent && schema.staysAbsent) return;
  part.value = value;
  const result = schema.run(part, visit.context);
  if (result !== part && result instanceof Promise) {
    visit.isAsync = true;
  } else if (result.issues.length > 0) {
    payload.issues.push(...core.util.prefixIssues(key, result.issues));
    part.issues = [];
  } else if (isAbsent && !schema.isOptional) {
    const missing = { code: 'invalid_type', expected: 'nonoptional', input: undefined } as const;
    payload.issues.push({ ...missing, path: [key] });
  } else if (result.value !== value) {
    visit.copy ??= (Array.isArray(input) ? [...input] : { ...input }) as Container;
    const changed = { value: result.value, configurable: true, enumerable: true, writable: true };
    Object.defineProperty(visit.copy, key, changed);
  }
}

function visitAll(visit: Visit, names: readonly string[], schema: core.$ZodType): void {
  const each = partSchema(schema);
  for (const name of names) visitPart(visit, name, each);
}

function reportUnknown({ payload, input }: Visit, keys: string[], inst: core.$ZodType): void {
  if (keys.length === 0) return;
  payload.issues.push({ code: 'unrecognized_keys', keys, input, inst, continue: true });
}
