import {
  applyOverlay,
  hasErrors,
  ownArray,
  ownString,
  parseSource,
  type Diagnostic,
  type JsonObject,
  type SpecText,
} from '@apipin/openapi-model';

/** A document with our corrections; as it was where they cannot be applied. */
export interface Corrected {
  readonly root: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies an overlay that corrects what upstream has wrong. Each action says why it is there, in `description`: whoever
 * meets it when upstream has moved on has to know whether it is still needed.
 *
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 */
export function applyCorrections(root: JsonObject, overlay: SpecText): Corrected {
  const { source, diagnostics } = parseSource(overlay.text, overlay.name);
  if (source === undefined) return { root, diagnostics };
  const unexplained = ownArray(source.root, 'actions').flatMap((action, index): Diagnostic[] => {
    if (ownString(action, 'description')?.trim()) return [];
    const at = source.locate(`/actions/${index}`);
    const message = 'the action has no reason; say in "description" why it is needed';
    return [{ code: 'correction-unexplained', severity: 'error', at, message }];
  });
  const applied = applyOverlay(root, source);
  const all = [...diagnostics, ...unexplained, ...applied.diagnostics];
  return { root: hasErrors(all) ? root : applied.root, diagnostics: all };
}
