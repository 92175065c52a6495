import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { repositoryPath } from './repository.ts';

/*
 * Reads specs without any code of the generators, since their output is judged by what is read here.
 */

/** One operation of a spec, with its examples. */
export interface SpecOperation {
  readonly operationId: string;
  readonly parameters: readonly SpecParameter[];
  /** Absent where the operation takes no body. */
  readonly requestBody: SpecBody | undefined;
  readonly responses: readonly SpecResponse[];
}

export interface SpecParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly example: Json | undefined;
}

export interface SpecBody {
  /** JSON pointer to the schema of the body, for `application/json`. */
  readonly schema: string;
  readonly examples: readonly SpecExample[];
}

export interface SpecResponse {
  /** A status code, `4XX` or `default`. */
  readonly status: string;
  /** Absent where the response has no body. */
  readonly body: SpecBody | undefined;
}

export interface SpecExample {
  readonly name: string;
  readonly value: Json;
}

/** Where the spec of an API version is. */
export function specPath(version: string): string {
  return repositoryPath(`specs/${version}/custom-channels.yaml`);
}

/** Reads the spec of an API version. */
export function readSpec(version: string): JsonObject {
  return parse(readFileSync(specPath(version), 'utf8')) as JsonObject;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** Every operation of `spec`. */
export function operationsOf(spec: JsonObject): SpecOperation[] {
  return entriesAt(spec, '/paths').flatMap(({ pointer }) => {
    const shared = parametersAt(spec, `${pointer}/parameters`);
    return entriesAt(spec, pointer)
      .filter(({ key }) => METHODS.includes(key))
      .map((operation) => operationAt(spec, operation.pointer, shared));
  });
}

/** What one webhook of a spec sends. */
export interface SpecWebhook {
  /** The name of its event. */
  readonly name: string;
  readonly body: SpecBody;
}

/** Every webhook of `spec`. */
export function webhooksOf(spec: JsonObject): SpecWebhook[] {
  return entriesAt(spec, '/webhooks').flatMap(({ key, pointer }) => {
    const body = bodyAt(spec, `${pointer}/post/requestBody`);
    return body === undefined ? [] : [{ name: key, body }];
  });
}

function operationAt(
  spec: JsonObject,
  pointer: string,
  shared: readonly SpecParameter[],
): SpecOperation {
  return {
    operationId: String(at(spec, `${pointer}/operationId`).value),
    parameters: [...shared, ...parametersAt(spec, `${pointer}/parameters`)],
    requestBody: bodyAt(spec, `${pointer}/requestBody`),
    responses: entriesAt(spec, `${pointer}/responses`).map((response) => ({
      status: response.key,
      body: bodyAt(spec, response.pointer),
    })),
  };
}

function parametersAt(spec: JsonObject, pointer: string): SpecParameter[] {
  return entriesAt(spec, pointer).map(({ value }) => {
    const { name, in: place, required, example } = value as unknown as SpecParameter;
    return { name, in: place, required: required ?? false, example };
  });
}

function bodyAt(spec: JsonObject, pointer: string): SpecBody | undefined {
  const mediaType = at(spec, `${pointer}/content/application~1json`);
  if (mediaType.value === undefined) return undefined;
  return {
    schema: `${mediaType.pointer}/schema`,
    examples: entriesAt(spec, `${mediaType.pointer}/examples`).map(({ key, value }) => ({
      name: key,
      value: (value as JsonObject)['value'] as Json,
    })),
  };
}

interface Place {
  /** Where the value is, after references. */
  readonly pointer: string;
  readonly value: Json | undefined;
}

/** The value at `pointer`, through every reference on the way. */
function at(spec: JsonObject, pointer: string): Place {
  let place: Place = { pointer: '', value: spec };
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const parent = place.value as JsonObject | undefined;
    place = { pointer: `${place.pointer}/${token}`, value: parent?.[key] };
    const reference = isJsonObject(place.value) ? place.value['$ref'] : undefined;
    if (typeof reference === 'string') place = at(spec, reference.slice(1));
  }
  return place;
}

/** The entries of the object or array at `pointer`; none where there is no such thing. */
function entriesAt(spec: JsonObject, pointer: string): (Place & { readonly key: string })[] {
  const { pointer: base, value } = at(spec, pointer);
  return Object.keys(value ?? {}).map((key) => ({
    key,
    ...at(spec, `${base}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  }));
}
