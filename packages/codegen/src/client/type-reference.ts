import { childPointer } from '@apipin/openapi-model';

/** A `$ref` to what stands at `path`. */
export function typeReference(...path: readonly string[]): string {
  return `#${path.reduce(childPointer, '')}`;
}
