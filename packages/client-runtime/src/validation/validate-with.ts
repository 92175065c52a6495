import {
  validateRequest,
  validateResponse,
  type OperationValidators,
} from '../operation-validators.ts';
import { ownProperty } from '../own-property.ts';
import { groupArguments } from './group-arguments.ts';
import type { CallValidation } from './call-validation.ts';

export function validateWith(validators: OperationValidators): CallValidation {
  return {
    request: (call, id, args, body) =>
      validateRequest(call, ownProperty(validators, id), groupArguments(args), body),
    response: (call, id, status, body) =>
      validateResponse(call, ownProperty(validators, id), status, body),
  };
}
