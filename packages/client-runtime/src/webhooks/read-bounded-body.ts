import { WebhookError } from './webhook-error.ts';

/**
 * Reads the bytes of a body, and stops as soon as there are too many, whatever `Content-Length`
 * says.
 *
 * @throws WebhookError of kind `too-large`, `body` or `configuration`
 */
export async function readBoundedBody(
  { body, bodyUsed }: Request,
  maxBytes: number,
): Promise<Uint8Array> {
  if (bodyUsed || body?.locked) {
    throw new WebhookError(
      'configuration',
      'the body of the request has been read already; verify the webhook before anything parses it',
    );
  }
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new WebhookError('body', 'the body of the webhook broke off', { cause });
    });
    if (done) return concatenate(chunks, length);
    length += value.byteLength;
    if (length > maxBytes) {
      // Whether the sender hears of it does not matter here.
      void reader.cancel().catch(() => {});
      throw new WebhookError(
        'too-large',
        `the body of the webhook has more than ${maxBytes} bytes`,
      );
    }
    chunks.push(value);
  }
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
