/**
 * The kinds of object an OpenAPI document is made of, maps of them included.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#schema-0
 */
export type ObjectKind =
  | 'document'
  | 'paths'
  | 'pathItem'
  | 'pathItems'
  | 'operation'
  | 'operations'
  | 'parameter'
  | 'parameters'
  | 'requestBody'
  | 'requestBodies'
  | 'mediaType'
  | 'mediaTypes'
  | 'encoding'
  | 'encodings'
  | 'responses'
  | 'response'
  | 'responseMap'
  | 'header'
  | 'headers'
  | 'example'
  | 'examples'
  | 'link'
  | 'links'
  | 'callback'
  | 'callbacks'
  | 'securityScheme'
  | 'securitySchemes'
  | 'components'
  | 'schema'
  | 'schemas'
  | 'discriminator'
  | 'mapping';

interface Shape {
  /** Set for objects that may be a Reference Object: the section of `components` they live in. */
  readonly section?: string;
  readonly fields?: { readonly [name: string]: ObjectKind };
  /** The kind of all members that `fields` does not list. */
  readonly rest?: ObjectKind;
  /** Whether members that start with `x-` are extensions although `rest` is set. */
  readonly extensible?: boolean;
}

const PARAMETER_FIELDS = { schema: 'schema', content: 'mediaTypes', examples: 'examples' } as const;

const ENCODING_FIELDS = {
  encoding: 'encodings',
  prefixEncoding: 'encoding',
  itemEncoding: 'encoding',
} as const;

const SHAPES: Readonly<Record<ObjectKind, Shape>> = {
  document: { fields: { paths: 'paths', webhooks: 'pathItems', components: 'components' } },
  paths: { rest: 'pathItem', extensible: true },
  pathItem: {
    section: 'pathItems',
    fields: {
      parameters: 'parameter',
      additionalOperations: 'operations',
      get: 'operation',
      put: 'operation',
      post: 'operation',
      delete: 'operation',
      options: 'operation',
      head: 'operation',
      patch: 'operation',
      trace: 'operation',
      query: 'operation',
    },
  },
  pathItems: { rest: 'pathItem' },
  operation: {
    fields: {
      parameters: 'parameter',
      requestBody: 'requestBody',
      responses: 'responses',
      callbacks: 'callbacks',
    },
  },
  operations: { rest: 'operation' },
  parameter: { section: 'parameters', fields: PARAMETER_FIELDS },
  parameters: { rest: 'parameter' },
  requestBody: { section: 'requestBodies', fields: { content: 'mediaTypes' } },
  requestBodies: { rest: 'requestBody' },
  mediaType: {
    section: 'mediaTypes',
    fields: { schema: 'schema', itemSchema: 'schema', examples: 'examples', ...ENCODING_FIELDS },
  },
  mediaTypes: { rest: 'mediaType' },
  encoding: { fields: { headers: 'headers', ...ENCODING_FIELDS } },
  encodings: { rest: 'encoding' },
  responses: { rest: 'response', extensible: true },
  response: {
    section: 'responses',
    fields: { headers: 'headers', content: 'mediaTypes', links: 'links' },
  },
  responseMap: { rest: 'response' },
  header: { section: 'headers', fields: PARAMETER_FIELDS },
  headers: { rest: 'header' },
  example: { section: 'examples' },
  examples: { rest: 'example' },
  link: { section: 'links' },
  links: { rest: 'link' },
  callback: { section: 'callbacks', rest: 'pathItem', extensible: true },
  callbacks: { rest: 'callback' },
  securityScheme: { section: 'securitySchemes' },
  securitySchemes: { rest: 'securityScheme' },
  components: {
    fields: {
      schemas: 'schemas',
      responses: 'responseMap',
      parameters: 'parameters',
      examples: 'examples',
      requestBodies: 'requestBodies',
      headers: 'headers',
      securitySchemes: 'securitySchemes',
      links: 'links',
      callbacks: 'callbacks',
      pathItems: 'pathItems',
      mediaTypes: 'mediaTypes',
    },
  },
  schema: {
    section: 'schemas',
    fields: {
      $defs: 'schemas',
      definitions: 'schemas',
      allOf: 'schema',
      anyOf: 'schema',
      oneOf: 'schema',
      not: 'schema',
      if: 'schema',
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      then: 'schema',
      else: 'schema',
      dependentSchemas: 'schemas',
      dependencies: 'schemas',
      prefixItems: 'schema',
      items: 'schema',
      additionalItems: 'schema',
      contains: 'schema',
      properties: 'schemas',
      patternProperties: 'schemas',
      additionalProperties: 'schema',
      propertyNames: 'schema',
      unevaluatedItems: 'schema',
      unevaluatedProperties: 'schema',
      contentSchema: 'schema',
      discriminator: 'discriminator',
    },
  },
  schemas: { rest: 'schema' },
  discriminator: { fields: { mapping: 'mapping' } },
  mapping: {},
};

/**
 * What the member `name` of an object of `kind` is; `undefined` for plain data, extensions included.
 *
 * An array stands for objects of the kind that is expected in its place.
 */
export function memberKind(kind: ObjectKind, name: string): ObjectKind | undefined {
  const { fields, rest, extensible } = SHAPES[kind];
  if (fields !== undefined && Object.hasOwn(fields, name)) return fields[name];
  return extensible === true && name.startsWith('x-') ? undefined : rest;
}

/** The section of `components` for objects of `kind`; `undefined` where no `$ref` may stand for one. */
export function componentSection(kind: ObjectKind): string | undefined {
  return SHAPES[kind].section;
}
