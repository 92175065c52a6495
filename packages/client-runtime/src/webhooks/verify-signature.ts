import { readBoundedBody } from './read-bounded-body.ts';
import { decodeSignature, isSignatureOf, signatureHeader, timestampHeader } from './signature.ts';
import type { VerifyWebhookOptions } from './verify-webhook-options.ts';
import { WebhookError } from './webhook-error.ts';

/** How far the time of signing may be from ours, either way, in ms. */
const tolerance = 5 * 60_000;

const mebibyte = 2 ** 20;

/**
 * Reads the body of a request whose signature holds.
 *
 * @throws WebhookError of every kind but `validation`
 */
export async function verifySignature(
  request: Request,
  options: Omit<VerifyWebhookOptions, 'int64' | 'validators' | 'onInvalid'>,
): Promise<Uint8Array> {
  const { url = request.url, maxBytes = mebibyte, now = Date.now, replayGuard } = options;
  const id = request.headers.get(signatureHeader) ?? '';
  const signature = decodeSignature(id);
  const timestamp = request.headers.get(timestampHeader) ?? '';
  // Headers come first, so that strangers cannot make us read.
  if (signature === undefined || !/^\d{1,15}$/.test(timestamp)) {
    throw new WebhookError(
      'signature',
      `the webhook is not signed: it needs ${signatureHeader} and ${timestampHeader}; if the sender set them, let proxies pass them on`,
    );
  }
  refuseOtherTimes(Number(timestamp) - now());

  const body = await readBoundedBody(request, maxBytes);
  const parts = {
    method: request.method,
    url: typeof url === 'function' ? url(request) : url,
    body,
    timestamp,
  };
  const checks = (await secretsOf(options)).map((secret) =>
    isSignatureOf(parts, signature, secret),
  );
  if (!(await Promise.all(checks)).includes(true)) {
    throw new WebhookError(
      'signature',
      'the signature of the webhook does not fit; if the sender is genuine, compare `clientSecret` with the secret of the app and `url` with the URL that it calls',
    );
  }

  const expiresAt = Number(timestamp) + tolerance;
  if ((await replayGuard?.({ id, expiresAt })) === false) {
    throw new WebhookError('replay', 'the webhook has been delivered before');
  }
  return body;
}

function refuseOtherTimes(offset: number): void {
  if (Math.abs(offset) <= tolerance) return;
  const seconds = Math.round(Math.abs(offset) / 1000);
  throw new WebhookError(
    'timestamp',
    `the webhook was signed ${seconds} s ${offset < 0 ? 'ago' : 'ahead'}, and up to ${tolerance / 1000} s are accepted; if the sender is genuine, set the clock of this machine`,
  );
}

async function secretsOf({
  clientSecret,
}: Pick<VerifyWebhookOptions, 'clientSecret'>): Promise<readonly string[]> {
  const given = typeof clientSecret === 'function' ? await clientSecret() : clientSecret;
  const secrets = [given].flat();
  // An empty secret signs whatever anybody wants.
  if (secrets.length === 0 || secrets.some((secret) => !secret)) {
    throw new WebhookError(
      'configuration',
      '`clientSecret` is empty; give the client secret of the app, from its settings',
    );
  }
  return secrets;
}
