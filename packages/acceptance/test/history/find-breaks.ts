import type { Json, JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import {
  itemsOf,
  jsonSchemaOf,
  membersOf,
  operationsOf,
  resolve,
  type Operation,
} from './operations.ts';

/*
 * Finds changes that break code for sure, by our own hand: it judges `apipin sync`, and shares no code with it. What is
 * hard to judge (unions, conditions, formats) it leaves alone.
 */

type Direction = 'request' | 'response';

/** Two documents that are compared, and what was found so far. */
interface Comparison {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly breaks: Set<string>;
  /** Pairs of schemas that were compared already, by direction. */
  readonly seen: Set<string>;
}

/** Two schemas in the same place. */
interface Pair {
  readonly old: JsonObject;
  readonly current: JsonObject;
  readonly direction: Direction;
  /** For messages. */
  readonly at: string;
}

/** Changes from `before` to `after` that no code survives which used what changed, a line each. */
export function findBreaks(before: JsonObject, after: JsonObject): string[] {
  const comparison: Comparison = { before, after, breaks: new Set(), seen: new Set() };
  const current = operationsOf(after);
  for (const [key, operation] of operationsOf(before)) {
    const counterpart = current.get(key);
    if (counterpart === undefined) comparison.breaks.add(`${key} is gone`);
    else compareOperations(comparison, operation, counterpart);
  }
  return [...comparison.breaks];
}

function compareOperations(comparison: Comparison, old: Operation, current: Operation): void {
  compareParameters(comparison, old, current);
  compareBodies(comparison, old, current);
  for (const [status, response] of old.responses) {
    const counterpart = current.responses.get(status);
    const at = `${old.key} ${status}`;
    if (counterpart === undefined) {
      if (status.startsWith('2') && jsonSchemaOf(response)) comparison.breaks.add(`${at} is gone`);
      continue;
    }
    compareContents(comparison, response, counterpart, { direction: 'response', at });
  }
}

/** Headers that a client sets by itself. */
const OWN_HEADERS = ['accept', 'authorization', 'content-type', 'user-agent'];

function compareParameters(
  { breaks, ...rest }: Comparison,
  old: Operation,
  current: Operation,
): void {
  const byName = (parameters: readonly JsonObject[]): Map<string, JsonObject> =>
    new Map(
      parameters
        .filter((each) => each['in'] === 'query' || each['in'] === 'header')
        .filter((each) => !OWN_HEADERS.includes(String(each['name']).toLowerCase()))
        .map((each) => [`${String(each['in'])} ${String(each['name'])}`, each]),
    );
  const currentByName = byName(current.parameters);
  const oldByName = byName(old.parameters);
  for (const [name, parameter] of oldByName) {
    const counterpart = currentByName.get(name);
    const at = `${old.key} ${name}`;
    if (counterpart === undefined) breaks.add(`${at} is gone`);
    else compareSchemas({ breaks, ...rest }, pairOf(parameter, counterpart, 'request', at));
  }
  for (const [name, parameter] of currentByName) {
    if (parameter['required'] === true && oldByName.get(name)?.['required'] !== true) {
      breaks.add(`${old.key} ${name} is required`);
    }
  }
}

function pairOf(old: JsonObject, current: JsonObject, direction: Direction, at: string): Pair {
  const schemaOf = ({ schema }: JsonObject): JsonObject => (isJsonObject(schema) ? schema : {});
  return { old: schemaOf(old), current: schemaOf(current), direction, at };
}

function compareBodies(comparison: Comparison, old: Operation, current: Operation): void {
  const at = `${old.key} body`;
  if (old.requestBody === undefined) {
    if (current.requestBody?.['required'] === true) comparison.breaks.add(`${at} is required`);
    return;
  }
  if (current.requestBody === undefined) {
    comparison.breaks.add(`${at} is gone`);
    return;
  }
  if (current.requestBody['required'] === true && old.requestBody['required'] !== true) {
    comparison.breaks.add(`${at} is required`);
  }
  compareContents(comparison, old.requestBody, current.requestBody, { direction: 'request', at });
}

function compareContents(
  comparison: Comparison,
  old: JsonObject,
  current: JsonObject,
  place: Pick<Pair, 'direction' | 'at'>,
): void {
  // With several media types it is for the client to choose one.
  if (membersOf(old['content']).length > 1 || membersOf(current['content']).length > 1) return;
  const schemas = { old: jsonSchemaOf(old), current: jsonSchemaOf(current) };
  if (schemas.old && schemas.current) {
    compareSchemas(comparison, { old: schemas.old, current: schemas.current, ...place });
  }
}

function compareSchemas(comparison: Comparison, pair: Pair): void {
  const old = flatten(comparison.before, pair.old);
  const current = flatten(comparison.after, pair.current);
  const key = `${pair.direction} ${JSON.stringify([pair.old, pair.current])}`;
  if (old === undefined || current === undefined || comparison.seen.has(key)) return;
  comparison.seen.add(key);
  const flat = { ...pair, old, current };
  compareTypes(comparison, flat);
  compareEnums(comparison, flat);
  compareProperties(comparison, flat);
  for (const member of ['items', 'additionalProperties']) {
    const [oldMember, currentMember] = [old[member], current[member]];
    if (isJsonObject(oldMember) && isJsonObject(currentMember)) {
      const at = `${pair.at}/${member}`;
      compareSchemas(comparison, { ...pair, old: oldMember, current: currentMember, at });
    }
  }
}

/** What this judge cannot say for sure what it means. */
const HARD = ['oneOf', 'anyOf', 'not', 'if', 'const', 'discriminator', '$dynamicRef'];

/** A schema with its reference resolved and the parts of its `allOf` in one; `undefined` where it is hard to judge. */
function flatten(document: JsonObject, schema: JsonObject, depth = 0): JsonObject | undefined {
  const resolved = resolve(document, schema);
  if (depth > 20 || HARD.some((keyword) => Object.hasOwn(resolved, keyword))) return undefined;
  const { allOf, ...own } = resolved;
  const parts: (JsonObject | undefined)[] = itemsOf(allOf).map((part) =>
    isJsonObject(part) ? flatten(document, part, depth + 1) : undefined,
  );
  let flat: JsonObject = own;
  for (const part of parts) {
    if (part === undefined) return undefined;
    const properties = { ...objectOf(part['properties']), ...objectOf(flat['properties']) };
    const required = [...itemsOf(part['required']), ...itemsOf(flat['required'])];
    // In an `allOf` it takes all parts to be nullable.
    const { nullable: _, ...rest } = part;
    flat = { ...rest, ...flat, properties, required };
  }
  return flat;
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function compareTypes({ breaks }: Comparison, { old, current, direction, at }: Pair): void {
  const [oldTypes, currentTypes] = [typesOf(old), typesOf(current)];
  if (oldTypes.length === 0 || currentTypes.length === 0) return;
  if (!oldTypes.some((type) => currentTypes.includes(type))) {
    breaks.add(`${at} was ${oldTypes.join()}, is ${currentTypes.join()}`);
    return;
  }
  const [narrow, wide] =
    direction === 'request' ? [currentTypes, oldTypes] : [oldTypes, currentTypes];
  if (wide.includes('null') && !narrow.includes('null')) {
    breaks.add(`${at} ${direction === 'request' ? 'must not be' : 'may be'} null`);
  }
}

function typesOf({ type, nullable, enum: values }: JsonObject): string[] {
  const types = (Array.isArray(type) ? (type as string[]) : [type]).flatMap((each) =>
    typeof each === 'string' ? [each === 'integer' ? 'number' : each] : [],
  );
  // An enum that does not list null does not allow it either, though opinions differ.
  if (types.length === 0 || values !== undefined) return types.filter((each) => each !== 'null');
  return nullable === true ? [...types, 'null'] : types;
}

function compareEnums({ breaks }: Comparison, { old, current, direction, at }: Pair): void {
  const [oldValues, values] = [old['enum'], current['enum']].map((each) =>
    Array.isArray(each) ? each.map((value: Json) => JSON.stringify(value)) : undefined,
  );
  if (typesOf(old).join() !== 'string' || typesOf(current).join() !== 'string') return;
  if (oldValues && values) {
    const gone = oldValues.filter((value) => !values.includes(value) && value !== 'null');
    if (gone.length > 0) breaks.add(`${at} cannot be ${gone.join()} any more`);
  }
  if (direction === 'request' && !oldValues && values) breaks.add(`${at} is an enum`);
  if (direction === 'response' && oldValues && !values) breaks.add(`${at} is no enum any more`);
}

function compareProperties(comparison: Comparison, pair: Pair): void {
  const { old, current, direction, at } = pair;
  const [oldProperties, properties] = [old, current].map((each) => objectOf(each['properties']));
  if (Object.keys(oldProperties ?? {}).length === 0 || Object.keys(properties ?? {}).length === 0) {
    return;
  }
  const isOpen = (schema: JsonObject): boolean =>
    Object.hasOwn(schema, 'additionalProperties') && schema['additionalProperties'] !== false;
  for (const [name, property] of Object.entries(oldProperties ?? {})) {
    if (isHidden(comparison.before, property, direction)) continue;
    const counterpart = properties?.[name];
    if (counterpart === undefined) {
      if (!isOpen(old) && !isOpen(current)) comparison.breaks.add(`${at}.${name} is gone`);
    } else if (isJsonObject(property) && isJsonObject(counterpart)) {
      compareSchemas(comparison, {
        old: property,
        current: counterpart,
        direction,
        at: `${at}.${name}`,
      });
    }
  }
  compareRequired(comparison, pair);
}

function compareRequired(
  { breaks, after }: Comparison,
  { old, current, direction, at }: Pair,
): void {
  const [before, now] = direction === 'request' ? [old, current] : [current, old];
  const had = itemsOf(before['required']);
  const properties = objectOf(current['properties']);
  for (const name of itemsOf(now['required'])) {
    const property = properties[String(name)];
    if (had.includes(name) || !isJsonObject(property) || isHidden(after, property, direction))
      continue;
    if (resolve(after, property)['default'] !== undefined) continue;
    breaks.add(`${at}.${String(name)} is ${direction === 'request' ? 'required' : 'optional'}`);
  }
}

/** Whether a property does not travel this way. */
function isHidden(document: JsonObject, property: Json, direction: Direction): boolean {
  const { readOnly, writeOnly } = resolve(document, property);
  return (direction === 'request' ? readOnly : writeOnly) === true;
}
