export { createApiClient } from './api-client.ts';
export type { ApiClientOptions, CallOptions, SecretSource } from './api-client-options.ts';
export type { ApiPromise, ResponseDetails, WithResponse } from './api-promise.ts';
export type { ApiVersion } from './api-version.ts';
export type { AnyApiError, AnyApiErrorOf } from './errors/any-api-error.ts';
export { isClientError, type AnyClientError } from './errors/any-client-error.ts';
export { ApiError, isApiError, type ApiErrorGuard, type ApiErrorKind } from './errors/api-error.ts';
export { AuthenticationError } from './errors/authentication-error.ts';
export { BadRequestError } from './errors/bad-request-error.ts';
export {
  ClientError,
  type AnswerHead,
  type AnswerIds,
  type CallProgress,
  type OperationCall,
} from './errors/client-error.ts';
export { ConflictError } from './errors/conflict-error.ts';
export { ConnectionError } from './errors/connection-error.ts';
export { NotFoundError } from './errors/not-found-error.ts';
export { PermissionError } from './errors/permission-error.ts';
export { RateLimitError } from './errors/rate-limit-error.ts';
export { RequestError, type RequestPart } from './errors/request-error.ts';
export { ResponseParseError } from './errors/response-parse-error.ts';
export { ServerError } from './errors/server-error.ts';
export { TimeoutError } from './errors/timeout-error.ts';
export { ValidationError, type ValidationSubject } from './errors/validation-error.ts';
export type {
  CallErrorEvent,
  Hooks,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  SuccessEvent,
} from './hooks/hooks.ts';
export { logTo, type LogFields, type Logger } from './hooks/log-to.ts';
export { traceWith, type Span, type TraceOptions, type Tracer } from './hooks/trace-with.ts';
export type { Int64, Int64Form, Register } from './int64.ts';
export type {
  ApiDescription,
  OperationSpec,
  OperationTable,
  ParameterDetails,
  ParameterSpec,
  WriteBody,
  WriteParameter,
  WrittenBody,
} from './operation-spec.ts';
export { paged, type PageLayout, type PagePromise, type Paging } from './paged.ts';
export { createRateBudget, type RateBudgetOptions } from './rate-budget/create-rate-budget.ts';
export { QueueFullError } from './rate-budget/queue-full-error.ts';
export type { RateBudget } from './rate-budget/rate-budget.ts';
export type { RateBudgetStore } from './rate-budget/rate-budget-store.ts';
export { createOAuth, type OAuthAccessToken } from './oauth/create-oauth.ts';
export { OAuthConfigurationError } from './oauth/oauth-configuration-error.ts';
export { OAuthError } from './oauth/oauth-error.ts';
export type { OAuthOptions, Tokens } from './oauth/oauth-options.ts';
export { OAuthRevokedError } from './oauth/oauth-revoked-error.ts';
export { OAuthStoreError } from './oauth/oauth-store-error.ts';
export { OAuthUnavailableError } from './oauth/oauth-unavailable-error.ts';
export type { HeaderRecord } from './request/headers.ts';
export { inCookie, inHeader, inQuery, type AddSecret } from './request/api-keys.ts';
export { bodyAs } from './request/body-as.ts';
export type { CallInput, ParameterLocation } from './request/parameter.ts';
export { idempotentBy, type Idempotency } from './request/idempotent-by.ts';
export { readBlob, readText } from './response/read-body.ts';
export { outside, type OutsideParameters, type WriteOne } from './request/outside.ts';
export { styled, type ParameterForm, type ParameterStyle } from './request/styled.ts';
export type {
  CallValidation,
  RequestToValidate,
  ResponseToValidate,
} from './validation/call-validation.ts';
export type { Drift } from './validation/drift.ts';
export type {
  OperationValidator,
  OperationValidators,
  ResponseValidator,
  UnknownPart,
} from './validation/operation-validators.ts';
export { validateWith } from './validation/validate-with.ts';
export type { ValidationAction, ValidationPolicy } from './validation/validation-policy.ts';
