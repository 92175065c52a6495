import { Hono } from 'hono';
import { ApiError, internalError, methodNotAllowed, notFound } from './api-error.ts';
import { apiVersions } from './api-version.ts';
import type { ApiVersion } from './api-version.ts';
import { createAuthenticate } from './authentication.ts';
import type { Authenticate, Credentials } from './authentication.ts';
import type { Faults } from './faults.ts';
import { jsonResponse } from './operation.ts';
import type { Operation } from './operation.ts';
import { requestToken, tokenPath } from './oauth-token.ts';
import { channelAccountOperations } from './operations/channel-accounts.ts';
import { channelOperations } from './operations/channels.ts';
import { messageOperations } from './operations/messages.ts';
import { describeRequestBodies } from './request-bodies.ts';
import type { Store } from './store.ts';

/** Every version of the API over `store`, as one Hono application. */
export function createApp(store: Store, credentials: Credentials, faults: Faults): Hono {
  // Strict is Hono's default, but v3 depends on it: there, only the trailing slash leads to all channels.
  const app = new Hono({ strict: true });
  const authenticate = createAuthenticate(credentials, store);
  for (const version of apiVersions) {
    mountOperations(app, version, describeOperations(version, store), authenticate, faults);
  }
  app.post(tokenPath, ({ req }) => requestToken(req.raw, store, credentials.oauthApp));
  app.all(tokenPath, () => {
    throw methodNotAllowed(['POST']);
  });
  app.notFound(() => {
    throw notFound('No operation has this path; compare it with the API description');
  });
  app.onError((error) => {
    if (!(error instanceof ApiError)) console.error(error);
    const refusal = error instanceof ApiError ? error : internalError();
    return jsonResponse(refusal.status, refusal.toBody(store.uuid()), refusal.headers);
  });
  return app;
}

function describeOperations(version: ApiVersion, store: Store): readonly Operation[] {
  const bodies = describeRequestBodies(version);
  return [
    ...channelOperations(version, bodies, store),
    ...channelAccountOperations(version, bodies, store),
    ...messageOperations(version, bodies, store),
  ];
}

function mountOperations(
  app: Hono,
  version: ApiVersion,
  operations: readonly Operation[],
  authenticate: Authenticate,
  faults: Faults,
): void {
  for (const { operationId, method, path, respond } of operations) {
    app.on(
      method,
      path,
      (context) => faults.respond(operationId) ?? respond(context, version, authenticate),
    );
  }
  for (const { path } of operations) {
    const methods = operations.filter((other) => other.path === path).map(({ method }) => method);
    app.all(path, () => {
      throw methodNotAllowed(methods);
    });
  }
}
