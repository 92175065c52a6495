export { keepAdded, leaveOutAdded } from './add-property.ts';
export type { AddedProperty, LeftOutProperty } from './add-property.ts';
export type { ComponentMapping } from './component-mapping.ts';
export { createCompatFetch } from './create-compat-fetch.ts';
export type { CompatFetchOptions } from './create-compat-fetch.ts';
export type { Credentials } from './credentials.ts';
export { CompatConfigurationError } from './errors/compat-configuration-error.ts';
export { CompatError } from './errors/compat-error.ts';
export { InvalidMappingError } from './errors/invalid-mapping-error.ts';
export { InvalidRequestBodyError } from './errors/invalid-request-body-error.ts';
export { InvalidRequestError } from './errors/invalid-request-error.ts';
export { InvalidResponseError } from './errors/invalid-response-error.ts';
export { LossError } from './errors/loss-error.ts';
export { UnmappableValueError } from './errors/unmappable-value-error.ts';
export type { Refusal } from './errors/unmappable-value-error.ts';
export { UnmappedOperationError } from './errors/unmapped-operation-error.ts';
export { isExactInteger, isInt32, isInt64, parseExact, stringifyExact } from './exact-json.ts';
export type { Int64, JsonValue } from './exact-json.ts';
export type { VersionPair } from './exchange-mapper.ts';
export { forward } from './forward.ts';
export { isJsonObject } from './is-json-object.ts';
export type { Loss, LossContext, OnLoss, Part, Severity } from './loss.ts';
export { lossHandlerOf, throwOnLoss, warnOfLoss } from './loss-policy.ts';
export type { LossPolicies, LossPolicy } from './loss-policy.ts';
export type { Direction, MapContext, Mapped, Mapping, MapValue } from './mapping.ts';
export { narrowToEnum, refuseNonMembers } from './narrow-to-enum.ts';
export type { OperationMapping, RequestParts, ResponseParts } from './operation-mapping.ts';
export { lose, Lossy, refuse, Refused } from './outcome.ts';
export type {
  CompatPlan,
  MethodAndPath,
  OperationPlan,
  RequestPlan,
  ResponsePlan,
  Side,
} from './plan.ts';
export { relaxPresence } from './relax-presence.ts';
export type { RelaxedPresence } from './relax-presence.ts';
export type { IsoRule, LossyRule, PartialRule, Rule, RuleClass } from './rule.ts';
export type { Issue, Validator } from './standard-schema.ts';
export type { OperationValidator, OperationValidators } from './validation.ts';
export { createGateway } from './gateway/create-gateway.ts';
export type { Gateway, GatewayOptions } from './gateway/create-gateway.ts';
export type { GatewayTimeouts } from './gateway/exchange.ts';
export type { Lifecycle } from './gateway/lifecycle.ts';
export type { GatewayLogEntry } from './gateway/log-entry.ts';
export type { ProblemKind } from './gateway/problem.ts';
export { createOperationFinder } from './gateway/operation-finder.ts';
export type { NamedOperation, OperationFinder } from './gateway/operation-finder.ts';
export { createShadowFetch } from './shadow/create-shadow-fetch.ts';
export type {
  ShadowCounts,
  ShadowFetch,
  ShadowFetchOptions,
} from './shadow/create-shadow-fetch.ts';
export type { Difference, Disagreement } from './shadow/disagreement.ts';
