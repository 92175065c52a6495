export { createCompatFetch } from './create-compat-fetch.ts';
export type { CompatFetchOptions, VersionPair } from './create-compat-fetch.ts';
export { defineChange } from './define-change.ts';
export type { Change, Outcome, Rule } from './define-change.ts';
export { CompatConfigurationError } from './errors/compat-configuration-error.ts';
export { CompatError } from './errors/compat-error.ts';
export { InvalidRequestBodyError } from './errors/invalid-request-body-error.ts';
export { LossError } from './errors/loss-error.ts';
export { UnmappableValueError } from './errors/unmappable-value-error.ts';
export type { UnmappableValue } from './errors/unmappable-value-error.ts';
export { UnmappedOperationError } from './errors/unmapped-operation-error.ts';
export { isExactInteger, parseExact, stringifyExact } from './exact-json.ts';
export type { JsonValue } from './exact-json.ts';
export { dropProperty } from './drop-property.ts';
export { inSequence } from './in-sequence.ts';
export { isJsonObject } from './is-json-object.ts';
export type { Loss, LossContext, OnLoss, Part, Severity } from './loss.ts';
export { mapDiscriminated } from './map-discriminated.ts';
export type { VariantMappings } from './map-discriminated.ts';
export { mapItems } from './map-items.ts';
export { keep } from './mapping.ts';
export type { Direction, ErasedMapping, Mapped, Mapping, MapValue } from './mapping.ts';
export { mapProperties } from './map-properties.ts';
export type { PropertyMappings } from './map-properties.ts';
export { narrowToEnum } from './narrow-to-enum.ts';
export { throwOnLoss, warnOfLoss } from './on-loss.ts';
export type {
  CompatPlan,
  MethodAndPath,
  OperationPlan,
  RequestPlan,
  ResponsePlan,
  Side,
} from './plan.ts';
