import { ApiError } from './api-error.ts';

/** The credentials are good, and not allowed to do this (403): ask for the scopes, or use another account. */
export class PermissionError extends ApiError {
  static override readonly errorTag: string = 'Permission';
  declare readonly kind: 'permission';
}
