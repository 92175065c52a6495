export { createCompatFetch } from './create-compat-fetch.ts';
export type { CompatFetchOptions } from './create-compat-fetch.ts';
export { components, loneOperations, operations, plan } from './generated/index.ts';
export type { ChangeId, Changes } from './generated/index.ts';
export { rules } from './rules/index.ts';
export {
  CompatConfigurationError,
  InvalidMappingError,
  InvalidRequestBodyError,
  InvalidRequestError,
  InvalidResponseError,
  LossError,
  throwOnLoss,
  UnmappableValueError,
  UnmappedOperationError,
  warnOfLoss,
} from '@apipin/compat-runtime';
export type {
  Loss,
  LossContext,
  LossPolicies,
  LossPolicy,
  Mapped,
  OnLoss,
  OperationValidators,
} from '@apipin/compat-runtime';
export { createGateway } from './create-gateway.ts';
export { createShadowFetch } from './create-shadow-fetch.ts';
export type { CompatShadowOptions } from './create-shadow-fetch.ts';
export type {
  Disagreement,
  Gateway,
  GatewayLogEntry,
  GatewayOptions,
  ShadowFetch,
} from '@apipin/compat-runtime';
