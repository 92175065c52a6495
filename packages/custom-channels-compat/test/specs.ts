import { loadDocument, normaliseDocument } from '@apipin/openapi-model';
import type { ApiModel } from '@apipin/openapi-model';

/** The API versions, as the plan calls them. */
export type Version = 'v3' | '2026-03';

/** What the rules map between. */
export const models: Readonly<Record<Version, ApiModel>> = {
  v3: await readModel('v3'),
  '2026-03': await readModel('2026-03'),
};

async function readModel(version: Version): Promise<ApiModel> {
  const path = new URL(`../../../specs/${version}/custom-channels.yaml`, import.meta.url).pathname;
  const { document } = await loadDocument(path);
  const model = document && normaliseDocument(document).model;
  if (model === undefined) throw new Error(`${path} cannot be read`);
  return model;
}
