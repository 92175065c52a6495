import type { Diagnostic, Severity, SourceLocation } from './diagnostic.ts';
import { isJsonObject, ownProperty, type JsonObject, type JsonValue } from './json.ts';
import { compileLinearly, type LinearProgram } from './linear-pattern.ts';
import { patternRisk, type PatternRisk } from './pattern-risk.ts';
import { createReferenceIndex, type ReferenceIndex } from './reference-index.ts';

/** The dialects that differ in meaning; 3.2 schemas mean what 3.1 schemas mean. */
export type Dialect = '3.0' | '3.1';

/** What normalising needs at every node: where it is, whom to tell, and what references mean. */
export interface NormaliseContext {
  readonly dialect: Dialect;
  readonly references: ReferenceIndex;
  /** Where `pointer` is in the source. The line is found when it is first read, since few nodes are asked. */
  at(pointer: string): SourceLocation;
  report(severity: Severity, code: string, pointer: string, message: string): void;
  /**
   * What matching a regular expression may cost; each is judged once. One that could take for ever, and that can be
   * compiled to a program that cannot, is linear by that.
   */
  judgePattern(source: string): PatternRisk;
  /** Notes that a schema refers to `pointer`, so that it becomes part of the model. */
  addTarget(pointer: string): void;
}

/** A document as normalising sees it: bundled, with a way back to its source. */
export interface DocumentSource {
  readonly root: JsonObject;
  locate(pointer: string): SourceLocation;
}

/** What a context is made of; problems, targets and programs are added to what is given here. */
export interface ContextParts {
  readonly document: DocumentSource;
  readonly dialect: Dialect;
  readonly diagnostics: Diagnostic[];
  readonly targets: Set<string>;
  readonly linearPatterns: Map<string, LinearProgram>;
  /** Codes of errors that the user takes as warnings. */
  readonly allowed: ReadonlySet<string>;
}

/** Creates the context for one document. */
export function createContext(parts: ContextParts): NormaliseContext {
  const { document, dialect, diagnostics, targets, linearPatterns, allowed } = parts;
  const risks = new Map<string, PatternRisk>();
  return {
    dialect,
    references: createReferenceIndex(document.root),
    at: (pointer) => lazyLocation(document, pointer),
    report: (given, code, pointer, message) => {
      const severity = allowed.has(code) ? 'warning' : given;
      diagnostics.push({ code, severity, at: document.locate(pointer), message });
    },
    judgePattern: (source) => {
      const known = risks.get(source);
      if (known !== undefined) return known;
      const risk = judge(source, linearPatterns);
      risks.set(source, risk);
      return risk;
    },
    addTarget: (pointer) => targets.add(pointer),
  };
}

function judge(source: string, linearPatterns: Map<string, LinearProgram>): PatternRisk {
  const risk = patternRisk(source);
  if (risk === 'linear' || risk === 'polynomial') return risk;
  const program = compileLinearly(source);
  if (program === undefined) return risk;
  linearPatterns.set(source, program);
  return 'linear';
}

function lazyLocation(document: DocumentSource, pointer: string): SourceLocation {
  let location: SourceLocation | undefined;
  const located = (): SourceLocation => (location ??= document.locate(pointer));
  return {
    pointer,
    get file() {
      return located().file;
    },
    get line() {
      return located().line;
    },
  };
}

/** A value together with the pointer it was found at. */
export interface Found {
  readonly value: JsonObject;
  readonly pointer: string;
}

/**
 * The object at `pointer`, with Reference Objects followed; `undefined`, and a diagnostic, where there is none.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#reference-object
 */
export function findObject(
  value: JsonValue | undefined,
  pointer: string,
  context: NormaliseContext,
): Found | undefined {
  const seen = new Set<string>();
  let found = { value, pointer };
  for (;;) {
    const ref = ownProperty(found.value, '$ref');
    if (typeof ref !== 'string') break;
    const target = context.references.resolve(ref, found.pointer);
    if (target === undefined || seen.has(target)) {
      context.report(
        'error',
        'ref-unresolved',
        found.pointer,
        `"${ref}" leads to nothing; correct the $ref`,
      );
      return undefined;
    }
    seen.add(target);
    found = { value: context.references.valueAt(target), pointer: target };
  }
  if (isJsonObject(found.value)) return { value: found.value, pointer: found.pointer };
  context.report('error', 'not-an-object', found.pointer, 'expected an object here');
  return undefined;
}
