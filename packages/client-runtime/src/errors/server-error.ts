import { ApiError } from './api-error.ts';

/** The server cannot answer now (5xx, 408, 423, 425, 477), and further attempts did not help or were not safe: try again later. */
export class ServerError extends ApiError {
  static override readonly errorTag: string = 'Server';
  declare readonly kind: 'server';
}
