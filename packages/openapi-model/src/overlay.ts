import { JSONPathEnvironment, type JSONValue } from 'json-p3';

import { hasErrors, type Diagnostic, type Severity } from './diagnostic.ts';
import { isJsonObject, ownProperty, ownString, type JsonObject, type JsonValue } from './json.ts';
import { mergeUpdate } from './merge-update.ts';
import type { ParsedSource } from './parse-source.ts';
import { MAX_DEPTH, TOO_DEEP } from './parsed-text.ts';
import { childPointer } from './pointer.ts';

/** The document with an overlay applied; as it was where the overlay has errors. */
export interface OverlayResult {
  readonly root: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

/** Queries walk whole documents, which are never deeper. */
const jsonPath = new JSONPathEnvironment({ maxRecursionDepth: MAX_DEPTH + 1 });

const OVERLAY_FIELDS = ['overlay', 'info', 'extends', 'actions'];
const ACTION_FIELDS = ['target', 'description', 'update', 'remove'];

type Report = (severity: Severity, code: string, pointer: string, message: string) => void;

/**
 * Applies an overlay to a document, which stays as it is.
 *
 * Actions run in order, each on the result of those before it. A target that matches nothing is an error, although the
 * specification lets it pass: the document has moved on, and the overlay must follow.
 *
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 */
export function applyOverlay(root: JsonObject, overlay: ParsedSource): OverlayResult {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (severity, code, pointer, message) => {
    diagnostics.push({ code, severity, at: overlay.locate(pointer), message });
  };
  let result = root;
  readActions(overlay.root, report).forEach((action, index) => {
    result = applyAction(result, action, `/actions/${index}`, report);
  });
  return { root: hasErrors(diagnostics) ? root : result, diagnostics };
}

interface Action {
  readonly target: string;
  readonly remove: boolean;
  readonly update: JsonValue | undefined;
}

/** The actions of an overlay; none, and diagnostics, where it is not a valid overlay. */
function readActions(overlay: JsonObject, report: Report): Action[] {
  let valid = true;
  const invalid = (pointer: string, message: string): void => {
    valid = false;
    report('error', 'overlay-invalid', pointer, message);
  };

  refuseUnknownFields(overlay, OVERLAY_FIELDS, '', invalid);
  if (!/^1\.0\.\d+$/.test(ownString(overlay, 'overlay') ?? '')) {
    invalid('/overlay', '"overlay" is to be 1.0.0 or another 1.0 version');
  }
  for (const field of ['title', 'version']) {
    if (ownString(ownProperty(overlay, 'info'), field) === undefined) {
      invalid('/info', `"info" is to have a "${field}"; add it`);
    }
  }
  const actions = ownProperty(overlay, 'actions');
  if (!Array.isArray(actions) || actions.length === 0) {
    invalid('/actions', '"actions" is to list at least one action');
    return [];
  }
  const read = actions.map((action: JsonValue, index) => {
    return readAction(action, `/actions/${index}`, invalid);
  });
  return valid ? read : [];
}

function readAction(
  action: JsonValue,
  pointer: string,
  invalid: (pointer: string, message: string) => void,
): Action {
  if (!isJsonObject(action)) invalid(pointer, 'an action is to be an object with a "target"');
  else refuseUnknownFields(action, ACTION_FIELDS, pointer, invalid);

  const target = ownString(action, 'target');
  if (target === undefined) invalid(pointer, 'the action has no "target"; give a JSONPath');
  const remove = ownProperty(action, 'remove') ?? false;
  if (typeof remove !== 'boolean') invalid(`${pointer}/remove`, '"remove" is to be true or false');
  return { target: target ?? '', remove: remove === true, update: ownProperty(action, 'update') };
}

function refuseUnknownFields(
  object: JsonObject,
  known: readonly string[],
  pointer: string,
  invalid: (pointer: string, message: string) => void,
): void {
  for (const name of Object.keys(object)) {
    if (known.includes(name) || name.startsWith('x-')) continue;
    const message = `Overlay 1.0 has no field "${name}" here; is it one of ${known.join(', ')}?`;
    invalid(childPointer(pointer, name), message);
  }
}

function applyAction(
  root: JsonObject,
  action: Action,
  pointer: string,
  report: Report,
): JsonObject {
  const locations = selectLocations(root, action.target, `${pointer}/target`, report);
  if (locations === undefined) return root;
  if (locations.length === 0) {
    const message = `${action.target} matches nothing; adapt it to the document, or drop the action`;
    report('error', 'overlay-target-unmatched', `${pointer}/target`, message);
  }
  const selection = createSelection(locations);
  if (action.remove) return removeSelected(root, selection, pointer, report);
  if (action.update === undefined) {
    report('warning', 'overlay-action-empty', pointer, 'add "update" or "remove", or drop this');
    return root;
  }
  return updateSelected(root, locations, selection, action.update, pointer, report);
}

type Location = readonly (string | number)[];

function selectLocations(
  root: JsonObject,
  target: string,
  pointer: string,
  report: Report,
): Location[] | undefined {
  try {
    // The library's type lacks `readonly`; queries change nothing.
    return jsonPath.query(target, root as JSONValue).locations();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `not a JSONPath of RFC 9535: ${reason}; correct the target`;
    report('error', 'overlay-invalid', pointer, message);
    return undefined;
  }
}

/** The selected places as a tree, so that one walk over the document serves them all. */
interface Selection {
  selected: boolean;
  readonly children: Map<string | number, Selection>;
}

function createSelection(locations: readonly Location[]): Selection {
  const root: Selection = { selected: false, children: new Map() };
  for (const location of locations) {
    let place = root;
    for (const step of location) {
      let child = place.children.get(step);
      if (child === undefined) {
        child = { selected: false, children: new Map() };
        place.children.set(step, child);
      }
      place = child;
    }
    place.selected = true;
  }
  return root;
}

function removeSelected(
  root: JsonObject,
  selection: Selection,
  pointer: string,
  report: Report,
): JsonObject {
  if (selection.selected) {
    report('error', 'overlay-invalid', pointer, 'the document itself cannot be removed');
    return root;
  }
  return mapSelected(root, selection, (value) => value, true) as JsonObject;
}

function updateSelected(
  root: JsonObject,
  locations: readonly Location[],
  selection: Selection,
  update: JsonValue,
  pointer: string,
  report: Report,
): JsonObject {
  const deepest = locations.reduce((depth, location) => Math.max(depth, location.length), 0);
  if (deepest + depthOf(update) > MAX_DEPTH) {
    report('error', 'too-deep', pointer, TOO_DEEP);
    return root;
  }
  let incompatible: string | undefined;
  const merge = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return [...value, update];
    if (isJsonObject(value) && isJsonObject(update)) return mergeUpdate(value, update);
    incompatible = isJsonObject(value)
      ? 'the target is an object, so "update" is to be one'
      : 'the target is not an object or array; select the object around it';
    return value;
  };
  const updated = mapSelected(root, selection, merge, false) as JsonObject;
  if (incompatible === undefined) return updated;
  report('error', 'overlay-target-incompatible', pointer, incompatible);
  return root;
}

/** `value` with what is selected removed, or else mapped after everything selected in it. */
function mapSelected(
  value: JsonValue,
  { selected, children }: Selection,
  map: (value: JsonValue) => JsonValue,
  remove: boolean,
): JsonValue {
  const mapChild = <Key extends string | number>(
    key: Key,
    child: JsonValue,
  ): [Key, JsonValue][] => {
    const selection = children.get(key);
    if (selection === undefined) return [[key, child]];
    return remove && selection.selected ? [] : [[key, mapSelected(child, selection, map, remove)]];
  };
  const mapped = Array.isArray(value)
    ? value.flatMap((item, index) => mapChild(index, item)).map(([, item]) => item)
    : isJsonObject(value) && children.size > 0
      ? Object.fromEntries(
          Object.entries(value).flatMap(([name, member]) => mapChild(name, member)),
        )
      : value;
  return selected ? map(mapped) : mapped;
}

function depthOf(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((deepest, member: JsonValue) => {
    return Math.max(deepest, 1 + depthOf(member));
  }, 0);
}
