/**
 * The formats of strings that are asserted, each with the function of `../runtime/values` that does so. Every other
 * format is an annotation.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
 */
export const STRING_FORMATS: ReadonlyMap<string, string> = new Map([
  ['byte', 'isByte'],
  ['date', 'isDate'],
  ['date-time', 'isDateTime'],
  ['duration', 'isDuration'],
  ['email', 'isEmail'],
  ['hostname', 'isHostname'],
  ['idn-email', 'isIdnEmail'],
  ['idn-hostname', 'isIdnHostname'],
  ['ipv4', 'isIpv4'],
  ['ipv6', 'isIpv6'],
  ['iri', 'isIri'],
  ['iri-reference', 'isIriReference'],
  ['json-pointer', 'isJsonPointer'],
  ['regex', 'isRegex'],
  ['relative-json-pointer', 'isRelativeJsonPointer'],
  ['time', 'isTime'],
  ['uri', 'isUri'],
  ['uri-reference', 'isUriReference'],
  ['uri-template', 'isUriTemplate'],
  ['uuid', 'isUuid'],
]);
