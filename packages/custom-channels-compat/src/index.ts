export { createCompatFetch } from './create-compat-fetch.ts';
export { plan } from './plan.ts';
export {
  CompatConfigurationError,
  InvalidRequestBodyError,
  LossError,
  throwOnLoss,
  UnmappableValueError,
  UnmappedOperationError,
  warnOfLoss,
} from '@apipin/compat-runtime';
export type { CompatFetchOptions, Loss, LossContext, OnLoss } from '@apipin/compat-runtime';
