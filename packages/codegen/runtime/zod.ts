import * as z from 'zod';

/**
 * zod, with objects that give back what they were given.
 *
 * zod copies an object while parsing it, and a copy never has an own property called `__proto__`: what an object holds
 * there would be lost, and not be checked where the schema says something about all further properties.
 */
export * from 'zod';

const initObject: typeof z.ZodObject.init = z.ZodObject.init;
const initRecord: typeof z.ZodRecord.init = z.ZodRecord.init;

const initIntersection: typeof z.ZodIntersection.init = z.ZodIntersection.init;

const KeptObject: z.core.$constructor<z.ZodObject> = /* @__PURE__ */ z.core.$constructor(
  'KeptObject',
  (schema, definition) => {
    initObject(schema, definition);
    const { catchall } = definition;
    // A strict object names `__proto__` itself.
    keepInput(schema, catchall?._zod.def.type === 'never' ? undefined : catchall);
  },
);

const KeptRecord: z.core.$constructor<z.ZodRecord> = /* @__PURE__ */ z.core.$constructor(
  'KeptRecord',
  (schema, definition) => {
    initRecord(schema, definition);
    keepInput(schema, definition.valueType);
  },
);

/**
 * zod forgives a closed object for what the other side knows, and merges two results into a third. In JSON Schema each
 * side has its own say.
 */
const BothSides: z.core.$constructor<z.ZodIntersection> = /* @__PURE__ */ z.core.$constructor(
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

export const intersection: typeof z.intersection = (left, right) =>
  new BothSides(z.intersection(left, right)._zod.def as never) as unknown as z.ZodIntersection<
    typeof left,
    typeof right
  >;

export const object: typeof z.object = (shape, params) => kept(z.object(shape, params));

export const looseObject: typeof z.looseObject = (shape, params) =>
  kept(z.looseObject(shape, params));

export const strictObject: typeof z.strictObject = (shape, params) =>
  kept(z.strictObject(shape, params));

export const record: typeof z.record = (key, value, params) => {
  const schema = z.record(key, value, params);
  return new KeptRecord(schema._zod.def as never) as unknown as typeof schema;
};

function kept<Schema extends z.ZodObject>(schema: Schema): Schema {
  return new KeptObject(schema._zod.def as never) as unknown as Schema;
}

/** Lets the input stand as the result, and checks its `__proto__` with `rest` as any other property that is not listed. */
function keepInput(schema: z.core.$ZodType, rest: z.core.$ZodType | undefined): void {
  const { parse } = schema._zod;
  schema._zod.parse = (payload, context) => {
    const { value } = payload;
    const result = parse(payload, context);
    if (result instanceof Promise) return result;
    const hidden = rest && Object.getOwnPropertyDescriptor(Object(value), '__proto__');
    if (hidden !== undefined) {
      const checked = rest?._zod.run({ value: hidden.value, issues: [] }, context);
      if (checked !== undefined && !(checked instanceof Promise)) {
        result.issues.push(...z.core.util.prefixIssues('__proto__', checked.issues));
      }
    }
    result.value = value;
    return result;
  };
}
