import { forward } from '@apipin/compat-runtime';

/**
 * 2026-03 documents no `private-app` header, and lets the operations on channels do without the developer key.
 *
 * Credentials are forwarded as they are, and it is the API that judges them: in practice both versions let in whoever
 * sends `Authorization: Bearer`, and converting a credential would mean to look into it.
 */
export const forwardCredentials = forward;
