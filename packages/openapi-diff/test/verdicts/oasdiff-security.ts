import type { JsonObject, JsonValue } from '@apipin/openapi-model';

import { OK, apiWith, listBoats } from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const KEY = { key: [] };
const BEARER = { bearer: [] };
const ANYBODY = {};

const SCHEMES: JsonObject = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  basic: { type: 'http', scheme: 'basic' },
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://id.example.com/configuration' },
  oauth: oauth({}),
};

/** The `oauth` scheme, with these fields of its flows. */
function oauth(implicit: JsonObject, clientCredentials: JsonObject = {}): JsonObject {
  const scopes = { 'boats:read': 'See boats', 'boats:write': 'Change boats' };
  const authorizationUrl = 'https://id.example.com/authorize';
  const tokenUrl = 'https://id.example.com/token';
  return {
    type: 'oauth2',
    flows: {
      implicit: { authorizationUrl, scopes, ...implicit },
      clientCredentials: { tokenUrl, scopes, ...clientCredentials },
    },
  };
}

/**
 * A document with `GET /boats`, and `GET /health` for everybody; `all` is what the document asks for and `list` what
 * the first operation asks for.
 */
function asking({
  all,
  list,
}: {
  readonly all?: JsonValue;
  readonly list?: JsonValue;
}): JsonObject {
  return apiWith(
    {
      '/boats': { get: listBoats(list === undefined ? {} : { security: list }) },
      '/health': { get: { operationId: 'health', security: [], responses: OK } },
    },
    {
      components: { securitySchemes: SCHEMES },
      ...(all === undefined ? {} : { security: all }),
    },
  );
}

/** A document that lets in who has any of the schemes, some of which are replaced. */
function offering(schemes: JsonObject): JsonObject {
  return apiWith(
    { '/boats': { get: listBoats() } },
    {
      security: [KEY, { basic: [] }, BEARER, { oidc: [] }, { oauth: ['boats:read'] }],
      components: { securitySchemes: { ...SCHEMES, ...schemes } },
    },
  );
}

/** What oasdiff says of security requirements and security schemes. */
export const oasdiffSecurity: readonly VerdictPair[] = [
  {
    title: 'an operation that was for everybody asks for a key',
    rule: 'oasdiff APISecurityAnonymousAccessRemoved',
    severity: 'error',
    old: asking({}),
    new: asking({ list: [KEY] }),
  },
  {
    title: 'an operation no longer asks for a key',
    rule: 'oasdiff APISecurityAnonymousAccessAdded',
    severity: 'info',
    old: asking({ list: [KEY] }),
    new: asking({}),
  },
  {
    title: 'a document that was for everybody asks for a key',
    rule: 'oasdiff APIGlobalSecurityAnonymousAccessRemoved',
    severity: 'error',
    old: asking({}),
    new: asking({ all: [KEY] }),
  },
  {
    title: 'a document no longer asks for a key',
    rule: 'oasdiff APIGlobalSecurityAnonymousAccessAdded',
    severity: 'info',
    old: asking({ all: [KEY] }),
    new: asking({}),
  },
  {
    title: 'an operation is exempted from what the document asks for',
    rule: 'oasdiff APISecurityAnonymousAccessAdded',
    severity: 'info',
    old: asking({ all: [KEY] }),
    new: asking({ all: [KEY], list: [] }),
  },
  {
    title: 'an operation is no longer exempted from what the document asks for',
    rule: 'oasdiff APISecurityAnonymousAccessRemoved',
    severity: 'error',
    old: asking({ all: [KEY], list: [] }),
    new: asking({ all: [KEY] }),
  },
  {
    title: 'the alternative for everybody is removed',
    rule: 'oasdiff APISecurityAnonymousAccessRemoved',
    severity: 'error',
    old: asking({ list: [KEY, ANYBODY] }),
    new: asking({ list: [KEY] }),
  },
  {
    title: 'an alternative for everybody is added',
    rule: 'oasdiff APISecurityAnonymousAccessAdded',
    severity: 'info',
    old: asking({ list: [KEY] }),
    new: asking({ list: [KEY, ANYBODY] }),
  },
  {
    title: 'an operation asks for something else than the document',
    rule: 'oasdiff api-security-removed',
    severity: 'error',
    old: asking({ all: [KEY] }),
    new: asking({ all: [KEY], list: [BEARER] }),
  },
  {
    title: 'a document asks for what each operation asks for already',
    rule: 'oasdiff api-global-security-added',
    severity: 'info',
    old: asking({ list: [KEY] }),
    new: asking({ all: [KEY], list: [KEY] }),
  },
  {
    title: 'a document asks for something of which each operation is exempted',
    rule: 'oasdiff api-global-security-added',
    severity: 'info',
    old: asking({ list: [] }),
    new: asking({ all: [KEY], list: [] }),
  },
  {
    title: 'document and operation start to ask for different things',
    rule: 'oasdiff APISecurityAnonymousAccessRemoved',
    severity: 'error',
    old: asking({}),
    new: asking({ all: [KEY], list: [BEARER] }),
  },
  {
    title: 'an operation is exempted where there is nothing to be exempted of',
    rule: 'oasdiff no change',
    severity: 'info',
    old: asking({}),
    new: asking({ list: [] }),
  },
  {
    title: 'an alternative is added to an operation',
    rule: 'oasdiff api-security-added',
    severity: 'info',
    old: asking({ list: [KEY] }),
    new: asking({ list: [KEY, BEARER] }),
  },
  {
    title: 'an alternative is removed from an operation',
    rule: 'oasdiff api-security-removed',
    severity: 'error',
    old: asking({ list: [KEY, BEARER] }),
    new: asking({ list: [KEY] }),
  },
  {
    title: 'an alternative is added to the document',
    rule: 'oasdiff api-global-security-added',
    severity: 'info',
    old: asking({ all: [KEY] }),
    new: asking({ all: [KEY, BEARER] }),
  },
  {
    title: 'an alternative is removed from the document',
    rule: 'oasdiff api-global-security-removed',
    severity: 'error',
    old: asking({ all: [KEY, BEARER] }),
    new: asking({ all: [KEY] }),
  },
  {
    title: 'a document asks for something else',
    rule: 'oasdiff api-global-security-removed',
    severity: 'error',
    old: asking({ all: [BEARER] }),
    new: asking({ all: [KEY] }),
  },
  {
    title: 'an operation asks for a second scheme at the same time',
    rule: 'oasdiff api-security-removed',
    severity: 'error',
    old: asking({ list: [KEY] }),
    new: asking({ list: [{ key: [], bearer: [] }] }),
  },
  {
    title: 'an operation asks for another scope',
    rule: 'oasdiff api-security-scope-added',
    severity: 'error',
    old: asking({ list: [{ oauth: ['boats:read'] }] }),
    new: asking({ list: [{ oauth: ['boats:read', 'boats:write'] }] }),
  },
  {
    title: 'an operation asks for one scope less',
    rule: 'oasdiff api-security-scope-removed',
    severity: 'info',
    old: asking({ list: [{ oauth: ['boats:read', 'boats:write'] }] }),
    new: asking({ list: [{ oauth: ['boats:write'] }] }),
  },
  {
    title: 'a document asks for another scope',
    rule: 'oasdiff api-global-security-scope-added',
    severity: 'error',
    old: asking({ all: [{ oauth: ['boats:read'] }] }),
    new: asking({ all: [{ oauth: ['boats:read', 'boats:write'] }] }),
  },
  {
    title: 'a document asks for one scope less',
    rule: 'oasdiff api-global-security-scope-removed',
    severity: 'info',
    old: asking({ all: [{ oauth: ['boats:read', 'boats:write'] }] }),
    new: asking({ all: [{ oauth: ['boats:read'] }] }),
  },
  {
    title: 'the key is sent under another name',
    rule: 'oasdiff APIComponentsSecurityApiKeyNameUpdated',
    severity: 'error',
    old: offering({}),
    new: offering({ key: { type: 'apiKey', in: 'header', name: 'X-Harbour-Key' } }),
  },
  {
    title: 'the key is sent in the query',
    rule: 'oasdiff APIComponentsSecurityApiKeyInUpdated',
    severity: 'error',
    old: offering({}),
    new: offering({ key: { type: 'apiKey', in: 'query', name: 'X-Key' } }),
  },
  {
    title: 'an HTTP scheme changes',
    rule: 'oasdiff APIComponentsSecurityHttpSchemeUpdated',
    severity: 'error',
    old: offering({}),
    new: offering({ basic: { type: 'http', scheme: 'digest' } }),
  },
  {
    title: 'an HTTP scheme is spelt in other case',
    rule: 'oasdiff APIComponentsSecurityHttpSchemeUpdated',
    severity: 'info',
    old: offering({}),
    new: offering({ basic: { type: 'http', scheme: 'Basic' } }),
  },
  {
    title: 'the format of a bearer token changes',
    rule: 'oasdiff APIComponentsSecurityBearerFormatUpdated',
    severity: 'info',
    old: offering({}),
    new: offering({ bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'opaque' } }),
  },
  {
    title: 'the OpenID Connect URL changes',
    rule: 'oasdiff APIComponentsSecurityOpenIdConnectUrlUpdated',
    severity: 'error',
    old: offering({}),
    new: offering({
      oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://login.example.com/configuration' },
    }),
  },
  {
    title: 'a security scheme is of another type',
    rule: 'oasdiff api-security-component-type-changed',
    severity: 'error',
    old: offering({}),
    new: offering({ key: { type: 'http', scheme: 'bearer' } }),
  },
  {
    title: 'the authorization URL changes',
    rule: 'oasdiff api-security-component-oauth-url-changed',
    severity: 'info',
    old: offering({}),
    new: offering({ oauth: oauth({ authorizationUrl: 'https://login.example.com/authorize' }) }),
  },
  {
    title: 'the token URL changes',
    rule: 'oasdiff api-security-component-oauth-token-url-changed',
    severity: 'info',
    old: offering({}),
    new: offering({ oauth: oauth({}, { tokenUrl: 'https://login.example.com/token' }) }),
  },
  {
    title: 'a scope is offered that nothing asks for',
    rule: 'oasdiff api-security-component-oauth-scope-added',
    severity: 'info',
    old: offering({}),
    new: offering({
      oauth: oauth({
        scopes: { 'boats:read': 'See boats', 'boats:write': 'Change boats', admin: 'All' },
      }),
    }),
  },
  {
    title: 'a scope is no longer offered that nothing asks for',
    rule: 'oasdiff api-security-component-oauth-scope-removed',
    severity: 'info',
    old: offering({}),
    new: offering({ oauth: oauth({ scopes: { 'boats:read': 'See boats' } }) }),
  },
  {
    title: 'a scope is described otherwise',
    rule: 'oasdiff api-security-component-oauth-scope-changed',
    severity: 'info',
    old: offering({}),
    new: offering({
      oauth: oauth({ scopes: { 'boats:read': 'Look at boats', 'boats:write': 'Change boats' } }),
    }),
  },
  {
    title: 'a security scheme is added that nothing asks for',
    rule: 'oasdiff api-security-component-added',
    severity: 'info',
    old: offering({}),
    new: offering({ spare: { type: 'http', scheme: 'basic' } }),
  },
  {
    title: 'a security scheme is removed that nothing asked for',
    rule: 'oasdiff api-security-component-removed',
    severity: 'info',
    old: offering({ spare: { type: 'http', scheme: 'basic' } }),
    new: offering({}),
  },
];
