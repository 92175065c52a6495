import { isJsonObject, type Json } from './json.ts';
import { shuffle, type Random } from './random.ts';

/** Arrays of a spec that are sets, and that no reader expects to meet in the order of the spec. */
const SETS = ['enum', 'required'];

/** What these hold are values of the API, and arrays in them have an order. */
const VALUES = ['const', 'default', 'example', 'examples', 'value'];

/** The same document with its keys, enums and lists of required properties in another order. */
export function shuffleSpec(node: Json, random: Random): Json {
  if (Array.isArray(node)) return node.map((item: Json) => shuffleSpec(item, random));
  if (!isJsonObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]): [string, Json] => [
    key,
    VALUES.includes(key) ? shuffleKeys(value, random) : shuffleMember(key, value, random),
  ]);
  return Object.fromEntries(shuffle(entries, random));
}

function shuffleMember(key: string, value: Json, random: Random): Json {
  const shuffled = shuffleSpec(value, random);
  return Array.isArray(shuffled) && SETS.includes(key) ? shuffle<Json>(shuffled, random) : shuffled;
}

function shuffleKeys(value: Json, random: Random): Json {
  if (Array.isArray(value)) return value.map((item: Json) => shuffleKeys(item, random));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] => [
    key,
    shuffleKeys(member, random),
  ]);
  return Object.fromEntries(shuffle(entries, random));
}
