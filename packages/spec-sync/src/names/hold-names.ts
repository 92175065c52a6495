import type { JsonObject } from '@apipin/openapi-model';
import { digestStructures } from './digest-structure.ts';
import { holdComponents } from './hold-components.ts';
import { holdOperations } from './hold-operations.ts';
import { holdTags } from './hold-tags.ts';
import { EMPTY_NAMES, type NameLock, type Renaming } from './name-lock.ts';
import { renameParts } from './rename-parts.ts';
import { surveyDocument } from './survey.ts';

/** A document whose parts are called as they were. */
export interface HeldNames {
  /** The document that was given, where nothing had to be renamed. */
  readonly root: JsonObject;
  readonly renamed: readonly Renaming[];
  /** To hold the names of the next document by. */
  readonly lock: NameLock;
}

/**
 * The lock of a document.
 *
 * @param earlier - Names that hold already.
 */
export function lockNames(root: JsonObject, earlier: NameLock = EMPTY_NAMES): NameLock {
  return holdNames(root, earlier).lock;
}

/**
 * Gives the parts of a new document back the names that are pinned, whatever it calls them: operations by their method
 * and path, path parameters by their place in it, components by structure and use, tags by their operations.
 *
 * What is new keeps the name that it comes with, unless that is taken. Nothing changes on the wire, and the document
 * that is given is left as it is.
 */
export function holdNames(root: JsonObject, lock: NameLock): HeldNames {
  const survey = surveyDocument(root);
  const operations = holdOperations(root, survey, lock.operations);
  const tags = holdTags(survey, operations.keys, lock);
  const components = holdComponents(survey, digestStructures(survey), lock.components);
  const held = [operations, tags, components];
  return {
    root: renameParts(root, {
      operations: operations.renames,
      paths: operations.paths,
      tags: tags.renames,
      components: components.renames,
    }),
    renamed: held.flatMap(({ renamed }) => renamed),
    lock: { operations: operations.lock, tags: tags.lock, components: components.lock },
  };
}
