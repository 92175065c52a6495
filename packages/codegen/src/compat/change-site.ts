import type { Schema } from '@apipin/openapi-model';

/** A place where two versions differ by meaning, and what each of them has there. */
export interface ChangeSite {
  /** The component or operation that it is a place of. */
  readonly owner: ChangeOwner;
  /** Where in its owner it is, such as `.attachments[]`. */
  readonly path: string;
  readonly old: SiteSide;
  readonly current: SiteSide;
}

/** What owns changes, and begins their ids. The name is settled once all owners are known. */
export type ChangeOwner =
  | { readonly kind: 'operation'; readonly operationId: string }
  | { readonly kind: 'components'; readonly old: string; readonly current: string };

/** What one version has at the place of a change. */
export interface SiteSide {
  /** `undefined` where it has nothing there. */
  readonly type: SiteType | undefined;
  /** Whether the value may be absent. */
  readonly optional: boolean;
  /** RFC 6901 pointer to what says so in the document of the version; `undefined` where nothing does. */
  readonly pointer: string | undefined;
}

/** A type, by the schema that says it, or in the words of TypeScript. */
export type SiteType =
  | { readonly kind: 'schema'; readonly schema: Schema; readonly of: 'old' | 'current' }
  | { readonly kind: 'text'; readonly text: string };

/** A step from an object to one of its properties, as ids have it. */
export function propertyStep(name: string): string {
  return /^[\w$-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
