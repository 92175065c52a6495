import { isMap, isSeq, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { VersionEntry } from '../versions-file.ts';
import type { Addition, VersionPair } from './addition.ts';

/**
 * Adds versions to the text of `specs/versions.yaml`, and leaves everything else in it as it was written, comments
 * included.
 */
export function editVersions(text: string, { api, added, pair }: Addition): string {
  const document = parseDocument(text);
  const apis = document.get('apis');
  if (!isMap(apis)) throw new RangeError('versions were read that are not there');
  // An API without versions may stand in one line.
  apis.flow = false;
  const entries = document.getIn(['apis', api, 'versions']);
  if (isSeq(entries)) {
    entries.flow = false;
    if (pair !== undefined) linkSuccessor(entries, pair);
    for (const version of added) entries.add(createEntry(version, entries.items.length > 0));
  } else {
    const versions = new YAMLSeq();
    added.forEach((version, index) => versions.add(createEntry(version, index > 0)));
    const value = new YAMLMap();
    value.set('versions', versions);
    const key = new Scalar(api);
    key.spaceBefore = apis.items.length > 0;
    apis.set(key, value);
  }
  return document.toString({ lineWidth: 0 });
}

function linkSuccessor(entries: YAMLSeq, { old, current }: VersionPair): void {
  const entry = entries.items.find((item) => isMap(item) && item.get('id') === old.id);
  if (isMap(entry)) entry.set('successor', quoted(current.id));
}

function createEntry({ id, spec, successor }: VersionEntry, spaceBefore: boolean): YAMLMap {
  const entry = new YAMLMap();
  entry.spaceBefore = spaceBefore;
  entry.set('id', quoted(id));
  entry.set('spec', withHint(spec));
  if (successor !== undefined) entry.set('successor', quoted(successor));
  return entry;
}

/** What no document says of itself. */
const HINT = ' add what is known: released, status, supportedUntil, source';

function withHint(spec: string): Scalar {
  const scalar = new Scalar(spec);
  scalar.comment = HINT;
  return scalar;
}

/** Ids are quoted, so that every YAML reader takes them for strings. */
function quoted(id: string): Scalar {
  const scalar = new Scalar(id);
  scalar.type = Scalar.QUOTE_SINGLE;
  return scalar;
}
