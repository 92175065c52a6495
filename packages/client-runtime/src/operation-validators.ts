import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { OperationCall } from './errors/client-error.ts';
import { ownProperty } from './own-property.ts';
import type { ParameterValues } from './validation/group-arguments.ts';
import { ValidationError, type ValidationSubject } from './errors/validation-error.ts';

/** Validators by operationId: what a generated validator package exports as `operations`. */
export type OperationValidators = Readonly<Record<string, OperationValidator>>;

/**
 * The validators of one operation, from any library that implements Standard Schema. They accept or
 * reject; what they return is not used.
 *
 * @see https://standardschema.dev
 */
export interface OperationValidator {
  /** For `{ path, query, header, cookie }`, of which only those that the operation has are given. */
  readonly parameters?: StandardSchemaV1 | undefined;
  /** For the request body; where that is optional, it has to accept `undefined`. */
  readonly requestBody?: StandardSchemaV1 | undefined;
  /** For the response body, by status code (`201`), range (`4XX`) or `default`. */
  readonly responses?: Readonly<Record<string, StandardSchemaV1>> | undefined;
}

/** @throws ValidationError if the parameters or the body of a request are not valid */
export async function validateRequest(
  call: OperationCall,
  validator: OperationValidator | undefined,
  parameters: ParameterValues,
  body: unknown,
): Promise<void> {
  await validate(
    call,
    { direction: 'request', part: 'parameters' },
    validator?.parameters,
    parameters,
  );
  await validate(call, { direction: 'request', part: 'body' }, validator?.requestBody, body);
}

/** @throws ValidationError if the body of a response is not valid for its status */
export async function validateResponse(
  call: OperationCall,
  validator: OperationValidator | undefined,
  status: number,
  body: unknown,
): Promise<void> {
  const responses = validator?.responses;
  const schema =
    ownProperty(responses, `${status}`) ??
    ownProperty(responses, `${Math.floor(status / 100)}XX`) ??
    ownProperty(responses, 'default');
  await validate(call, { direction: 'response', part: 'body' }, schema, body);
}

async function validate(
  call: OperationCall,
  subject: ValidationSubject,
  schema: StandardSchemaV1 | undefined,
  value: unknown,
): Promise<void> {
  const result = await schema?.['~standard'].validate(value);
  if (result?.issues) throw new ValidationError(call, subject, result.issues);
}
