import { ConnectionError } from './connection-error.ts';
import type { OperationCall } from './client-error.ts';
import { keepFailure } from './failure-body.ts';
import { redactError, redactResponse } from './redact.ts';

/**
 * Sends a request and gives back what the server answered. What is not a success comes without
 * secrets and with its body read, so that it can go into an error.
 *
 * @param secrets - The API keys in the request; the access token is added to them.
 * @throws ConnectionError if there is no answer; what a custom `fetch` throws of its own, such as
 * a refusal to map the request, reaches the caller as it is
 */
export async function send(
  call: OperationCall,
  request: Request,
  fetch: (request: Request) => Promise<Response>,
  secrets: string[],
): Promise<Response> {
  // The call may have been aborted while it waited for a token.
  request.signal.throwIfAborted();
  const authorization = request.headers.get('authorization');
  if (authorization !== null) secrets.push(authorization.replace(/^\S+ /, ''));
  try {
    const response = await fetch(request);
    // A browser hides a redirect behind status 0, which no copy can have.
    return response.ok || response.status === 0
      ? response
      : keepFailure(await redactResponse(response, secrets));
  } catch (error) {
    if (!isTransportFailure(error)) throw error;
    throw new ConnectionError(call, redactError(error, secrets));
  }
}

/** The names of what `fetch` and its replacements reject with when the network is to blame. */
const transportFailure = /^(Abort|Fetch|Network|Timeout|Type)?Error$/;

function isTransportFailure(error: unknown): boolean {
  return !(error instanceof Error) || transportFailure.test(error.name);
}
