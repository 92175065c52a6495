import type { MediaType, RequestBody } from '@apipin/openapi-model';
import type { OperationPair } from '../match/operations.ts';
import { addFinding, addSchemas, type OperationContext } from './operation-context.ts';
import { matchMediaTypes } from './match-media-types.ts';
import type { Writing } from './schema-site.ts';

/** @see https://spec.openapis.org/oas/v3.1.1.html#request-body-object */
export function compareRequestBodies(pair: OperationPair, context: OperationContext): void {
  const { requestBody: old } = pair.old;
  const { requestBody: current } = pair.new;
  const part = 'request body';
  if (old === undefined || current === undefined) {
    if (current !== undefined) {
      const action = current.required ? 'added-required' : 'added-optional';
      addFinding(context, `request-body-${action}`, part, { new: current });
    }
    if (old !== undefined) {
      const action = old.required ? 'removed-required' : 'removed-optional';
      addFinding(context, `request-body-${action}`, part, { old });
    }
    return;
  }
  compareRequestBody(old, current, context);
}

function compareRequestBody(
  old: RequestBody,
  current: RequestBody,
  context: OperationContext,
): void {
  const part = 'request body';
  if (old.required !== current.required) {
    const action = current.required ? 'became-required' : 'became-optional';
    const change = { old, new: current, before: old.required, after: current.required };
    addFinding(context, `request-body-${action}`, part, change);
  }
  if (old.description !== current.description) {
    const [before, after] = [old.description ?? '', current.description ?? ''];
    addFinding(context, 'request-body-text-changed', part, { old, new: current, before, after });
  }
  compareRequestContent(old.content, current.content, context);
}

function compareRequestContent(
  olds: readonly MediaType[],
  news: readonly MediaType[],
  context: OperationContext,
): void {
  const { pairs, removed, added } = matchMediaTypes(olds, news);
  for (const [old, current] of pairs) {
    addSchemas(context, old.schema, current.schema, {
      place: 'request-body',
      subject: bodySubject('request body', current),
      writing: writingOf(current),
    });
  }
  for (const old of removed) {
    const rule = 'request-body-media-type-removed';
    const change = { old, item: old.mediaType, before: old.mediaType };
    addFinding(context, rule, 'request body', change);
  }
  for (const current of added) {
    const rule = 'request-body-media-type-added';
    const change = { new: current, item: current.mediaType, after: current.mediaType };
    addFinding(context, rule, 'request body', change);
  }
}

/** JSON is not worth a word. */
export function bodySubject(part: string, { mediaType }: MediaType): string {
  return mediaType.startsWith('application/json') ? part : `${part} ${mediaType}`;
}

/** How a media type writes scalars. */
export function writingOf({ mediaType }: MediaType): Writing {
  const isText =
    /^(application\/x-www-form-urlencoded|multipart\/|text\/|application\/([^;]*\+)?xml)/i;
  return isText.test(mediaType) ? 'text' : 'json';
}
