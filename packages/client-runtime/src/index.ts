export { createApiClient, type ApiClient } from './api-client.ts';
export type { ApiClientOptions, CallOptions, SecretSource } from './api-client-options.ts';
export { ApiError, isApiError, type ApiErrorGuard } from './api-error.ts';
export type { ApiVersion } from './api-version.ts';
export { ClientError, type OperationCall } from './client-error.ts';
export { ConnectionError } from './connection-error.ts';
export type { Int64, Int64Form, Register } from './int64.ts';
export { isClientError, type AnyClientError } from './is-client-error.ts';
export type {
  ApiKeyScheme,
  OperationSpec,
  OperationTable,
  ParameterDetails,
  ParameterSpec,
  ParameterStyle,
} from './operation-table.ts';
export type { OperationValidator, OperationValidators } from './operation-validators.ts';
export { RequestError, type RequestPart } from './request-error.ts';
export { ResponseParseError } from './response-parse-error.ts';
export { TimeoutError } from './timeout-error.ts';
export { ValidationError, type ValidationSubject } from './validation-error.ts';
