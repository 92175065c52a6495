interface AjvMistake {
  readonly formats: readonly string[];
  /** What ajv-formats does that the specification does not. */
  readonly what: string;
  readonly example: string;
  /** Whether the mistake can decide about `text`. */
  readonly concerns: (text: string) => boolean;
}

/** Where ajv-formats 3 is known to be wrong. */
export const AJV_MISTAKES: readonly AjvMistake[] = [
  {
    formats: ['date-time', 'time'],
    what: 'accepts offsets without a colon or without minutes',
    example: '2026-03-31T08:30:06+01',
    concerns: (text) => /[+-]\d\d(?:\d\d)?$/.test(text),
  },
  {
    formats: ['date-time', 'time'],
    what: 'accepts hours above 23 and minutes above 59 where the offset makes it 23:59 in UTC',
    example: '2026-03-31T24:59:00+01:00',
    concerns: (text) => /(?:2[4-9]|[3-9]\d):\d\d:|:[6-9]\d:/.test(text),
  },
  {
    formats: ['date-time'],
    what: 'accepts white space between date and time',
    example: '2026-03-31 08:30:06Z',
    concerns: (text) => /\s/.test(text),
  },
  {
    formats: ['duration'],
    what: 'accepts durations that leave out a unit',
    example: 'P1Y2D',
    concerns: (text) => /Y\d+D|H\d+S/i.test(text),
  },
  {
    formats: ['duration'],
    what: 'refuses lower case',
    example: 'p1d',
    concerns: (text) => /[a-z]/.test(text),
  },
  {
    formats: ['email'],
    what: 'refuses quoted local parts',
    example: '"jane doe"@example.com',
    concerns: (text) => text.startsWith('"'),
  },
  {
    formats: ['email'],
    what: 'refuses address literals',
    example: 'jane@[192.0.2.1]',
    concerns: (text) => text.endsWith(']'),
  },
  {
    formats: ['email'],
    what: 'refuses domains of one label',
    example: 'jane@localhost',
    concerns: (text) => /@[^.]*$/.test(text),
  },
  {
    formats: ['hostname'],
    what: 'accepts a dot at the end',
    example: 'example.com.',
    concerns: (text) => text.endsWith('.'),
  },
  {
    formats: ['hostname'],
    what: 'accepts any label that starts with xn--',
    example: 'xn--x',
    concerns: (text) => /xn--/i.test(text),
  },
  {
    formats: ['hostname'],
    what: 'accepts IPv4 addresses',
    example: '192.0.2.1',
    concerns: (text) => /^[\d.]+$/.test(text),
  },
  {
    formats: ['uri-reference'],
    what: 'accepts quotation marks',
    example: 'https://example.com/"',
    concerns: (text) => text.includes('"'),
  },
  {
    formats: ['uri', 'uri-reference'],
    what: 'accepts leading zeros in the IPv4 part of an IPv6 address',
    example: 'https://[::ffff:192.0.2.01]/',
    concerns: (text) => /\[.*\b0\d.*\]/.test(text),
  },
  {
    formats: ['uri', 'uri-reference'],
    what: 'takes an authority for a path, and a path for an authority',
    example: 'https://example.com:8:0',
    concerns: (text) => /^(?:[^:/?#]*:)?\/\/?[^/?#]*[:@[\]]/.test(text),
  },
  {
    formats: ['uri'],
    what: 'refuses empty paths',
    example: 'a:',
    concerns: (text) => /^[^/?#]*:(?:[?#]|$)/.test(text),
  },
  {
    formats: ['uri-reference'],
    what: 'accepts a colon in the first segment of a relative path',
    example: '1:b',
    concerns: (text) => /^[^/?#]*:/.test(text),
  },
  {
    formats: ['uri-template'],
    what: 'refuses variables with a dot',
    example: '{a.b}',
    concerns: (text) => /\{.*\./s.test(text),
  },
  {
    formats: ['uri-template'],
    what: 'refuses apostrophes',
    example: "a'b",
    concerns: (text) => text.includes("'"),
  },
  {
    formats: ['uri-template'],
    what: 'accepts control characters, noncharacters and halves of characters',
    example: 'a\u007Fb',
    concerns: (text) => /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFF0-\uFFFD]/u.test(text),
  },
  {
    formats: ['uuid'],
    what: 'accepts URNs',
    example: 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    concerns: (text) => /^urn:/i.test(text),
  },
  {
    formats: ['relative-json-pointer'],
    what: 'refuses steps to a sibling',
    example: '0+1',
    concerns: (text) => /^\d+[+-]/.test(text),
  },
  {
    formats: ['byte'],
    what: 'accepts text of which one line is base64',
    example: 'Zm9v\n?',
    concerns: (text) => /[\n\r\u2028\u2029]/.test(text),
  },
  {
    formats: ['regex'],
    what: 'reads expressions without the flag u',
    example: '\\a',
    concerns: (text) => compiles(text, '') !== compiles(text, 'u'),
  },
];

function compiles(text: string, flags: string): boolean {
  try {
    return new RegExp(text, flags).flags === flags;
  } catch {
    return false;
  }
}
