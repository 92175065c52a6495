import { versionOf } from './peer-folder.ts';

/** A client that has consumers in `consumers/`: `one.ts` calls one operation, `all.ts` calls every one. */
export interface TypedClient {
  readonly name: string;
  /** Its folder in `consumers/`. */
  readonly folder: string;
  /** What is called to report the status of a message, as the consumers have it. */
  readonly method: string;
}

/** Our own client, first, and those that others make of the same spec. */
export const typedClients: readonly TypedClient[] = [
  { name: 'apipin', folder: 'apipin', method: 'updateMessage' },
  { name: versionOf('clients', 'openapi-fetch'), folder: 'openapi-fetch', method: 'PATCH' },
  { name: versionOf('hey-api', '@hey-api/openapi-ts'), folder: 'hey-api', method: 'updateMessage' },
  { name: versionOf('orval', 'orval'), folder: 'orval', method: 'updateMessage' },
  { name: versionOf('kubb-4', '@kubb/cli'), folder: 'kubb-4', method: 'updateMessage' },
];

/** Our own, given the one operation that it is to have: only `one.ts`. */
export const ONE_OPERATION = { name: 'apipin, createClientWith', folder: 'apipin-with' } as const;
