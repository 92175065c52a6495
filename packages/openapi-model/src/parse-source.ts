import { hasErrors, type Diagnostic } from './diagnostic.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';
import { MAX_PROBLEMS, type ParsedText, type ParseProblem } from './parsed-text.ts';
import { createLineFinder, createLocate, type Locate } from './source-position.ts';

/** One parsed file. */
export interface ParsedSource {
  /** As the user named it, for messages. */
  readonly name: string;
  readonly root: JsonObject;
  readonly locate: Locate;
}

/** The file, absent where it has errors, and everything there is to say about it. */
export interface ParseResult {
  readonly source: ParsedSource | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses a YAML or JSON file whose root is an object.
 *
 * @param name - Names the file in diagnostics.
 */
export function parseSource(text: string, name: string): ParseResult {
  const { value, problems, position } = parseText(text);
  const diagnostics = toDiagnostics(problems, name, text);
  if (hasErrors(diagnostics)) return { source: undefined, diagnostics };
  if (isJsonObject(value)) {
    const locate = createLocate(name, text, position);
    return { source: { name, root: value, locate }, diagnostics };
  }
  const [code, message] =
    value === null
      ? ['empty-source', 'the file holds nothing; give an OpenAPI document']
      : ['root-not-object', 'the file is to hold one object; is this an OpenAPI document?'];
  const at = { file: name, pointer: '', line: 1 };
  return {
    source: undefined,
    diagnostics: [...diagnostics, { code, severity: 'error', at, message }],
  };
}

function parseText(text: string): ParsedText {
  // What looks like JSON and is not may still be YAML: `{ a: 1 }`.
  return (/^\s*\{/.test(text) ? parseJson(text) : undefined) ?? parseYaml(text);
}

function toDiagnostics(
  problems: readonly ParseProblem[],
  file: string,
  text: string,
): Diagnostic[] {
  const lineAt = createLineFinder(text);
  return problems.slice(0, MAX_PROBLEMS).map(({ code, severity, offset, pointer, message }) => {
    return { code, severity, at: { file, pointer, line: lineAt(offset) }, message };
  });
}
