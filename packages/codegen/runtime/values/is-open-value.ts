/** A string that an enumeration does not list. */
export interface UnknownValue {
  readonly value: string;
  /** What the enumeration lists. */
  readonly known: readonly string[];
  /** JSON Pointer to the enumeration, in the OpenAPI document. */
  readonly pointer: string;
}

let report: (unknown: UnknownValue) => void = () => {};

/**
 * Sets what is called with each string that an enumeration does not list. It may be called for the same value more than
 * once, and for a value that is refused for another reason in the end.
 */
export function onUnknownValue(hook: (unknown: UnknownValue) => void): void {
  report = hook;
}

/** Whether `value` is a string; one that is not `known` is reported. */
export function isOpenValue(value: unknown, known: readonly string[], pointer: string): boolean {
  if (typeof value !== 'string') return false;
  if (!known.includes(value)) report({ value, known, pointer });
  return true;
}
