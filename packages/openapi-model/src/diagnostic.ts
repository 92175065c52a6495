/** A place in a spec file. */
export interface SourceLocation {
  /** The file as the user named it; `<stdin>` for standard input. */
  readonly file: string;
  /** RFC 6901 pointer from the root of that file. */
  readonly pointer: string;
  /** 1-based. */
  readonly line: number;
}

/** `error` stops generation; `warning` names something approximated or suspicious. */
export type Severity = 'error' | 'warning';

/** One problem of a spec, as data: a run reports all of them together. */
export interface Diagnostic {
  /** Stable, kebab-case; tests and users match on it, never on `message`. */
  readonly code: string;
  readonly severity: Severity;
  readonly at: SourceLocation;
  /** What is wrong and what to do next, one line. */
  readonly message: string;
}

/** Whether anything in `diagnostics` stops generation. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** A diagnostic on one line: `file:line: severity code: message (#pointer)`. */
export function formatDiagnostic({ code, severity, at, message }: Diagnostic): string {
  return `${at.file}:${at.line}: ${severity} ${code}: ${message} (#${at.pointer})`;
}
