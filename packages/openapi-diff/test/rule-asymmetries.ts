/** Rules that mean something else than the rules they are held against, and why that is meant. */
export interface Asymmetry {
  /** The ids of these rules. */
  readonly rules: RegExp;
  readonly reason: string;
}

/** Rules whose opposite is missing, or does not undo what they do. */
export const UNLIKE_OPPOSITES: readonly Asymmetry[] = [
  {
    rules: /-(sunset|lifetime)-(added|removed|set-later|set-earlier)$/,
    reason:
      'to promise a longer life takes nothing from anybody; to take the promise back breaks it, whatever else holds',
  },
  {
    rules: /-stability-(increased|decreased)$/,
    reason:
      'to promise more stability takes nothing from anybody; to promise less breaks the promise',
  },
  {
    rules: /-announced-removed$/,
    reason: 'an end is announced; nothing is announced to begin',
  },
  {
    rules: /^request-body-(added|removed)-(required|optional)$/,
    reason:
      'a new body has to be sent, or need not be; what a server does with one that it no longer describes nobody knows',
  },
  {
    rules: /^response-media-type-(generalized|specialized)$/,
    reason:
      'who reads one media type reads those that it contains, while a wider one may bring what nobody can read',
  },
  {
    rules: /-one-of-(wrapped|unwrapped)$/,
    reason:
      'to offer other ways may let one value match two of them, which `oneOf` forbids; to offer one of them less cannot',
  },
  {
    rules: /-extensible-enum-value-(added|removed)$/,
    reason: 'readers of such a list are told that it grows, and nobody is told that it shrinks',
  },
];

/** Rules of requests whose effect is not that of the same rule of responses, or the other way round. */
export const UNLIKE_DIRECTIONS: readonly Asymmetry[] = [
  {
    rules: /^(request-parameter|response-header)-(added|removed|became)-(required|optional)$/,
    reason:
      'a server asks for a parameter and offers a header: a required one asks for more there and offers more here',
  },
  {
    rules: /^request-parameter-renamed$/,
    reason: 'parameters of a path stand in it by their place; nothing else has a name and a place',
  },
  {
    rules: /^request-parameter-(serialization|allow-reserved)-/,
    reason: 'headers are serialised in one way only',
  },
  {
    rules: /^request-parameter-(announced|deprecation|lifetime)-/,
    reason:
      'the model keeps of a header its name, its words, its schema and whether it is required',
  },
  {
    rules: /^request-body-(added|removed|became)-(required|optional)$/,
    reason: 'an operation has one request body and many responses, which come and go by status',
  },
  {
    rules: /^request-body-(media-type|text)-/,
    reason: 'media types and words of an answer belong to its status: `response-media-type-…`',
  },
  {
    rules: /^response-(success|non-success|media-type|text)-/,
    reason:
      'an operation has many answers and one request body, which has the rules `request-body-…`',
  },
];
