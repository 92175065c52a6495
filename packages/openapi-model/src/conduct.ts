import { isJsonObject, ownProperty, ownString, type JsonObject, type JsonValue } from './json.ts';
import type { Conduct, PageLayout, Parameter } from './model.ts';
import type { NormaliseContext } from './normalise-context.ts';
import { childPointer, pointerTokens } from './pointer.ts';

/**
 * What a client may do with an operation that OpenAPI has no words for: extensions of ours.
 *
 * - `x-apipin-repeatable: true`: sending a request twice does what sending it once does, although its method does not say so.
 * - `x-apipin-idempotency-key: <name>`: the property of the request body by which the server knows a request again.
 * - `x-apipin-paging: { cursor, next, items }`: `cursor` is the query parameter that takes a cursor; JSON pointers into a page
 *   lead to the cursor of the `next` one and to the `items`.
 */
export function normaliseConduct(
  operation: JsonObject,
  parameters: readonly Parameter[],
  pointer: string,
  context: NormaliseContext,
): Conduct {
  const refuse = (name: string, wanted: string): undefined => {
    const message = `${name} is ${wanted}`;
    context.report('error', 'extension-invalid', childPointer(pointer, name), message);
  };
  const repeatable = ownProperty(operation, 'x-apipin-repeatable') ?? false;
  if (typeof repeatable !== 'boolean') refuse('x-apipin-repeatable', 'true or false');
  const key = ownProperty(operation, 'x-apipin-idempotency-key');
  if (key !== undefined && (typeof key !== 'string' || key === ''))
    refuse('x-apipin-idempotency-key', 'the name of a property of the request body');
  const written = ownProperty(operation, 'x-apipin-paging');
  const paging = written === undefined ? undefined : readPaging(written, parameters);
  if (written !== undefined && paging === undefined) {
    refuse(
      'x-apipin-paging',
      'an object of "cursor", a query parameter of the operation, and "next" and "items", JSON pointers such as /paging/next/after',
    );
  }
  return {
    repeatable: repeatable === true,
    idempotencyKey: typeof key === 'string' && key !== '' ? key : undefined,
    paging,
  };
}

function readPaging(value: JsonValue, parameters: readonly Parameter[]): PageLayout | undefined {
  if (!isJsonObject(value)) return undefined;
  const cursor = ownString(value, 'cursor');
  const parameter = parameters.find((each) => each.in === 'query' && each.name === cursor);
  const next = readPointer(ownString(value, 'next'));
  const items = readPointer(ownString(value, 'items'));
  return parameter && next && items && { cursor: parameter, next, items };
}

function readPointer(text: string | undefined): string[] | undefined {
  return text?.startsWith('/') ? pointerTokens(text) : undefined;
}
