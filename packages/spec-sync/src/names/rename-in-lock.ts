import { compareCodeUnits, ownString, type JsonObject } from '@apipin/openapi-model';
import { listNames, type ListedName } from './list-names.ts';
import { NameEditError } from './name-edit-error.ts';
import type { NameLock, Pinned, PinnedComponents } from './name-lock.ts';
import { renameParts } from './rename-parts.ts';
import { upstreamName } from './retire.ts';
import { surveyDocument, type Survey } from './survey.ts';
import { formatUse, parseUse } from './use-text.ts';

/** A change of one pinned name. */
export interface NameEdit {
  /** The name, with its kind and a slash before it where several kinds have it: `schemas/Pet`. */
  readonly from: string;
  readonly to: string;
}

/** A lock and the document it belongs to, under a name that someone chose. */
export interface EditedNames {
  readonly lock: NameLock;
  readonly root: JsonObject;
  readonly kind: string;
  /** Without its kind. */
  readonly from: string;
}

/**
 * Changes one pinned name, in the lock and in the document alike.
 *
 * @param root - The pinned document.
 * @throws NameEditError where there is no such name, where it may be one of several, or where the new one is taken.
 */
export function renameInLock(lock: NameLock, root: JsonObject, edit: NameEdit): EditedNames {
  const { kind, name: from } = findName(listNames(lock), edit.from);
  const { to } = edit;
  const survey = surveyDocument(root);
  const names = namesInDocument(survey, kind);
  if (!names.includes(from))
    refuse(edit.from, `the spec has no ${kind}/${from}; sync it, or restore it`);
  if (listNames(lock).some((each) => each.kind === kind && each.name === to) || names.includes(to))
    refuse(edit.from, `${kind}/${to} is taken; choose another name, or rename that one first`);
  if (!isAllowed(kind, to)) refuse(edit.from, `"${to}" is no name for ${kind}; ${ALLOWED}`);

  const renames = new Map([[from, to]]);
  switch (kind) {
    case 'operations': {
      const named = survey.operations.filter(
        ({ object }) => ownString(object, 'operationId') === from,
      );
      const operations = new Map(named.map(({ object }) => [object, to]));
      const edited = renameOperation(lock, from, to);
      return { lock: edited, root: renameParts(root, { operations }), kind, from };
    }
    case 'tags': {
      const tags = renameKey(lock.tags, from, to);
      return { lock: { ...lock, tags }, root: renameParts(root, { tags: renames }), kind, from };
    }
    default: {
      const components = new Map([[kind, renames]]);
      const edited = renameComponent(lock, kind, from, to);
      return { lock: edited, root: renameParts(root, { components }), kind, from };
    }
  }
}

const ALLOWED = 'components are called by letters, digits, ".", "-" and "_"';

function findName(names: readonly ListedName[], from: string): ListedName {
  const found = names.filter(({ kind, name }) => name === from || `${kind}/${name}` === from);
  const current = found.filter(({ isRetired }) => !isRetired);
  const [name, ...others] = current;
  if (name === undefined) {
    const reason = found.length > 0 ? 'is gone upstream' : 'is not pinned';
    return refuse(from, `"${from}" ${reason}; apipin names <version> lists what is`);
  }
  if (others.length === 0) return name;
  const choices = current.map((each) => `${each.kind}/${each.name}`).join(' or ');
  return refuse(from, `"${from}" may be one of several; say ${choices}`);
}

function refuse(from: string, message: string): never {
  throw new NameEditError(from, message);
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#components-object */
function isAllowed(kind: string, name: string): boolean {
  if (name === '' || name === '__proto__') return false;
  return kind === 'operations' || kind === 'tags' || /^[\w.-]+$/.test(name);
}

function namesInDocument({ operations, tags, components }: Survey, kind: string): string[] {
  switch (kind) {
    case 'operations':
      return operations.flatMap(({ object }) => ownString(object, 'operationId') ?? []);
    case 'tags':
      return [...tags.keys()];
    default:
      return components.flatMap(({ section, name }) => (section === kind ? [name] : []));
  }
}

function renameOperation(lock: NameLock, from: string, to: string): NameLock {
  const operations = Object.entries(lock.operations).map(([key, pinned]) => {
    const isRenamed = pinned.operationId === from && pinned.retired === undefined;
    return [key, isRenamed ? { ...renamed(pinned, from, to), operationId: to } : pinned] as const;
  });
  return { ...lock, operations: Object.fromEntries(operations) };
}

function renameComponent(lock: NameLock, section: string, from: string, to: string): NameLock {
  const owner = `${section}/${from}`;
  const renameUse = (text: string): string => {
    const use = parseUse(text);
    return use.owner === owner ? formatUse({ ...use, owner: `${section}/${to}` }) : text;
  };
  const components = Object.entries(lock.components).map(
    ([each, members]): [string, PinnedComponents] => {
      const entries = Object.entries(members).map(([name, pinned]) => {
        return [
          name,
          { ...pinned, uses: pinned.uses.map(renameUse).sort(compareCodeUnits) },
        ] as const;
      });
      const current = Object.fromEntries(entries);
      return [each, each === section ? renameKey(current, from, to) : current];
    },
  );
  return { ...lock, components: Object.fromEntries(components) };
}

function renameKey<Entry extends Pinned>(
  entries: { readonly [name: string]: Entry },
  from: string,
  to: string,
): { readonly [name: string]: Entry } {
  const changed = Object.entries(entries).map(([name, entry]): [string, Entry] =>
    name === from ? [to, renamed(entry, from, to)] : [name, entry],
  );
  return Object.fromEntries(changed.sort(([a], [b]) => compareCodeUnits(a, b)));
}

/** Upstream's name stays what it was. */
function renamed<Entry extends Pinned>(pinned: Entry, from: string, to: string): Entry {
  const { upstream = from, ...rest } = pinned;
  return { ...upstreamName(to, upstream), ...rest } as Entry;
}
