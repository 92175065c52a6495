import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { shuffle, type Random } from '../random.ts';
import { shuffleSpec } from '../shuffle-spec.ts';

/*
 * What upstream does to its documents from day to day without meaning anything by it.
 */

/** Says the same in another way. */
type Noise = (document: JsonObject, random: Random) => JsonObject;

const NOISES: readonly Noise[] = [
  reorder,
  reword,
  extend,
  swapComponents,
  numberComponents,
  archiveOperations,
  translateTags,
  renamePathParameters,
];

/** The same API in some other way than before: with a handful of noises on top of each other. */
export function disturb(document: JsonObject, random: Random): JsonObject {
  const noises = shuffle(NOISES, random).slice(0, 1 + Math.floor(random() * NOISES.length));
  return noises.reduce((disturbed, noise) => noise(disturbed, random), document);
}

function reorder(document: JsonObject, random: Random): JsonObject {
  return shuffleSpec(document, random) as JsonObject;
}

const WORDS = ['Returns', 'the', 'thing', 'that', 'you', 'asked', 'for', 'now', 'faster'];

function reword(document: JsonObject, random: Random): JsonObject {
  return rewriteMembers(document, (name, value) =>
    ['description', 'summary', 'title'].includes(name) && typeof value === 'string'
      ? shuffle(WORDS, random).join(' ')
      : value,
  );
}

function extend(document: JsonObject, random: Random): JsonObject {
  const stamp = Math.floor(random() * 1e9);
  return rewriteMembers(document, (name, value) =>
    ['get', 'post', 'delete', 'info', 'schema'].includes(name) && isJsonObject(value)
      ? { ...value, 'x-generated': { stamp } }
      : value,
  );
}

/** Two schemas change names, as those do that a generator upstream numbers in the order it meets them. */
function swapComponents(document: JsonObject, random: Random): JsonObject {
  const [a = '', b = ''] = shuffle(schemaNames(document), random);
  return renameSchemas(document, (name) => (name === a ? b : name === b ? a : name));
}

/** A few schemas get a number, or lose it. */
function numberComponents(document: JsonObject, random: Random): JsonObject {
  const some = new Set(shuffle(schemaNames(document), random).slice(0, 3));
  const renamed = (name: string): string => (some.has(name) ? `${name}_7` : name);
  return renameSchemas(document, renamed);
}

function archiveOperations(document: JsonObject, random: Random): JsonObject {
  return rewriteMembers(document, (name, value) =>
    name === 'operationId' && random() < 0.5 ? `${String(value)}_archive` : value,
  );
}

function translateTags(document: JsonObject): JsonObject {
  return rewriteMembers(document, (name, value) =>
    name === 'tags' && Array.isArray(value)
      ? (value as readonly Json[]).map((tag) =>
          isJsonObject(tag) ? { ...tag, name: 'Tiere' } : 'Tiere',
        )
      : value,
  );
}

function renamePathParameters(document: JsonObject): JsonObject {
  const renamed = rewriteMembers(document, (name, value) =>
    name === 'name' && (value === 'petId' || value === 'ownerId') ? `${value}_v2` : value,
  );
  const paths = Object.entries(renamed['paths'] as JsonObject).map(([path, item]) => [
    path.replaceAll(/\{(\w+)\}/g, '{$1_v2}'),
    item,
  ]);
  return { ...renamed, paths: Object.fromEntries(paths) as JsonObject };
}

function schemaNames({ components }: JsonObject): string[] {
  return Object.keys((components as JsonObject)['schemas'] as JsonObject);
}

function renameSchemas(document: JsonObject, rename: (name: string) => string): JsonObject {
  const prefix = '#/components/schemas/';
  const renamed = rewriteStrings(document, (text) =>
    text.startsWith(prefix) ? prefix + rename(text.slice(prefix.length)) : text,
  ) as JsonObject;
  const components = renamed['components'] as JsonObject;
  const schemas = Object.entries(components['schemas'] as JsonObject).map(([name, schema]) => [
    rename(name),
    schema,
  ]);
  return {
    ...renamed,
    components: { ...components, schemas: Object.fromEntries(schemas) as JsonObject },
  };
}

function rewriteStrings(value: Json, rewrite: (text: string) => string): Json {
  if (typeof value === 'string') return rewrite(value);
  if (Array.isArray(value)) return value.map((item: Json) => rewriteStrings(item, rewrite));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, rewriteStrings(member, rewrite)]),
  );
}

/** Rewrites members by name, the inner ones first. */
function rewriteMembers(
  document: JsonObject,
  rewrite: (name: string, value: Json) => Json,
): JsonObject {
  const visit = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, rewrite(name, visit(member))]),
    );
  };
  return visit(document) as JsonObject;
}
