import type { JsonObject } from '@apipin/openapi-model';

type Pair = readonly [JsonObject, JsonObject];

const JSON_TEXT = { 'application/json': { schema: { type: 'string' } } };

/** Pairs of documents that differ in one thing beside schemas; both directions are cases of their own. */
export const OPERATION_CASES: readonly Pair[] = [
  [api({}), { ...api({}), paths: {} }],
  [api({ deprecated: true }), { ...api({}), paths: {} }],
  [api({}), api({ deprecated: true })],
  [api({ deprecated: true }), api({ deprecated: true, 'x-sunset': '2099-01-01' })],
  [
    api({ deprecated: true, 'x-sunset': '2098-01-01' }),
    api({ deprecated: true, 'x-sunset': '2099-01-01' }),
  ],
  [api({ 'x-stability-level': 'beta' }), api({ 'x-stability-level': 'stable' })],
  [api({}), api({ operationId: 'findBoats' })],
  [api({}), api({}, '/ships')],
  [api({}, '/v1/boats'), api({}, '/v2/boats')],
  [api({}), api({}, '/boats', 'put')],
  [api({}), api({ summary: 'Lists boats' })],
  [api({}), api({ tags: ['boats'] })],
  ...parameters(),
  ...bodies(),
  ...responses(),
  ...headers(),
  ...securities(),
  [
    api({}, '/boats/{id}', 'get', { parameters: [pathParameter('id')] }),
    api({}, '/boats/{name}', 'get', { parameters: [pathParameter('name')] }),
  ],
  [api({}), { ...api({}), components: { schemas: { C: {} } } }],
  [
    { ...api(answering('C')), components: { schemas: { C: { type: 'object' } } } },
    { ...api(answering('D')), components: { schemas: { D: { type: 'object' } } } },
  ],
  [api({}), { ...api({}), webhooks: { docked: { post: { responses: {} } } } }],
  [
    { ...api({}), webhooks: { docked: { post: { responses: {} } } } },
    { ...api({}), webhooks: { docked: { post: { responses: {}, summary: 'A boat docked' } } } },
  ],
  [api({}), { ...api({}), servers: [{ url: 'https://api.example.com' }] }],
  [api({}), { ...api({}), info: { title: 'Boats', version: '2' } }],
];

function api(
  operation: JsonObject,
  path = '/boats',
  method = 'get',
  pathItem: JsonObject = {},
): JsonObject {
  const own = { operationId: 'listBoats', responses: {}, ...operation };
  return {
    openapi: '3.1.0',
    info: { title: 'Boats', version: '1' },
    paths: { [path]: { ...pathItem, [method]: own } },
  };
}

function pathParameter(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

function answering(component: string): JsonObject {
  const schema = { $ref: `#/components/schemas/${component}` };
  return { responses: { '200': { description: '', content: { 'application/json': { schema } } } } };
}

function parameters(): Pair[] {
  const having = (parameter: JsonObject): JsonObject =>
    api({ parameters: [{ name: 'q', in: 'query', schema: {}, ...parameter }] });
  return [
    [api({}), having({})],
    [api({}), having({ required: true })],
    [api({}), having({ deprecated: true })],
    [having({}), having({ required: true })],
    [having({}), having({ explode: false })],
    [having({}), having({ allowReserved: true })],
    [having({}), having({ deprecated: true })],
    [having({ deprecated: true }), having({ deprecated: true, 'x-sunset': '2099-01-01' })],
    [
      having({ deprecated: true, 'x-sunset': '2098-01-01' }),
      having({ deprecated: true, 'x-sunset': '2099-01-01' }),
    ],
    [having({}), having({ description: 'Words' })],
  ];
}

function bodies(): Pair[] {
  const taking = (body: JsonObject): JsonObject =>
    api({ requestBody: { content: JSON_TEXT, ...body } }, '/boats', 'post');
  return [
    [api({}, '/boats', 'post'), taking({})],
    [api({}, '/boats', 'post'), taking({ required: true })],
    [taking({}), taking({ required: true })],
    [taking({}), taking({ content: { ...JSON_TEXT, 'text/plain': {} } })],
    [taking({}), taking({ description: 'Words' })],
  ];
}

function responses(): Pair[] {
  const giving = (responses: JsonObject): JsonObject => api({ responses });
  const ok = { description: '', content: JSON_TEXT };
  return [
    [giving({ '200': ok }), giving({ '200': ok, '201': ok })],
    [giving({ '200': ok }), giving({ '200': ok, '404': ok })],
    [giving({ '200': ok }), giving({ '200': { ...ok, description: 'Words' } })],
    [
      giving({ '200': ok }),
      giving({ '200': { ...ok, content: { ...JSON_TEXT, 'text/plain': {} } } }),
    ],
    [
      giving({ '200': { ...ok, content: { 'application/*': {} } } }),
      giving({ '200': { ...ok, content: { 'application/json': {} } } }),
    ],
  ];
}

function headers(): Pair[] {
  const giving = (header?: JsonObject): JsonObject => {
    const headers = header && { 'X-Tide': { schema: { type: 'string' }, ...header } };
    return api({ responses: { '200': { description: '', ...(headers && { headers }) } } });
  };
  return [
    [giving(), giving({})],
    [giving(), giving({ required: true })],
    [giving({}), giving({ required: true })],
    [giving({}), giving({ description: 'Words' })],
  ];
}

function securities(): Pair[] {
  const key = { type: 'apiKey', in: 'header', name: 'X-Key' };
  const basic = { type: 'http', scheme: 'basic' };
  const oauth = (implicit: JsonObject): JsonObject => ({
    type: 'oauth2',
    flows: { implicit: { authorizationUrl: 'https://id.example.com', scopes: {}, ...implicit } },
  });
  const having = (one: JsonObject, security: JsonObject[] = [{ one: [] }]): JsonObject => ({
    ...api({ security }),
    components: { securitySchemes: { one, basic } },
  });
  return [
    [having(key), having(key, [{ one: [] }, { basic: [] }])],
    [having(oauth({})), having(oauth({}), [{ one: ['read'] }])],
    [having(key, []), { ...api({ security: [] }), components: { securitySchemes: { basic } } }],
    [having(key, []), having({ ...key, name: 'X-Other' }, [])],
    [having(oauth({})), having(oauth({ authorizationUrl: 'https://login.example.com' }))],
    [having(oauth({})), having(oauth({ scopes: { read: 'Read' } }))],
  ];
}
