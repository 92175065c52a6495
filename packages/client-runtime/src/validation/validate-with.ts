import type { OperationCall } from '../errors/client-error.ts';
import type { OperationSpec } from '../operation-spec.ts';
import {
  validateRequest,
  validateResponse,
  type OperationValidators,
} from '../operation-validators.ts';
import { ownProperty } from '../own-property.ts';
import type { CallValidation } from './call-validation.ts';
import { groupArguments } from './group-arguments.ts';

export function validateWith(validators: OperationValidators): CallValidation {
  const find = ({ operation }: OperationCall, { id = operation }: OperationSpec) =>
    ownProperty(validators, id);
  return {
    request: (call, { spec, body, ...given }) =>
      validateRequest(call, find(call, spec), groupArguments(spec, given), body),
    response: (call, { spec, status, body }) =>
      validateResponse(call, find(call, spec), status, body),
  };
}
