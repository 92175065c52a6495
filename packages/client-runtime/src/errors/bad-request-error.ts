import { ApiError } from './api-error.ts';

/** The API refuses the request as it is (400, 422 and every other 4xx without a class of its own): correct it. */
export class BadRequestError extends ApiError {
  static override readonly errorTag: string = 'BadRequest';
  declare readonly kind: 'bad-request';
}
