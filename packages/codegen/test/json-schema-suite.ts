import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { normaliseDocument, type JsonObject, type JsonValue } from '@apipin/openapi-model';
import { documentOf, specOf, validatorsOf } from './generate-from.ts';

const SUITE = fileURLToPath(new URL('json-schema-test-suite/draft2020-12/', import.meta.url));

/** One schema of the suite, and the values it is tried on. */
export interface SuiteGroup {
  readonly description: string;
  readonly schema: JsonValue;
  readonly tests: readonly {
    readonly description: string;
    readonly data: JsonValue;
    readonly valid: boolean;
  }[];
}

/** What became of one case; `refused` means that there are diagnostics and no validators. */
export type Outcome = 'agrees' | 'false accept' | 'false reject' | 'changes the value' | 'refused';

/** The suite's files by their path in its folder, sorted. */
export function suiteFiles(): string[] {
  return readdirSync(SUITE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort();
}

export function readGroups(file: string): SuiteGroup[] {
  return JSON.parse(readFileSync(SUITE + file, 'utf8')) as SuiteGroup[];
}

/** What became of a case of a group. */
export type Judgement = readonly [group: string, test: string, outcome: Outcome];

/** Tries validators for the schemas of `groups` on all their cases. */
export async function judge(groups: readonly SuiteGroup[], openapi: string): Promise<Judgement[]> {
  const isAccepted = (group: SuiteGroup): boolean =>
    isUsable(documentOf(schemasOf([group]), openapi));
  const accepted = groups.filter(isAccepted);
  const validators = await validatorsOf(specOf(documentOf(schemasOf(accepted), openapi)));
  return groups.flatMap((group) => {
    const validator = validators[`G${accepted.indexOf(group)}`];
    return group.tests.map(({ description, data, valid }): Judgement => {
      if (validator === undefined) return [group.description, description, 'refused'];
      const parsed = validator.schema.safeParse(data);
      const verdicts = [parsed.success, validator.is(data)];
      return [group.description, description, outcomeOf(valid, verdicts, parsed.data, data)];
    });
  });
}

function outcomeOf(
  valid: boolean,
  verdicts: readonly boolean[],
  output: unknown,
  data: JsonValue,
): Outcome {
  if (!valid) return verdicts.includes(true) ? 'false accept' : 'agrees';
  if (verdicts.includes(false)) return 'false reject';
  return JSON.stringify(output) === JSON.stringify(data) ? 'agrees' : 'changes the value';
}

function isUsable(root: JsonObject): boolean {
  const locate = (pointer: string) => ({ file: 'suite', pointer, line: 1 });
  return normaliseDocument({ root, locate }).model !== undefined;
}

function schemasOf(groups: readonly SuiteGroup[]): JsonObject {
  return Object.fromEntries(
    groups.map(({ schema }, index) => [`G${index}`, asResource(schema, `g${index}`)]),
  );
}

/** A schema of the suite is a document of its own, where `#` means itself. */
function asResource(schema: JsonValue, name: string): JsonValue {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  const usesReference = JSON.stringify(schema).includes('"$ref"');
  return usesReference && !Object.hasOwn(schema, '$id')
    ? { $id: `https://suite.example/${name}`, ...(schema as JsonObject) }
    : schema;
}

/** Keywords that OpenAPI 3.0 has in common with JSON Schema 2020-12; those with schemas inside say where. */
const KEYWORDS_OF_3_0: Readonly<Record<string, 'value' | 'schema' | 'list' | 'map'>> = {
  type: 'value',
  enum: 'value',
  format: 'value',
  required: 'value',
  pattern: 'value',
  minLength: 'value',
  maxLength: 'value',
  minimum: 'value',
  maximum: 'value',
  multipleOf: 'value',
  minItems: 'value',
  maxItems: 'value',
  uniqueItems: 'value',
  minProperties: 'value',
  maxProperties: 'value',
  default: 'value',
  title: 'value',
  description: 'value',
  items: 'schema',
  not: 'schema',
  additionalProperties: 'schema',
  allOf: 'list',
  anyOf: 'list',
  oneOf: 'list',
  properties: 'map',
};

/** The schema as OpenAPI 3.0 says it, or `undefined` where it cannot. */
export function toOpenApi30(schema: JsonValue): JsonObject | undefined {
  if (schema === true) return {};
  if (schema === false) return { not: {} };
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return undefined;
  const said: Record<string, JsonValue> = {};
  for (const [keyword, value] of Object.entries(schema as JsonObject)) {
    const parts = sayKeyword(keyword, value, schema as JsonObject);
    if (parts === undefined) return undefined;
    Object.assign(said, parts);
  }
  return said;
}

function sayKeyword(keyword: string, value: JsonValue, schema: JsonObject): JsonObject | undefined {
  switch (keyword) {
    case '$schema':
    case '$comment':
      return {};
    case 'const':
      return Object.hasOwn(schema, 'enum') ? undefined : { enum: [value] };
    case 'exclusiveMinimum':
      return Object.hasOwn(schema, 'minimum') ? undefined : { minimum: value, [keyword]: true };
    case 'exclusiveMaximum':
      return Object.hasOwn(schema, 'maximum') ? undefined : { maximum: value, [keyword]: true };
    case 'type': {
      if (!Array.isArray(value)) return value === 'null' ? undefined : { type: value };
      const others = (value as JsonValue[]).filter((type) => type !== 'null');
      if (others.length !== 1) return undefined;
      return { type: others[0] as string, nullable: others.length < value.length };
    }
  }
  const kind = Object.hasOwn(KEYWORDS_OF_3_0, keyword) ? KEYWORDS_OF_3_0[keyword] : undefined;
  if (kind === undefined) return undefined;
  const said = sayInside(kind, value);
  return said === undefined ? undefined : { [keyword]: said };
}

function sayInside(
  kind: 'value' | 'schema' | 'list' | 'map',
  value: JsonValue,
): JsonValue | undefined {
  switch (kind) {
    case 'value':
      return value;
    case 'schema':
      return toOpenApi30(value);
    case 'list': {
      const members = (value as JsonValue[]).map(toOpenApi30);
      return members.every((member) => member !== undefined) ? members : undefined;
    }
    case 'map': {
      const entries = Object.entries(value as JsonObject).map(
        ([name, child]) => [name, toOpenApi30(child)] as const,
      );
      return entries.every(([, child]) => child !== undefined)
        ? (Object.fromEntries(entries) as JsonObject)
        : undefined;
    }
  }
}
