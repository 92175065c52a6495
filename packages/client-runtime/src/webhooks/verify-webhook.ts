import type { StandardSchemaV1 } from '@standard-schema/spec';
import { parseExact, type ExactJson } from '../exact-json.ts';
import { ownProperty } from '../own-property.ts';
import { verifySignature } from './verify-signature.ts';
import type { AnyWebhookEvent, VerifyWebhookOptions } from './verify-webhook-options.ts';
import { WebhookError } from './webhook-error.ts';

/**
 * Tells a delivery from a forgery, and reads the event in it, for programs that answer in their own
 * way. Nothing may have read the body before.
 *
 * @param typeProperty - The property of an event that holds its name.
 * @throws WebhookError where the delivery is to be refused; `status` is what to answer
 */
export async function verifyWebhook<Event = AnyWebhookEvent>(
  typeProperty: string,
  request: Request,
  options: VerifyWebhookOptions,
): Promise<Event> {
  const { value, exact } = parseBody(await verifySignature(request, options), options);
  const event = value as AnyWebhookEvent | null;
  const type = typeof event === 'object' && event !== null && ownProperty(event, typeProperty);
  if (event === null || typeof type !== 'string') {
    throw new WebhookError(
      'body',
      `the webhook is signed and no event: expected an object with a string "${typeProperty}"`,
    );
  }
  await validateEvent(type, event, exact, options);
  return event as Event;
}

function parseBody(body: Uint8Array, { int64 }: Pick<VerifyWebhookOptions, 'int64'>): ExactJson {
  try {
    return parseExact(new TextDecoder('utf-8', { fatal: true }).decode(body), int64);
  } catch {
    // Not the parser's own error, which quotes what people wrote to each other.
    throw new WebhookError('body', 'the webhook is signed and no JSON in UTF-8');
  }
}

async function validateEvent(
  type: string,
  event: AnyWebhookEvent,
  exact: unknown,
  { validators, onInvalid }: Pick<VerifyWebhookOptions, 'validators' | 'onInvalid'>,
): Promise<void> {
  const { issues } = (await ownProperty(validators, type)?.['~standard'].validate(exact)) ?? {};
  if (issues === undefined) return;
  const error = new WebhookError(
    'validation',
    `the ${type} webhook is not what the spec says: ` +
      issues.map(({ path = [], message }) => describe(path, message)).join('; '),
    { issues },
  );
  if (onInvalid === undefined) throw error;
  onInvalid(error, event);
}

function describe(path: NonNullable<StandardSchemaV1.Issue['path']>, message: string): string {
  const keys = path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  return keys.length === 0 ? message : `${keys.join('.')}: ${message}`;
}
