import {
  ALLOWABLE,
  normaliseDocument,
  pointerTokens,
  type ApiModel,
  type JsonObject,
} from '@apipin/openapi-model';
import { diffModels, type Diff, type DiffOptions } from '../src/index.ts';

/** Compares two documents that are there as values. */
export function diffDocuments(old: JsonObject, current: JsonObject, options?: DiffOptions): Diff {
  return diffModels(modelOf(old, 'old'), modelOf(current, 'new'), options);
}

/**
 * Normalises a document whose lines are as many as its pointers are deep.
 *
 * @throws {Error} where the document says something that has no meaning.
 */
export function modelOf(root: JsonObject, file: string): ApiModel {
  const locate = (pointer: string) => ({ file, pointer, line: pointerTokens(pointer).length + 1 });
  const { model, diagnostics } = normaliseDocument({ root, locate }, { allow: ALLOWABLE });
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return model;
}
