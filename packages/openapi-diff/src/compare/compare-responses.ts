import type { Header, MediaType, Response } from '@apipin/openapi-model';
import type { OperationPair } from '../match/operations.ts';
import { bodySubject, writingOf } from './compare-bodies.ts';
import { containsMediaType, matchMediaTypes } from './match-media-types.ts';
import { addFinding, addSchemas, type OperationContext } from './operation-context.ts';

/** @see https://spec.openapis.org/oas/v3.1.1.html#responses-object */
export function compareResponses(pair: OperationPair, context: OperationContext): void {
  const news = new Map(pair.new.responses.map((response) => [keyOf(response), response]));
  for (const old of pair.old.responses) {
    const current = news.get(keyOf(old));
    news.delete(keyOf(old));
    if (current === undefined) {
      const rule = `response-${successOf(old)}-removed`;
      addFinding(context, rule, old.status, { old, before: old.status });
    } else {
      compareResponse(old, current, context);
    }
  }
  for (const current of news.values()) {
    const rule = `response-${successOf(current)}-added`;
    addFinding(context, rule, current.status, { new: current, after: current.status });
  }
}

function keyOf({ status }: Response): string {
  return status.toUpperCase();
}

function successOf({ status }: Response): 'success' | 'non-success' {
  return status.startsWith('2') ? 'success' : 'non-success';
}

function compareResponse(old: Response, current: Response, context: OperationContext): void {
  const { status } = current;
  if (old.description !== current.description) {
    const [before, after] = [old.description ?? '', current.description ?? ''];
    addFinding(context, 'response-text-changed', status, { old, new: current, before, after });
  }
  compareResponseContent(old.content, current.content, status, context);
  compareHeaders(old.headers, current.headers, status, context);
}

/**
 * Compares the media types of what the API sends, and their schemas.
 *
 * @param part - What it is called in subjects.
 */
export function compareResponseContent(
  olds: readonly MediaType[],
  news: readonly MediaType[],
  part: string,
  context: OperationContext,
): void {
  const { pairs, removed, added } = matchMediaTypes(olds, news);
  const renamed = renamedMediaType(removed, added);
  for (const [old, current] of [...pairs, ...renamed]) {
    const subject = bodySubject(part, current);
    const site = { place: 'response-body', subject, writing: writingOf(current) } as const;
    addSchemas(context, old.schema, current.schema, site);
  }
  for (const [old, current] of renamed) {
    const change = { old, new: current, before: old.mediaType, after: current.mediaType };
    addFinding(context, `response-media-type-${renaming(old, current)}`, part, change);
  }
  if (renamed.length > 0) return;
  for (const old of removed) {
    const change = { old, item: old.mediaType, before: old.mediaType };
    addFinding(context, 'response-media-type-removed', part, change);
  }
  for (const current of added) {
    const change = { new: current, item: current.mediaType, after: current.mediaType };
    addFinding(context, 'response-media-type-added', part, change);
  }
}

/** One media type for another is the same answer under another name, if one of the names contains the other. */
function renamedMediaType(
  removed: readonly MediaType[],
  added: readonly MediaType[],
): readonly (readonly [MediaType, MediaType])[] {
  const [old] = removed;
  const [current] = added;
  if (old === undefined || current === undefined || removed.length + added.length > 2) return [];
  return renaming(old, current) === 'renamed' ? [] : [[old, current]];
}

function renaming(
  { mediaType: before }: MediaType,
  { mediaType: after }: MediaType,
): 'generalized' | 'specialized' | 'renamed' {
  if (containsMediaType(after, before)) return 'generalized';
  return containsMediaType(before, after) ? 'specialized' : 'renamed';
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#header-object */
function compareHeaders(
  olds: readonly Header[],
  news: readonly Header[],
  status: string,
  context: OperationContext,
): void {
  const byName = new Map(news.map((header) => [header.name.toLowerCase(), header]));
  for (const old of olds) {
    const current = byName.get(old.name.toLowerCase());
    byName.delete(old.name.toLowerCase());
    const part = `${status} header ${old.name}`;
    if (current !== undefined) {
      compareHeader(old, current, part, context);
      continue;
    }
    const action = old.required ? 'removed-required' : 'removed-optional';
    addFinding(context, `response-header-${action}`, part, { old });
  }
  for (const current of byName.values()) {
    const action = current.required ? 'added-required' : 'added-optional';
    const part = `${status} header ${current.name}`;
    addFinding(context, `response-header-${action}`, part, { new: current });
  }
}

function compareHeader(
  old: Header,
  current: Header,
  part: string,
  context: OperationContext,
): void {
  const both = { old, new: current };
  if (old.required !== current.required) {
    const action = current.required ? 'became-required' : 'became-optional';
    const values = { before: old.required, after: current.required };
    addFinding(context, `response-header-${action}`, part, { ...both, ...values });
  }
  if (old.description !== current.description) {
    const values = { before: old.description ?? '', after: current.description ?? '' };
    addFinding(context, 'response-header-text-changed', part, { ...both, ...values });
  }
  const site = { place: 'response-header', subject: part, writing: 'text' } as const;
  addSchemas(context, old.schema, current.schema, site);
}
