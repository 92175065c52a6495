import {
  canonicalJson,
  digestMeaning,
  isJsonObject,
  ownProperty,
  pointerTokens,
  type JsonObject,
  type JsonValue,
} from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdNames, lockNames } from './hold-names.ts';
import type { NameLock } from './name-lock.ts';

const RUNS = process.env['TEST_LONG'] === undefined ? 100 : 2_000;

/** What the parts of a `Design` are called. */
interface Naming {
  readonly schemas: readonly string[];
  readonly responses: readonly string[];
  readonly parameters: readonly string[];
  readonly securitySchemes: readonly string[];
  readonly operationIds: readonly string[];
  readonly tags: readonly string[];
  readonly pathParameters: readonly string[];
}

/** A document without names: parts refer to each other by index. */
interface Design {
  readonly schemas: readonly SchemaDesign[];
  /** The schema that says one thing more. */
  readonly changed?: number;
  readonly responses: readonly SchemaDesign[];
  readonly securitySchemes: readonly string[];
  readonly paths: readonly PathDesign[];
}

interface PathDesign {
  /** How many parameters the template has. */
  readonly parameters: number;
  /** Whether they stand under `components`. */
  readonly isShared: boolean;
  readonly operations: readonly OperationDesign[];
}

interface OperationDesign {
  readonly method: string;
  readonly tags: readonly number[];
  readonly security: readonly number[];
  readonly body: SchemaDesign | undefined;
  readonly ok: SchemaDesign;
  readonly failure: number;
}

type SchemaDesign =
  | { readonly kind: 'leaf'; readonly value: JsonObject }
  | { readonly kind: 'reference'; readonly to: number }
  | { readonly kind: 'object'; readonly properties: Readonly<Record<string, SchemaDesign>> }
  | { readonly kind: 'array'; readonly items: SchemaDesign }
  | { readonly kind: 'union'; readonly members: readonly number[]; readonly isTagged: boolean };

const MAX_PARTS = 6;

const POOL = [
  '__proto__',
  'a/b',
  'a~b',
  '%',
  'a b',
  'constructor',
  '$ref',
  '#/',
  'schemas',
  'StandardError',
  'StandardError_1',
  'StandardError_2',
  'Pet',
  'Pets',
  'getPet',
  'getPet_1',
];

const index = fc.nat(MAX_PARTS - 1);

const schema = fc.letrec<{ schema: SchemaDesign }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'schema' },
    fc.record({
      kind: fc.constant('leaf' as const),
      value: fc.constantFrom<JsonObject[]>(
        { type: 'string' },
        { type: 'integer', description: 'How many.' },
        { type: 'string', enum: ['#/components/schemas/Pet', 'Pet'] },
        { const: { $ref: '#/components/schemas/Pet' } },
      ),
    }),
    fc.record({ kind: fc.constant('reference' as const), to: index }),
    fc.record({
      kind: fc.constant('object' as const),
      properties: fc.dictionary(
        fc.constantFrom('id', 'items', '$ref', 'x-y', 'name'),
        tie('schema'),
        {
          maxKeys: 3,
          noNullPrototype: true,
        },
      ),
    }),
    fc.record({ kind: fc.constant('array' as const), items: tie('schema') }),
    fc.record({
      kind: fc.constant('union' as const),
      members: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
      isTagged: fc.boolean(),
    }),
  ),
})).schema;

const operation: fc.Arbitrary<OperationDesign> = fc.record({
  method: fc.constantFrom('get', 'put', 'post'),
  tags: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
  security: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
  body: fc.option(schema, { nil: undefined }),
  ok: schema,
  failure: fc.nat(2),
});

const design: fc.Arbitrary<Design> = fc.record({
  schemas: fc.array(schema, { minLength: MAX_PARTS, maxLength: MAX_PARTS }),
  responses: fc.array(schema, { minLength: 3, maxLength: 3 }),
  // Three alike that share more places than a lock has could not be told apart.
  securitySchemes: fc.shuffledSubarray(['X-Key', 'X-Token', 'X-Id'], { minLength: 3 }),
  paths: fc.array(
    fc.record({
      parameters: fc.nat(2),
      isShared: fc.boolean(),
      operations: fc.uniqueArray(operation, {
        minLength: 1,
        maxLength: 2,
        selector: ({ method }) => method,
      }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const names = fc.shuffledSubarray(POOL, { minLength: 6, maxLength: 6 });

const naming: fc.Arbitrary<Naming> = fc.record({
  schemas: names,
  responses: names,
  parameters: names,
  securitySchemes: names,
  operationIds: names,
  tags: names,
  pathParameters: names,
});

function render(design: Design, naming: Naming): JsonObject {
  const { schemas, responses, securitySchemes, operationIds, tags, pathParameters } = naming;
  const refTo = (section: string, name = ''): JsonObject => ({ $ref: referenceTo(section, name) });

  const renderSchema = (schema: SchemaDesign): JsonObject => {
    switch (schema.kind) {
      case 'leaf':
        return schema.value;
      case 'reference':
        return refTo('schemas', schemas[schema.to]);
      case 'array':
        return { type: 'array', items: renderSchema(schema.items) };
      case 'object': {
        const properties = Object.entries(schema.properties);
        return {
          type: 'object',
          properties: Object.fromEntries(
            properties.map(([name, property]) => [name, renderSchema(property)]),
          ),
          example: { $ref: '#/components/schemas/Pet' },
        };
      }
      case 'union': {
        const targets = schema.members.map((member) => schemas[member] ?? '');
        const mapping = targets.map((name, at) => [
          `tag${schema.members[at]}`,
          at % 2 === 0 ? name : referenceTo('schemas', name),
        ]);
        return {
          oneOf: targets.map((name) => refTo('schemas', name)),
          ...(schema.isTagged
            ? { discriminator: { propertyName: 'id', mapping: Object.fromEntries(mapping) } }
            : {}),
        };
      }
    }
  };
  const content = (schema: SchemaDesign): JsonObject => ({
    content: { 'application/json': { schema: renderSchema(schema) } },
  });

  // Nothing tells tags apart that no operation carries.
  const inUse = new Set(
    design.paths.flatMap(({ operations }) => operations.flatMap((each) => each.tags)),
  );
  let turn = 0;
  const shared: [string, JsonObject][] = [];
  const paths = design.paths.map((path, at): [string, JsonObject] => {
    const own = Array.from({ length: path.parameters }, (_, position) => {
      const name = (pathParameters[position + at] ?? '').replace('#/', 'hash');
      return { name, in: 'path', required: true, schema: { type: 'string' } };
    });
    const parameters = own.map((parameter): JsonObject => {
      if (!path.isShared) return parameter;
      const component = naming.parameters[shared.length] ?? '';
      shared.push([component, parameter]);
      return refTo('parameters', component);
    });
    const operations = path.operations.map((each): [string, JsonObject] => {
      const operation = {
        operationId: operationIds[turn++] ?? '',
        tags: each.tags.map((tag) => tags[tag] ?? ''),
        security: each.security.map((scheme) => fromEntry(securitySchemes[scheme] ?? '', [])),
        ...(each.body === undefined ? {} : { requestBody: content(each.body) }),
        responses: {
          200: { description: 'Done.', ...content(each.ok) },
          default: refTo('responses', responses[each.failure]),
        },
      };
      return [each.method, operation];
    });
    const template = [`/path${at}`, ...own.map(({ name }) => `{${name}}`)].join('/');
    return [template, { parameters, ...Object.fromEntries(operations) }];
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    tags: [...inUse].map((tag) => ({ name: tags[tag] ?? '' })),
    paths: Object.fromEntries(paths),
    components: {
      schemas: objectOf(
        schemas,
        design.schemas.map((schema, at) => ({
          ...renderSchema(schema),
          ...(at === design.changed ? { maxProperties: 7 } : {}),
        })),
      ),
      responses: objectOf(
        responses,
        design.responses.map((schema) => ({ description: 'Failed.', ...content(schema) })),
      ),
      parameters: Object.fromEntries(shared),
      securitySchemes: objectOf(
        securitySchemes,
        design.securitySchemes.map((name) => ({ type: 'apiKey', in: 'header', name })),
      ),
    },
  };
}

function referenceTo(section: string, name: string): string {
  const token = name.replaceAll('~', '~0').replaceAll('/', '~1');
  return `#/components/${section}/${encodeURI(token).replaceAll('#', '%23')}`;
}

function fromEntry(name: string, value: JsonValue): JsonObject {
  return Object.fromEntries([[name, value]]);
}

function objectOf(names: readonly string[], values: readonly JsonValue[]): JsonObject {
  return Object.fromEntries(values.map((value, at) => [names[at] ?? '', value]));
}

/**
 * Twins that stand side by side in a list are the one thing that nothing tells apart: exchanged, they only differ in the
 * order of the list.
 */
function withoutOrder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => withoutOrder(item));
    return items.sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withoutOrder(member)]),
  );
}

function meaningOf(root: JsonObject): string {
  return digestMeaning(withoutOrder(withoutUnused(root)) as JsonObject);
}

/** Of components that nothing uses, twins may only differ in which twins they refer to themselves. */
function withoutUnused(root: JsonObject): JsonObject {
  const { components, ...rest } = root;
  const used = new Set(referencesIn(rest));
  for (const ref of used) for (const further of referencesIn(valueAt(root, ref))) used.add(further);
  const sections = Object.entries(components as JsonObject).map(([section, members]) => {
    const kept = Object.entries(members as JsonObject).filter(
      ([name]) => section === 'securitySchemes' || used.has(referenceTo(section, name)),
    );
    return [section, Object.fromEntries(kept)];
  });
  return { ...rest, components: Object.fromEntries(sections) };
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/** The `$ref`s in `value`, without those that are data. */
function referencesIn(value: JsonValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (name === 'example' || name === 'const' || name === 'enum') return [];
    return name === '$ref' && typeof member === 'string' ? [member] : referencesIn(member);
  });
}

function valueAt(root: JsonObject, ref: string): JsonValue | undefined {
  const tokens = pointerTokens(decodeURIComponent(ref.slice(1)));
  return tokens.reduce<JsonValue | undefined>(ownProperty, root);
}

/** What a schema says itself, and not what it refers to. */
function shapeOf(schema: SchemaDesign): string {
  return JSON.stringify(schema, (key, value: unknown) => {
    if (key === 'to') return 0;
    return key === 'members' ? (value as number[]).length : value;
  });
}

function pathThatAnswers(schema: number): PathDesign {
  const ok = { kind: 'reference', to: schema } as const;
  const operation = { method: 'get', tags: [], security: [], body: undefined, ok, failure: 0 };
  return { parameters: 0, isShared: false, operations: [operation] };
}

function operationIdsIn(root: JsonObject): string[] {
  return Object.values(root['paths'] as JsonObject).flatMap((item) =>
    Object.values(item as JsonObject)
      .map((operation) => ownProperty(operation, 'operationId'))
      .filter((id) => typeof id === 'string'),
  );
}

function check(property: fc.IRawProperty<unknown>): void {
  fc.assert(property as fc.IProperty<unknown>, { numRuns: RUNS });
}

test('whatever upstream calls the parts of a document, they come back under their names', () => {
  check(
    fc.property(design, naming, naming, (parts, ours, theirs) => {
      const document = render(parts, ours);
      const held = holdNames(render(parts, theirs), lockNames(document));
      expect(meaningOf(held.root)).toBe(meaningOf(document));
    }),
  );
});

test('a document that was not renamed is the same object, and its lock stays', () => {
  check(
    fc.property(design, naming, (parts, ours) => {
      const document = render(parts, ours);
      const lock = lockNames(document);
      const held = holdNames(document, lock);
      expect(held.root).toBe(document);
      expect(held).toEqual({ root: document, renamed: [], lock });
    }),
  );
});

test('holding names twice changes nothing more, and never changes what it was given', () => {
  check(
    fc.property(design, naming, naming, (parts, ours, theirs) => {
      const lock = deepFreeze(lockNames(render(parts, ours)));
      const upstream = deepFreeze(render(parts, theirs));
      const once = holdNames(upstream, lock);
      expect(holdNames(upstream, once.lock)).toEqual(once);
      expect(holdNames(once.root, once.lock).root).toBe(once.root);
    }),
  );
});

test('between any two documents, no reference dangles and no two operations share an id', () => {
  check(
    fc.property(design, naming, design, naming, (before, ours, after, theirs) => {
      const lock = lockNames(render(before, ours));
      const { root } = holdNames(render(after, theirs), lock);
      for (const ref of referencesIn(root)) expect(valueAt(root, ref)).toBeDefined();
      const ids = operationIdsIn(root);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('a name that upstream changes back and forth holds, whatever happens in between', () => {
  check(
    fc.property(design, naming, naming, naming, (parts, ours, theirs, others) => {
      const document = render(parts, ours);
      const lock = [theirs, others].reduce<NameLock>(
        (held, names) => lockNames(render(parts, names), held),
        lockNames(document),
      );
      expect(meaningOf(holdNames(document, lock).root)).toBe(meaningOf(document));
    }),
  );
});

test('what is gone and comes back under other names has its own again', () => {
  check(
    fc.property(design, naming, naming, (parts, ours, theirs) => {
      const document = render(parts, ours);
      const { paths: _, components: __, ...rest } = document;
      const gone = lockNames({ ...rest, paths: {}, components: {} }, lockNames(document));
      const held = holdNames(render(parts, theirs), gone);
      const usedBy = (root: JsonObject): JsonValue => ownProperty(root, 'paths') ?? null;
      expect(withoutOrder(usedBy(held.root))).toEqual(withoutOrder(usedBy(document)));
    }),
  );
});

test('a schema in use that really changed keeps its name, and costs the others none', () => {
  check(
    fc.property(design, naming, naming, index, (parts, ours, theirs, changed) => {
      const used = { ...parts, paths: [pathThatAnswers(changed), ...parts.paths.slice(1)] };
      const lock = lockNames(render(used, ours));
      const { renamed } = holdNames(render({ ...used, changed }, theirs), lock);
      const current = new Map(renamed.map(({ kind, from, to }) => [`${kind} ${from}`, to]));
      const shapes = parts.schemas.map(shapeOf);
      for (const [at, shape] of shapes.entries()) {
        if (shapes.filter((each) => each === shape).length > 1) continue;
        const name = theirs.schemas[at] ?? '';
        expect(current.get(`schemas ${name}`) ?? name).toBe(ours.schemas[at]);
      }
    }),
  );
});
