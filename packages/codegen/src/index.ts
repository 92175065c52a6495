export type { CompatPackages } from './compat/compat-packages.ts';
export { generateCompat, listChangeIds } from './compat/generate-compat.ts';
export { IncomparableSpecsError } from './compat/incomparable-specs-error.ts';
export type { ApiVersion } from './client/emit-api-version.ts';
export type { ClientOptions } from './client/emit-client.ts';
export {
  findWebhooks,
  type FoundWebhooks,
  type WebhookEvent,
  type Webhooks,
} from './find-webhooks.ts';
export { EmittedSyntaxError } from './format.ts';
export { generateClient, generateZod, type Spec, type ZodOptions } from './generate.ts';
export type { GeneratedFile } from './generated-file.ts';
export {
  findDrift,
  ForeignFilesError,
  isCurrent,
  planFolder,
  writeFolder,
  type Drift,
} from './output-folder.ts';
