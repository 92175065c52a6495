import { redactError } from '../redact.ts';
import { OAuthStoreError } from './oauth-store-error.ts';

/**
 * Takes the value of an option, which may be a function.
 *
 * @param secrets - What the function's error might repeat, as those of databases do.
 * @throws OAuthStoreError if the function fails
 */
export async function askCaller<Value>(
  option: OAuthStoreError['option'],
  source: Value | (() => Value | Promise<Value>),
  secrets: readonly string[],
): Promise<Value> {
  if (typeof source !== 'function') return source;
  try {
    return await (source as () => Value | Promise<Value>)();
  } catch (error) {
    throw new OAuthStoreError(option, redactError(error, secrets));
  }
}
