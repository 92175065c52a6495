import type { Spec } from '@apipin/codegen';
import { ALLOWABLE, normaliseDocument, type JsonObject } from '@apipin/openapi-model';

/**
 * The spec that a document gives.
 *
 * @throws {Error} where the document says something that has no meaning.
 */
export function specOf(root: JsonObject): Spec {
  const locate = (pointer: string) => ({ file: 'test.yaml', pointer, line: 1 });
  const { model, diagnostics } = normaliseDocument({ root, locate }, { allow: ALLOWABLE });
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return { root, model };
}
