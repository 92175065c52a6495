import { forward } from '@apipin/compat-runtime';

/**
 * A 201 says where to find what was created.
 *
 * A v3 caller may ignore the header, which leads to v3. None is made up for a caller of 2026-03: it can do without, and
 * read the `id`.
 */
export const addLocation = forward;
