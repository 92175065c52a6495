import { CompatError } from './compat-error.ts';

/** A plan contradicts itself, or the options ask for what the plan does not cover. */
export class CompatConfigurationError extends CompatError {
  override readonly name = 'CompatConfigurationError';
}
