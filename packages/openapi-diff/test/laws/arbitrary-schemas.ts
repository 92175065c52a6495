import { isJsonObject, type JsonObject, type JsonValue } from '@apipin/openapi-model';
import fc from 'fast-check';
import { mapDocument, type SchemaDocument } from './json-schemas.ts';

const count = fc.integer({ min: 0, max: 3 });
const size = fc.integer({ min: -2, max: 4 });
const name = fc.constantFrom('a', 'b', 'c');
const scalar: fc.Arbitrary<JsonValue> = fc.constantFrom<JsonValue>(
  null,
  true,
  0,
  1,
  2,
  1.5,
  '',
  'a',
  'ab',
);

/** Keywords, each present or not. */
function keywords(values: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  return fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;
}

const stringKeywords = keywords({
  minLength: count,
  maxLength: count,
  pattern: fc.constantFrom('^a', 'b', '^[a-c]*$'),
});
const numberKeywords = keywords({
  minimum: size,
  maximum: size,
  exclusiveMinimum: size,
  exclusiveMaximum: size,
  multipleOf: fc.constantFrom(1, 2, 3, 0.5, 4),
});

const leaf: fc.Arbitrary<JsonValue> = fc.oneof(
  stringKeywords.map((own) => ({ type: 'string', ...own })),
  numberKeywords.map((own) => ({ type: 'number', ...own })),
  numberKeywords.map((own) => ({ type: 'integer', ...own })),
  fc.constantFrom<JsonValue>({ type: 'boolean' }, { type: 'null' }, {}, true, false),
  fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }).map((values) => ({ enum: values })),
  scalar.map((value) => ({ const: value })),
  fc
    .uniqueArray(fc.constantFrom('string', 'integer', 'number', 'boolean', 'null', 'object'), {
      minLength: 2,
      maxLength: 3,
    })
    .map((type) => ({ type })),
  fc.tuple(stringKeywords, numberKeywords).map(([a, b]) => ({ ...a, ...b })),
);

const { schema } = fc.letrec<{ schema: JsonValue; inner: JsonValue }>((tie) => {
  const inner = tie('inner');
  const arrays = keywords({
    items: inner,
    prefixItems: fc.array(inner, { minLength: 1, maxLength: 2 }),
    minItems: count,
    maxItems: count,
    uniqueItems: fc.boolean(),
    contains: inner,
    minContains: count,
    maxContains: count,
  });
  const objects = keywords({
    properties: fc.dictionary(name, inner, { maxKeys: 3 }),
    required: fc.uniqueArray(name, { maxLength: 2 }),
    additionalProperties: fc.oneof(fc.constant(false), inner),
    patternProperties: fc.dictionary(fc.constant('^x'), inner, { maxKeys: 1 }),
    propertyNames: fc.oneof(stringKeywords, fc.constant({ enum: ['a', 'zz'] })),
    minProperties: count,
    maxProperties: count,
    dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 1 }),
  });
  const plainObjects = keywords({
    properties: fc.dictionary(name, inner, { maxKeys: 3 }),
    required: fc.uniqueArray(name, { maxLength: 2 }),
  });
  const members = fc.array(tie('schema'), { minLength: 2, maxLength: 3 });
  const composed: fc.Arbitrary<JsonValue> = fc.oneof(
    members.map((allOf) => ({ allOf })),
    members.map((anyOf) => ({ anyOf })),
    members.map((oneOf) => ({ oneOf })),
    fc.tuple(plainObjects, members).map(([own, allOf]) => ({ type: 'object', ...own, allOf })),
    fc.tuple(plainObjects, members).map(([own, anyOf]) => ({ type: 'object', ...own, anyOf })),
    tie('schema').map((not) => ({ not })),
    keywords({ if: tie('schema'), then: tie('schema'), else: tie('schema') }),
    fc.dictionary(name, tie('schema'), { maxKeys: 1 }).map((dependentSchemas) => ({
      dependentSchemas,
    })),
  );
  return {
    schema: fc.oneof(
      { depthSize: 'xsmall', maxDepth: 4, withCrossShrink: true },
      leaf,
      leaf,
      plainObjects.map((own) => ({ type: 'object', ...own })),
      objects.map((own) => ({ type: 'object', ...own })),
      arrays.map((own) => ({ type: 'array', ...own })),
      objects,
      composed,
    ),
    // References stand where a value is one level deeper, or validators would never come to an end.
    inner: fc.oneof(
      { arbitrary: tie('schema'), weight: 4 },
      { arbitrary: fc.constantFrom('A', 'B').map(refTo), weight: 1 },
    ),
  };
});

function refTo(component: string): JsonValue {
  return { $ref: `#/components/schemas/${component}` };
}

/** Any schema, with the components `A` and `B` to refer to. */
export const schemaDocuments: fc.Arbitrary<SchemaDocument> = fc.record({
  root: schema,
  components: fc.record({ A: schema, B: schema }),
});

/** One edit of one schema in a document. */
interface Edit {
  /** Which schema, counted from the innermost, modulo how many there are. */
  readonly index: number;
  readonly how: 'replace' | 'remove keyword' | 'shift' | 'merge' | 'require' | 'anyOf' | 'allOf';
  readonly with: JsonValue;
}

const edits: fc.Arbitrary<Edit> = fc.record({
  index: fc.nat({ max: 50 }),
  how: fc.constantFrom('replace', 'remove keyword', 'shift', 'merge', 'require', 'anyOf', 'allOf'),
  with: schema,
});

/** Two documents, of which the newer is the older with one to three edits, or another one altogether. */
export const documentPairs: fc.Arbitrary<readonly [SchemaDocument, SchemaDocument]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(schemaDocuments, fc.array(edits, { minLength: 1, maxLength: 3 }))
      .map(([old, all]) => [old, all.reduce(applyEdit, old)] as const),
  },
  { weight: 1, arbitrary: fc.tuple(schemaDocuments, schemaDocuments) },
);

function applyEdit(document: SchemaDocument, edit: Edit): SchemaDocument {
  let total = 0;
  mapDocument(document, (each) => {
    total += 1;
    return each;
  });
  let index = 0;
  return mapDocument(document, (each) => {
    index += 1;
    return index - 1 === edit.index % total ? edited(each, edit) : each;
  });
}

function edited(old: JsonValue, { how, index, with: other }: Edit): JsonValue {
  if (!isJsonObject(old) || '$ref' in old || how === 'replace') return other;
  const entries = Object.entries(old);
  const chosen = index % Math.max(entries.length, 1);
  switch (how) {
    case 'remove keyword':
      return Object.fromEntries(entries.filter((_, at) => at !== chosen));
    case 'shift':
      return Object.fromEntries(
        entries.map(([keyword, value]) => [
          keyword,
          typeof value === 'number' && keyword !== 'const' ? value + 1 : value,
        ]),
      );
    case 'merge':
      return isJsonObject(other) && !('$ref' in other) ? { ...old, ...other } : old;
    case 'require':
      return { ...old, required: ['a'] };
    case 'anyOf':
      return { anyOf: [old, other] };
    case 'allOf':
      return { allOf: [old, other] };
  }
}
