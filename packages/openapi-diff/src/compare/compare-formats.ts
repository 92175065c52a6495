import type { Facets } from '../match/facets.ts';
import type { FacetChange } from './compare-types.ts';

/** Formats whose values all have another format too, at some number of steps. */
const WIDER: Readonly<Record<string, string>> = {
  int8: 'int16',
  int16: 'int32',
  int32: 'int64',
  uint8: 'uint16',
  uint16: 'uint32',
  uint32: 'uint64',
  float: 'double',
};

/** Compares the formats of the types that both schemas accept. */
export function compareFormats(old: Facets, current: Facets): FacetChange[] {
  return [
    ...compareFormat(old.string, current.string),
    ...compareFormat(old.number, current.number),
  ];
}

function compareFormat(
  old: { readonly format: string | undefined } | undefined,
  current: { readonly format: string | undefined } | undefined,
): FacetChange[] {
  if (old === undefined || current === undefined || old.format === current.format) return [];
  const values = { before: old.format, after: current.format };
  if (old.format === undefined) return [{ kind: 'format', action: 'set', ...values }];
  if (current.format === undefined) return [{ kind: 'format', action: 'unset', ...values }];
  if (isWider(current.format, old.format)) {
    return [{ kind: 'format', action: 'generalized', ...values }];
  }
  const action = isWider(old.format, current.format) ? 'specialized' : 'changed';
  return [{ kind: 'format', action, ...values }];
}

function isWider(wide: string, narrow: string): boolean {
  let format: string | undefined = narrow;
  while (format !== undefined && format !== wide) {
    format = Object.hasOwn(WIDER, format) ? WIDER[format] : undefined;
  }
  return format === wide;
}
