import type { Expression } from './expression.ts';

/**
 * The formats of strings that are asserted, by their zod names. Every other format is an annotation.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
 */
export const STRING_FORMATS: ReadonlyMap<string, Expression> = new Map([
  ['date-time', { code: 'z.iso.datetime({ offset: true })', type: 'z.ZodISODateTime' }],
  ['date', { code: 'z.iso.date()', type: 'z.ZodISODate' }],
  ['email', { code: 'z.email()', type: 'z.ZodEmail' }],
  ['ipv4', { code: 'z.ipv4()', type: 'z.ZodIPv4' }],
  ['ipv6', { code: 'z.ipv6()', type: 'z.ZodIPv6' }],
  // Any 128 bits in the usual notation; `z.uuid` would ask for a version and a variant as well.
  ['uuid', { code: 'z.guid()', type: 'z.ZodGUID' }],
]);
