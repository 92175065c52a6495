import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { JsonObject } from '../json.ts';

const require = createRequire(import.meta.url);

/** An API of which somebody else wrote the document, in two versions that we made of it. */
export const petStore: { readonly old: JsonObject; readonly current: JsonObject } = {
  old: edited((document) => {
    set(document, 'info/version', '1');
    // Widely known, and not what the two versions are to differ in.
    set(document, 'components/schemas/Order/properties/status', { type: 'string' });
  }),
  current: edited((document) => {
    set(document, 'info/version', '2');
    set(document, 'components/schemas/Pet/properties/microchip', { type: 'string' });
    set(document, 'components/schemas/Pet/properties/status/enum', ['available', 'pending']);
    set(document, 'components/schemas/Order/required', ['petId']);
    set(document, 'paths/~1store~1inventory/get/operationId', 'readInventory');
  }),
};

function edited(edit: (document: JsonObject) => void): JsonObject {
  const path = require.resolve('@readme/oas-examples/3.1/json/petstore.json');
  const document = JSON.parse(readFileSync(path, 'utf8')) as JsonObject;
  edit(document);
  return document;
}

/** Sets what `pointer` leads to, of which the slashes between keys are `/` and those in keys `~1`. */
function set(document: JsonObject, pointer: string, value: unknown): void {
  const keys = pointer.split('/').map((key) => key.replaceAll('~1', '/'));
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>(
    (object, key) => object[key] as Record<string, unknown>,
    document as Record<string, unknown>,
  );
  parent[last] = value;
}
