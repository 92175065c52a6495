import type { JsonObject, JsonValue } from '@apipin/openapi-model';

/** An object of a document that is being edited. */
type Draft = { [name: string]: JsonValue };

/** Picks one of so many. */
export type Pick = (count: number) => number;

/** Changes a document in place, somewhere; `false` where it finds nothing to change. */
type Edit = (document: Draft, pick: Pick) => boolean;

/** One edit of every kind that a document goes through upstream. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'optional property added': (document, pick) => addProperty(document, pick, false),
  'required property added': (document, pick) => addProperty(document, pick, true),
  'property removed': (document, pick) =>
    onProperty(document, pick, ({ properties, required, name }) => {
      delete properties[name];
      drop(required, name);
    }),
  'property renamed': (document, pick) =>
    onProperty(document, pick, ({ properties, required, name }) => {
      properties[`${name}2`] = properties[name]!;
      delete properties[name];
      const at = required.indexOf(name);
      if (at !== -1) required[at] = `${name}2`;
    }),
  'property required or not': (document, pick) =>
    onProperty(document, pick, ({ required, name }) => {
      if (required.includes(name)) drop(required, name);
      else required.push(name);
    }),
  'enum value added': (document, pick) =>
    onOne(enumsIn(document), pick, (schema) => valuesOf(schema).push('ADDED')),
  'enum value removed': (document, pick) =>
    onOne(
      enumsIn(document).filter((schema) => valuesOf(schema).length > 1),
      pick,
      (schema) => valuesOf(schema).splice(pick(valuesOf(schema).length), 1),
    ),
  'enum listed or not': (document, pick) =>
    onOne(stringsIn(document), pick, (schema) => {
      if ('enum' in schema) delete schema['enum'];
      else schema['enum'] = ['ONE', 'TWO'];
    }),
  'type changed': (document, pick) =>
    onOne(
      schemasIn(document).filter(({ type }) => typeof type === 'string' && TYPES.includes(type)),
      pick,
      (schema) => {
        const others = TYPES.filter((type) => type !== schema['type']);
        for (const keyword of ['enum', 'format']) delete schema[keyword];
        schema['type'] = others[pick(others.length)]!;
      },
    ),
  'null allowed or not': (document, pick) =>
    onOne(schemasIn(document).filter(isNullable), pick, (schema) => {
      const { type } = schema;
      schema['type'] = Array.isArray(type) ? type[0] : [type!, 'null'];
    }),
  'int64 or not': (document, pick) =>
    onOne(
      schemasIn(document).filter(({ type }) => type === 'integer'),
      pick,
      (schema) => {
        if ('format' in schema) delete schema['format'];
        else schema['format'] = 'int64';
      },
    ),
  'operation added': (document, pick) =>
    onOne(Object.values(objectAt(document, 'paths')).filter(isDraft), pick, (item) => {
      if ('options' in item) return false;
      item['options'] = {
        operationId: `added${pick(1000)}`,
        responses: { '204': { description: 'Done.' } },
      };
      return true;
    }),
  'operation removed': (document, pick) =>
    onOne(operationsIn(document), pick, ({ item, method }) => delete item[method]),
  'operation renamed': (document, pick) =>
    onOne(operationsIn(document), pick, ({ operation }) => {
      operation['operationId'] = `${String(operation['operationId'])}_archive`;
    }),
  'optional parameter added': (document, pick) => addParameter(document, pick, false),
  'required parameter added': (document, pick) => addParameter(document, pick, true),
  'parameter removed': (document, pick) =>
    onOne(parametersIn(document), pick, ({ list, parameter }) =>
      list.splice(list.indexOf(parameter), 1),
    ),
  'parameter required or not': (document, pick) =>
    onOne(parametersIn(document), pick, ({ parameter }) => {
      parameter['required'] = parameter['required'] !== true;
    }),
  'response added': (document, pick) =>
    onOne(operationsIn(document), pick, ({ operation }) => {
      const responses = objectAt(operation, 'responses');
      const status = ['200', '203', '409', 'default'][pick(4)]!;
      if (status in responses) return false;
      const schemas = Object.keys(objectAt(document, 'components', 'schemas'));
      const schema = { $ref: `#/components/schemas/${schemas[pick(schemas.length)]!}` };
      responses[status] = { description: 'Added.', content: { 'application/json': { schema } } };
      return true;
    }),
  'response removed': (document, pick) =>
    onOne(operationsIn(document), pick, ({ operation }) => {
      const responses = objectAt(operation, 'responses');
      const statuses = Object.keys(responses);
      if (statuses.length < 2) return false;
      delete responses[statuses[pick(statuses.length)]!];
      return true;
    }),
  'request body required or not': (document, pick) =>
    onOne(
      operationsIn(document)
        .map(({ operation }) => operation['requestBody'])
        .filter(isDraft),
      pick,
      (body) => {
        body['required'] = body['required'] !== true;
      },
    ),
  'schema renamed': (document, pick) => {
    const schemas = objectAt(document, 'components', 'schemas');
    return onOne(Object.keys(schemas), pick, (name) => {
      schemas[`${name}_1`] = schemas[name]!;
      delete schemas[name];
      replaceTexts(document, (text) =>
        text === `#/components/schemas/${name}` || text === name ? `${text}_1` : text,
      );
    });
  },
  'words changed': (document, pick) =>
    onOne(
      [...schemasIn(document), ...operationsIn(document).map(({ operation }) => operation)],
      pick,
      (each) => {
        each['description'] = `Words ${pick(1000)}.`;
      },
    ),
  'order changed': (document) => {
    for (const schema of schemasIn(document)) {
      const { properties } = schema;
      if (isDraft(properties)) {
        schema['properties'] = Object.fromEntries(Object.entries(properties).toReversed());
      }
      if (Array.isArray(schema['enum'])) schema['enum'].reverse();
    }
    return true;
  },
};

const TYPES = ['string', 'number', 'integer', 'boolean'];

/** Applies an edit to a copy; `undefined` where it finds nothing to change. */
export function applyEdit(document: JsonObject, kind: string, pick: Pick): JsonObject | undefined {
  const copy = structuredClone(document) as Draft;
  return EDITS[kind]!(copy, pick) ? copy : undefined;
}

function onOne<Site>(sites: readonly Site[], pick: Pick, change: (site: Site) => unknown): boolean {
  const site = sites.length === 0 ? undefined : sites[pick(sites.length)];
  return site !== undefined && change(site) !== false;
}

interface PropertySite {
  readonly properties: Draft;
  readonly required: JsonValue[];
  readonly name: string;
}

function onProperty(document: Draft, pick: Pick, change: (site: PropertySite) => void): boolean {
  const sites = schemasIn(document).flatMap((schema) => {
    const { properties } = schema;
    return isDraft(properties) ? Object.keys(properties).map((name) => ({ schema, name })) : [];
  });
  return onOne(sites, pick, ({ schema, name }) => {
    const required = (schema['required'] ??= []) as JsonValue[];
    change({ properties: objectAt(schema, 'properties'), required, name });
    if (required.length === 0) delete schema['required'];
  });
}

function addProperty(document: Draft, pick: Pick, isRequired: boolean): boolean {
  // A name that others have too may meet them.
  const names = ['added', 'name', 'status', 'state', 'kind'];
  return onOne(
    schemasIn(document).filter(({ properties }) => isDraft(properties)),
    pick,
    (schema) => {
      const properties = objectAt(schema, 'properties');
      const name = names[pick(names.length)]!;
      if (name in properties) return false;
      properties[name] = { type: TYPES[pick(TYPES.length)]! };
      if (isRequired) ((schema['required'] ??= []) as JsonValue[]).push(name);
      return true;
    },
  );
}

function addParameter(document: Draft, pick: Pick, required: boolean): boolean {
  return onOne(operationsIn(document), pick, ({ operation }) => {
    const parameters = (operation['parameters'] ??= []) as JsonValue[];
    const name = `added${parameters.length}`;
    parameters.push({ name, in: 'query', required, schema: { type: 'string' } });
  });
}

function drop(list: JsonValue[], value: JsonValue): void {
  const at = list.indexOf(value);
  if (at !== -1) list.splice(at, 1);
}

function valuesOf(schema: Draft): JsonValue[] {
  return schema['enum'] as JsonValue[];
}

function enumsIn(document: Draft): Draft[] {
  return schemasIn(document).filter((schema) => Array.isArray(schema['enum']));
}

function stringsIn(document: Draft): Draft[] {
  return schemasIn(document).filter(({ type }) => type === 'string');
}

function isNullable({ type, enum: values }: Draft): boolean {
  if (values !== undefined) return false;
  return Array.isArray(type) ? type.length === 2 && type[1] === 'null' : typeof type === 'string';
}

/** Every schema that says something, wherever it is used. */
function schemasIn(value: JsonValue, key = ''): Draft[] {
  if (Array.isArray(value)) return value.flatMap((each) => schemasIn(each));
  if (!isDraft(value)) return [];
  const isSchema =
    key !== 'properties' && ('type' in value || 'allOf' in value) && !('in' in value);
  const inside = Object.entries(value).flatMap(([name, child]) =>
    schemasIn(child, key === 'properties' ? '' : name),
  );
  return isSchema && !isDraft(value['type']) ? [value, ...inside] : inside;
}

interface OperationSite {
  readonly item: Draft;
  readonly method: string;
  readonly operation: Draft;
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'patch']);

function operationsIn(document: Draft): OperationSite[] {
  return Object.values(objectAt(document, 'paths'))
    .filter(isDraft)
    .flatMap((item) =>
      Object.entries(item).flatMap(([method, operation]) =>
        METHODS.has(method) && isDraft(operation) ? [{ item, method, operation }] : [],
      ),
    );
}

function parametersIn(document: Draft) {
  return operationsIn(document).flatMap(({ operation }) => {
    const list = (operation['parameters'] ?? []) as JsonValue[];
    return list
      .filter(isDraft)
      .filter((parameter) => parameter['in'] === 'query' || parameter['in'] === 'header')
      .map((parameter) => ({ list, parameter }));
  });
}

function objectAt(value: Draft, ...path: readonly string[]): Draft {
  return path.reduce((object, name) => object[name] as Draft, value);
}

function replaceTexts(value: Draft, replace: (text: string) => string): void {
  for (const [name, child] of Object.entries(value)) {
    if (name === '$ref' || name === 'mapping') {
      value[name] = mapTexts(child, replace);
    } else if (typeof child === 'object' && child !== null) {
      replaceTexts(child as Draft, replace);
    }
  }
}

function mapTexts(value: JsonValue, replace: (text: string) => string): JsonValue {
  if (typeof value === 'string') return replace(value);
  if (!isDraft(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, mapTexts(child, replace)]),
  );
}

function isDraft(value: JsonValue | undefined): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
