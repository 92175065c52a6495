import { stringLiteral } from '../source-text.ts';

/** What is known of the version of an API. Dates are days, or months where no day is known. */
export interface ApiVersion {
  readonly api: string;
  readonly id: string;
  readonly status?: 'preview' | 'current' | 'supported' | 'unsupported' | undefined;
  readonly released?: string | undefined;
  readonly supportedUntil?: string | undefined;
  readonly successor?: string | undefined;
}

/** Emits what a client says of the version that it is for. What is not known is left out. */
export function emitApiVersion(version: ApiVersion): string {
  const { api, id, status, released, supportedUntil, successor } = version;
  const known = Object.entries({ api, id, status, released, supportedUntil, successor }).flatMap(
    ([name, value]) => (value === undefined ? [] : [`${name}: ${stringLiteral(value)},`]),
  );
  return `/** The version of the API that this client is for, and how long it is supported, as of when it was generated. */
export const apiVersion = {
${known.join('\n')}
} as const;
`;
}
