import type { ApiModel, Operation, Schema } from '@apipin/openapi-model';
import { objectsOf, propertiesOf, resolve, typeText, valueText } from './schema-text.ts';

/** How many values of a request are written: each with other values of its enums. */
const VARIANTS = 4;
const DEEPEST = 4;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * What a consumer of a client does with it, a line each: it names types, builds requests, reads responses, branches
 * over every value and passes on what it has read.
 *
 * Not every line compiles: those that do are the consumer.
 */
export function consumerLines(model: ApiModel): string[] {
  const lines = [
    ...nameTypes(model),
    ...model.operations.flatMap((operation) => [
      ...callOperation(model, operation),
      ...readAnswers(model, operation),
    ]),
    ...passOn(model),
    ...useIdleTypes(model),
  ];
  return [...new Set(lines)].map((line, index) => line.replace('$', `line${index}`));
}

function componentsOf(model: ApiModel): { name: string; schema: Schema }[] {
  return [...model.schemas.values()].filter(
    ({ name, isComponent }) => isComponent && IDENTIFIER.test(name),
  );
}

function nameTypes(model: ApiModel): string[] {
  return [
    ...componentsOf(model).flatMap(({ name }) => [
      `export type $ = Client.${name};`,
      `export type $ = Types.components['schemas']['${name}'];`,
    ]),
    ...model.operations.flatMap(({ operationId, path, method }) => [
      `export type $ = Client.${operationId[0]!.toUpperCase()}${operationId.slice(1)}Input;`,
      `export type $ = Types.operations['${operationId}'];`,
      `export const $ = (client: Client.Client) => client.raw.${method.toUpperCase()}(${JSON.stringify(path)}, {} as never);`,
    ]),
  ];
}

function bodyOf({ requestBody }: Operation): Schema | undefined {
  return requestBody?.content[0]?.schema;
}

function callOperation(model: ApiModel, operation: Operation): string[] {
  const body = bodyOf(operation);
  const inputs = [true, false].flatMap((isFull) =>
    Array.from({ length: VARIANTS }, (_, variant) => {
      const values = [
        ...operation.parameters
          .filter(({ required }) => required || isFull)
          .map(({ name, schema }) => ({ name, schema })),
        ...(body && (operation.requestBody?.required || isFull)
          ? [{ name: 'body', schema: body }]
          : []),
      ].map(
        ({ name, schema }) =>
          `${JSON.stringify(name)}: ${valueText(model, schema, { isFull, variant })}`,
      );
      return values.length === 0 ? '' : `{ ${values.join(', ')} }`;
    }),
  );
  const bodies = [true, false].flatMap((isFull) =>
    body === undefined
      ? []
      : Array.from(
          { length: VARIANTS },
          (_, variant) =>
            `export const $: NonNullable<Parameters<Client.Operations['${operation.operationId}']>[0]>['body'] = ${valueText(model, body, { isFull, variant })};`,
        ),
  );
  return [
    ...inputs.map(
      (input) =>
        `export const $ = (client: Client.Client) => client.${operation.operationId}(${input});`,
    ),
    ...bodies,
  ];
}

function readAnswers(model: ApiModel, operation: Operation): string[] {
  const { operationId, responses } = operation;
  const of = (isSuccess: boolean): Schema[] =>
    responses
      .filter(({ status }) => status.startsWith('2') === isSuccess)
      .flatMap(({ content }) => content.map(({ schema }) => schema));
  const result = `Awaited<ReturnType<Client.Operations['${operationId}']>>`;
  const failure = `Client.OperationErrors['${operationId}']`;
  return [...readAnyOf(model, of(true), result), ...readAnyOf(model, of(false), failure)];
}

/** Lines that read a value of `type`, which is one of several. */
function readAnyOf(model: ApiModel, schemas: readonly Schema[], type: string): string[] {
  const types = schemas.map((schema) => typeText(model, schema));
  return [
    ...[types, [...types, 'undefined']]
      .filter((members) => members.length > 0)
      .map((members) => `export const $ = (value: ${type}): ${members.join(' | ')} => value;`),
    ...schemas.flatMap((schema) => readValue(model, schema, type)),
  ];
}

/** Lines that read and write values of types that no operation has. */
function useIdleTypes(model: ApiModel): string[] {
  return componentsOf(model)
    .filter(({ name }) => !isReached(model, name, model.operations))
    .flatMap(({ name, schema }) => [
      ...readValue(model, schema, `Client.${name}`),
      ...[true, false].map(
        (isFull) =>
          `export const $: Client.${name} = ${valueText(model, schema, { isFull, variant: 0 })};`,
      ),
    ]);
}

/** Lines that read a value of `type`, and every value inside it. */
function readValue(model: ApiModel, schema: Schema, type: string): string[] {
  return placesIn(model, schema, 'value').flatMap(({ expression, found, before }) => {
    const line = (body: string): string =>
      `export const $ = (value: ${type}) => { ${before}${body} };`;
    const own = typeText(model, found);
    const resolved = resolve(model, found);
    const values = resolved.kind === 'enum' ? resolved.values : [];
    const cases = values.map((value) => `case ${JSON.stringify(value)}: return 1;`).join(' ');
    return [
      line(`return ${expression};`),
      line(`const read: ${own} = ${expression}; return read;`),
      line(`const read: ${own} | undefined = ${expression}; return read;`),
      line(`const read: ${own} | null = ${expression}; return read;`),
      line(`const read: ${own} | null | undefined = ${expression}; return read;`),
      ...(own.includes('bigint')
        ? [
            line(
              `const read = ${expression}; return typeof read === 'bigint' ? read.toString(2) : 0;`,
            ),
          ]
        : []),
      ...(COMPARED[resolved.kind] ?? []).map((other) => line(`return ${expression} === ${other};`)),
      ...(values.length > 0
        ? [
            line(
              `const read = ${expression}; switch (read) { ${cases} case null: case undefined: return 0; default: { const none: never = read; return none; } }`,
            ),
          ]
        : []),
    ];
  });
}

/** What code compares values with. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  string: ['"elsewhere"'],
  number: ['987'],
  boolean: ['true', 'false'],
};

interface Place {
  readonly expression: string;
  readonly found: Schema;
  /** Statements that narrow what the expression starts from. */
  readonly before: string;
}

function placesIn(
  model: ApiModel,
  schema: Schema,
  expression: string,
  before = '',
  depth = 0,
): Place[] {
  const here = { expression, found: schema, before };
  const resolved = resolve(model, schema);
  if (depth >= DEEPEST) return [here];
  if (resolved.kind === 'array' && resolved.items !== undefined) {
    return [here, ...placesIn(model, resolved.items, `${expression}![0]`, before, depth + 1)];
  }
  if (resolved.kind === 'union') {
    const read = `read${depth}`;
    const members = resolved.members.flatMap((member) => {
      const tag = [...propertiesOf(model, member).values()].find(({ schema: own }) => {
        const values = resolve(model, own);
        return values.kind === 'enum' && values.values.length === 1;
      });
      const value = tag && resolve(model, tag.schema);
      if (tag === undefined || value?.kind !== 'enum') return [];
      const narrowed = `${before}const ${read} = ${expression}!; if (${read}${access(tag.name)} !== ${JSON.stringify(value.values[0])}) return; `;
      return placesIn(model, member, read, narrowed, depth + 1);
    });
    return [here, ...members];
  }
  const properties = [...propertiesOf(model, resolved).values()].flatMap(({ name, schema: own }) =>
    placesIn(model, own, `${expression}!${access(name)}`, before, depth + 1),
  );
  const map = objectsOf(model, resolved).find(({ additionalProperties }) => additionalProperties);
  const values =
    map?.additionalProperties === undefined || map.properties.length > 0
      ? []
      : placesIn(model, map.additionalProperties, `${expression}!['key']`, before, depth + 1);
  return [here, ...properties, ...values];
}

function access(name: string): string {
  return IDENTIFIER.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** Lines that send what an operation answered to an operation whose body has no property that the answer has not. */
function passOn(model: ApiModel): string[] {
  const components = componentsOf(model).filter(
    ({ schema }) => objectsOf(model, schema).length > 0,
  );
  return model.operations.flatMap((target) => {
    const body = bodyOf(target);
    if (body === undefined || propertiesOf(model, body).size === 0) return [];
    const type = `NonNullable<NonNullable<Parameters<Client.Operations['${target.operationId}']>[0]>['body']>`;
    return components
      .filter(({ name }) => isAnswered(model, name))
      .filter(({ schema }) => hasAllOf(model, schema, body))
      .map(({ name }) => `export const $ = (value: Client.${name}): ${type} => value;`);
  });
}

/** Whether one object has every property that the other may have, also inside. */
function hasAllOf(model: ApiModel, answer: Schema, body: Schema, depth = 0): boolean {
  const properties = propertiesOf(model, answer);
  if (depth > DEEPEST) return true;
  return [...propertiesOf(model, body)].every(([name, { schema }]) => {
    const own = properties.get(name);
    return (
      own !== undefined &&
      hasAllOf(model, itemsOf(model, own.schema), itemsOf(model, schema), depth + 1)
    );
  });
}

function itemsOf(model: ApiModel, schema: Schema): Schema {
  const resolved = resolve(model, schema);
  return resolved.kind === 'array' && resolved.items ? itemsOf(model, resolved.items) : resolved;
}

/** Whether operations answer with values of a component, at their outside or not. */
function isAnswered(model: ApiModel, component: string): boolean {
  return isReached(
    model,
    component,
    model.operations.map(({ responses }) => responses),
  );
}

/** Whether references lead from `roots` to a component. */
function isReached(model: ApiModel, component: string, roots: unknown): boolean {
  const seen = new Set<string>();
  const visit = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    if ('kind' in value && value.kind === 'reference' && 'target' in value) {
      const target = String(value.target);
      if (model.schemas.get(target)?.name === component) return true;
      if (seen.has(target)) return false;
      seen.add(target);
      return visit(model.schemas.get(target)?.schema);
    }
    return Object.values(value).some(visit);
  };
  return visit(roots);
}
