import type { SourceLocation } from './diagnostic.ts';
import type { LinearProgram } from './linear-pattern.ts';
import type { JsonObject } from './json.ts';
import type { Extras, Schema } from './schema.ts';

/**
 * One API version, whatever dialect of OpenAPI it was written in.
 *
 * Everything is read-only, tagged by `kind` and carries its place in the source. Lists whose order carries no meaning
 * in OpenAPI are sorted, so that equal documents give equal models.
 */
export interface ApiModel {
  readonly kind: 'api';
  /** `info.title` */
  readonly title: string;
  /** `info.version` */
  readonly version: string;
  readonly description: string | undefined;
  readonly servers: readonly Server[];
  /** By path, then by method. */
  readonly operations: readonly Operation[];
  /** What the API calls its users with; `path` is the name of the webhook. Since 3.1. */
  readonly webhooks: readonly Operation[];
  /**
   * Every schema that has a name or is referred to, by its pointer, sorted: all of `components.schemas`, and what a
   * `$ref` finds elsewhere (`$defs`, a property of another schema, a response body).
   */
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  /** `components.securitySchemes` by name, sorted. */
  readonly securitySchemes: ReadonlyMap<string, SecurityScheme>;
  /**
   * The regular expressions of `pattern` and `patternProperties` that could backtrack for ever, by their source, as
   * programs that cannot.
   */
  readonly linearPatterns: ReadonlyMap<string, LinearProgram>;
  readonly at: SourceLocation;
}

/** A schema with a name of its own. */
export interface NamedSchema {
  readonly kind: 'namedSchema';
  /** Under `components.schemas`; for a schema elsewhere, the last words of its pointer. */
  readonly name: string;
  /** Whether it stands directly under `components.schemas`. */
  readonly isComponent: boolean;
  readonly schema: Schema;
  readonly at: SourceLocation;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#server-object */
export interface Server {
  readonly kind: 'server';
  /** With every server variable replaced by its default. */
  readonly url: string;
  readonly at: SourceLocation;
}

/** In the order OpenAPI lists them; `query` since 3.2. */
export type HttpMethod =
  'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace' | 'query';

/** @see https://spec.openapis.org/oas/v3.1.1.html#operation-object */
export interface Operation {
  readonly kind: 'operation';
  /** As written, or derived from method and path where the document gives none. */
  readonly operationId: string;
  /** Whether the document gives the id. */
  readonly isIdWritten: boolean;
  readonly method: HttpMethod;
  /** The path template, as written. */
  readonly path: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /** Path item and operation parameters merged; by location, then by name. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  /** By status: codes, then ranges, then `default`. */
  readonly responses: readonly Response[];
  /** Alternatives; each maps scheme names to scopes. Empty when the operation asks for none. */
  readonly security: readonly SecurityRequirement[];
  readonly conduct: Conduct;
  readonly extras: Extras | undefined;
  readonly at: SourceLocation;
}

/** What a client may do with an operation beyond what its method allows. */
export interface Conduct {
  /** Whether sending a request twice does what sending it once does, although its method does not say so. */
  readonly repeatable: boolean;
  /** The property of the request body by which the server knows a request again. */
  readonly idempotencyKey: string | undefined;
  /** Set where a success is a page of a list. */
  readonly paging: PageLayout | undefined;
}

/** How one gets from page to page. */
export interface PageLayout {
  /** The query parameter that takes the cursor of a page. */
  readonly cursor: Parameter;
  /** The properties of a page that lead to the cursor of the next one. */
  readonly next: readonly string[];
  /** Those that lead to its items. */
  readonly items: readonly string[];
}

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie' | 'querystring';

/** @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object */
export interface Parameter {
  readonly kind: 'parameter';
  readonly name: string;
  readonly in: ParameterLocation;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly schema: Schema;
  /** Set where the parameter is serialised by media type (`content`), not by style. */
  readonly mediaType: string | undefined;
  readonly extras: Extras | undefined;
  readonly at: SourceLocation;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#request-body-object */
export interface RequestBody {
  readonly kind: 'requestBody';
  readonly description: string | undefined;
  readonly required: boolean;
  readonly content: readonly MediaType[];
  readonly at: SourceLocation;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#media-type-object */
export interface MediaType {
  readonly kind: 'mediaType';
  /** Such as `application/json`. */
  readonly mediaType: string;
  readonly schema: Schema;
  readonly at: SourceLocation;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#response-object */
export interface Response {
  readonly kind: 'response';
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string | undefined;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
  readonly at: SourceLocation;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#header-object */
export interface Header {
  readonly kind: 'header';
  readonly name: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly schema: Schema;
  readonly at: SourceLocation;
}

/** One way to be let in: every scheme named here, with the scopes it needs. */
export type SecurityRequirement = ReadonlyMap<string, readonly string[]>;

/** @see https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object */
export type SecurityScheme =
  | {
      readonly kind: 'apiKey';
      readonly in: 'query' | 'header' | 'cookie';
      readonly name: string;
      readonly description: string | undefined;
      readonly details: JsonObject;
      readonly at: SourceLocation;
    }
  | {
      /** Sent in the `Authorization` header: `http`, `oauth2`, `openIdConnect`. */
      readonly kind: 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
      readonly description: string | undefined;
      /** All that the document says of the scheme besides: `scheme`, `flows` and the like. */
      readonly details: JsonObject;
      readonly at: SourceLocation;
    };
