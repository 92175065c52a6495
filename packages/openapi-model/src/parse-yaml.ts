import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type Alias,
  type CST,
  type Document,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

import type { JsonValue } from './json.ts';
import {
  failedText,
  MAX_DEPTH,
  MAX_PROBLEMS,
  TOO_DEEP,
  tooDeep,
  type ParsedText,
  type ParseProblem,
} from './parsed-text.ts';
import { childPointer } from './pointer.ts';
import { NO_CHILDREN, type Position } from './source-position.ts';

/** In UTF-16 code units. Parsing YAML takes a hundred times the time and memory of parsing JSON. */
const MAX_YAML_LENGTH = 16 * 1024 * 1024;

/** How many values aliases may stand for together: a few lines of aliases can stand for billions. */
const MAX_ALIASED_VALUES = 100_000;

/**
 * Parses a YAML text into JSON values.
 *
 * YAML 1.2 with the core schema: `yes` and dates are strings, merge keys do not exist. Names are taken as written, so
 * `200:` names the member `"200"`.
 *
 * @see https://yaml.org/spec/1.2.2/
 */
export function parseYaml(text: string): ParsedText {
  if (text.length > MAX_YAML_LENGTH) {
    return failedText({ code: 'source-too-large', offset: 0, message: TOO_LONG });
  }
  const { tokens, tooDeepAt } = readTokens(text);
  if (tooDeepAt !== undefined) return tooDeep(tooDeepAt);

  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    // The library compares each name with each other one; `convertDocument` finds duplicates in linear time.
    uniqueKeys: false,
  });
  const documents = composer.compose(tokens, true, text.length);
  const first = documents.next();
  const second = documents.next();
  if (first.done === true) return failedText({ code: 'invalid-yaml', offset: 0, message: NO_YAML });
  if (second.done !== true) {
    const offset = second.value.range[0];
    return failedText({ code: 'invalid-yaml', offset, message: SEVERAL_DOCUMENTS });
  }
  return convertDocument(first.value);
}

function readTokens(text: string): { tokens: CST.Token[]; tooDeepAt: number | undefined } {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The composer recurses; besides the collections, the stack holds the document and a scalar.
    if (parser.stack.length > MAX_DEPTH + 2) return { tokens, tooDeepAt: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, tooDeepAt: undefined };
}

const TOO_LONG = `YAML is read up to ${MAX_YAML_LENGTH} characters; convert the file to valid JSON`;
const NO_YAML = 'the file holds no YAML document; give one';
const SEVERAL_DOCUMENTS = 'the file holds several YAML documents; keep one';

interface Converted {
  readonly value: JsonValue;
  readonly children: ReadonlyMap<string, Position>;
}

/** What an alias to a finished node stands for. */
interface Anchored extends Converted {
  /** Values in it, itself included. */
  readonly size: number;
  /** Levels of values below it. */
  readonly height: number;
}

const NOTHING: Converted = { value: null, children: NO_CHILDREN };

function convertDocument(document: Document.Parsed): ParsedText {
  const problems: ParseProblem[] = [
    // One mistake makes the parser stumble many times; only the first message helps.
    ...document.errors.slice(0, 1).map((error) => syntaxProblem(error, 'error')),
    ...document.warnings.slice(0, MAX_PROBLEMS).map((error) => syntaxProblem(error, 'warning')),
  ];
  /** Nodes with an anchor so far, `undefined` while their end is not reached. */
  const anchors = new Map<string, Anchored | undefined>();
  const path: string[] = [];
  let size = 0;
  let aliasedSize = 0;
  let deepest = 0;

  const root = document.errors.length === 0 ? convertNode(document.contents) : NOTHING;
  const offset = document.contents?.range[0] ?? 0;
  return {
    value: root.value,
    problems,
    position: () => ({ offset, children: root.children }),
  };

  function convertNode(node: unknown): Converted {
    if (isAlias(node)) return convertAlias(node);
    size++;
    deepest = Math.max(deepest, path.length);
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return NOTHING;
    return node.anchor === undefined
      ? convertContents(node)
      : convertAnchored(node.anchor, () => convertContents(node));
  }

  function convertContents(node: YAMLMap | YAMLSeq | Scalar): Converted {
    if (isMap(node)) return convertMap(node);
    return isSeq(node) ? convertSeq(node) : convertScalar(node);
  }

  function convertAnchored(anchor: string, convert: () => Converted): Converted {
    anchors.set(anchor, undefined);
    const outer = { size, deepest };
    deepest = path.length;
    const converted = convert();
    anchors.set(anchor, {
      ...converted,
      size: size - outer.size + 1,
      height: deepest - path.length,
    });
    deepest = Math.max(deepest, outer.deepest);
    return converted;
  }

  function convertAlias(alias: Alias): Converted {
    const anchored = anchors.get(alias.source);
    if (anchored === undefined) {
      const reason = anchors.has(alias.source) ? 'stands inside its own anchor' : 'has no anchor';
      report('yaml-alias', alias, `the alias *${alias.source} ${reason}; write the value out`);
      return NOTHING;
    }
    size += anchored.size;
    aliasedSize += anchored.size;
    deepest = Math.max(deepest, path.length + anchored.height);
    if (aliasedSize > MAX_ALIASED_VALUES) {
      const message = `aliases stand for more than ${MAX_ALIASED_VALUES} values; use $ref instead`;
      report('yaml-alias', alias, message);
      return NOTHING;
    }
    if (path.length + anchored.height > MAX_DEPTH) {
      report('too-deep', alias, TOO_DEEP);
      return NOTHING;
    }
    return anchored;
  }

  function convertMap(map: YAMLMap): Converted {
    const entries: [string, JsonValue][] = [];
    const children = new Map<string, Position>();
    for (const { key, value } of map.items) {
      const name = nameOf(key);
      if (name === undefined) continue;
      path.push(name);
      if (children.has(name)) {
        report('duplicate-key', key, `the mapping has "${name}" twice; remove or rename one`);
      }
      const converted = convertNode(value);
      entries.push([name, converted.value]);
      children.set(name, { offset: offsetOf(key), children: converted.children });
      path.pop();
    }
    // Unlike assignment, this makes `__proto__` a property like any other.
    return { value: Object.fromEntries(entries), children };
  }

  function nameOf(key: unknown): string | undefined {
    if (!isScalar(key)) {
      report('not-json', key, 'a name in a mapping is to be a string; write it out');
      return undefined;
    }
    if (key.source === '<<' && key.type === 'PLAIN') {
      report(
        'yaml-merge-key',
        key,
        'YAML 1.2 has no merge keys; write the members out, or use $ref',
      );
    }
    return key.source ?? String(key.value);
  }

  function convertSeq(seq: YAMLSeq): Converted {
    const children = new Map<string, Position>();
    const value = seq.items.map((item, index) => {
      path.push(String(index));
      const converted = convertNode(item);
      children.set(String(index), { offset: offsetOf(item), children: converted.children });
      path.pop();
      return converted.value;
    });
    return { value, children };
  }

  function convertScalar(scalar: Scalar): Converted {
    const { value } = scalar;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') {
      return { value, children: NO_CHILDREN };
    }
    if (typeof value === 'number' && Number.isFinite(value)) {
      return { value, children: NO_CHILDREN };
    }
    report('not-json', scalar, `JSON has no ${scalar.source}; quote it if a string is meant`);
    return NOTHING;
  }

  function report(code: string, node: unknown, message: string): void {
    if (problems.length >= MAX_PROBLEMS) return;
    const pointer = path.reduce(childPointer, '');
    problems.push({ code, severity: 'error', offset: offsetOf(node), pointer, message });
  }
}

function syntaxProblem(error: YAMLError, severity: ParseProblem['severity']): ParseProblem {
  return {
    code: severity === 'error' ? 'invalid-yaml' : 'yaml-warning',
    severity,
    offset: error.pos[0],
    pointer: '',
    message: `${error.message}; correct the YAML here`,
  };
}

function offsetOf(node: unknown): number {
  return isAlias(node) || isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? 0) : 0;
}
