import type { JsonObject } from '@apipin/openapi-model';
import { objectWith, requestSchemas, responseSchemas } from './documents.ts';
import { crateRef, letterRef, sameGoods } from './goods.ts';
import type { VerdictPair } from './verdict-pair.ts';

/** A change that means the same to oasdiff in both directions. */
interface Annotating {
  readonly what: string;
  /** The rule without its direction, such as `property-deprecated`. */
  readonly rule: string;
  readonly severity: VerdictPair['severity'];
  readonly before: JsonObject;
  readonly after: JsonObject;
}

const text = { type: 'string' };
const size = { type: 'string', enum: ['small', 'large'] };
const choice = { oneOf: [letterRef, crateRef] };
const byKind = { ...choice, discriminator: { propertyName: 'kind' } };
const mapped = {
  ...choice,
  discriminator: { propertyName: 'kind', mapping: { letter: letterRef.$ref } },
};
const mappedTwice = {
  ...choice,
  discriminator: {
    propertyName: 'kind',
    mapping: { letter: letterRef.$ref, crate: crateRef.$ref },
  },
};

const values: readonly Annotating[] = [
  {
    what: 'gains a default',
    rule: 'default-value-added',
    severity: 'info',
    before: size,
    after: { ...size, default: 'small' },
  },
  {
    what: 'loses its default',
    rule: 'default-value-removed',
    severity: 'info',
    before: { ...size, default: 'small' },
    after: size,
  },
  {
    what: 'changes its default',
    rule: 'default-value-changed',
    severity: 'info',
    before: { ...size, default: 'small' },
    after: { ...size, default: 'large' },
  },
  {
    what: 'gains a discriminator',
    rule: 'discriminator-added',
    severity: 'info',
    before: choice,
    after: byKind,
  },
  {
    what: 'loses its discriminator',
    rule: 'discriminator-removed',
    severity: 'info',
    before: byKind,
    after: choice,
  },
  {
    what: 'is discriminated by another property',
    rule: 'discriminator-property-name-changed',
    severity: 'info',
    before: byKind,
    after: { ...choice, discriminator: { propertyName: 'sort' } },
  },
  {
    what: 'maps one more value of its discriminator',
    rule: 'discriminator-mapping-added',
    severity: 'info',
    before: mapped,
    after: mappedTwice,
  },
  {
    what: 'maps one value fewer of its discriminator',
    rule: 'discriminator-mapping-deleted',
    severity: 'info',
    before: mappedTwice,
    after: mapped,
  },
  {
    what: 'maps a value of its discriminator to another schema',
    rule: 'discriminator-mapping-changed',
    severity: 'info',
    before: mapped,
    after: {
      ...choice,
      discriminator: { propertyName: 'kind', mapping: { letter: crateRef.$ref } },
    },
  },
];

const flags: readonly Annotating[] = (['optional', 'required'] as const).flatMap((presence) =>
  (['readOnly', 'writeOnly'] as const).flatMap((flag): readonly Annotating[] => {
    const required = presence === 'required' ? { required: ['value'] } : {};
    const article = presence === 'required' ? 'a' : 'an';
    const plain = { ...objectWith(text), ...required };
    const flagged = { ...objectWith({ ...text, [flag]: true }), ...required };
    const name = flag === 'readOnly' ? 'read-only' : 'write-only';
    return [
      {
        what: `has ${article} ${presence} property that becomes ${flag}`,
        rule: `${presence}-property-became-${name}`,
        severity: 'info',
        before: plain,
        after: flagged,
      },
      {
        what: `has ${article} ${presence} property that is no longer ${flag}`,
        rule: `${presence}-property-became-not-${name}`,
        severity: 'info',
        before: flagged,
        after: plain,
      },
    ];
  }),
);

const lifecycle: readonly Annotating[] = [
  {
    what: 'has a property that is deprecated',
    rule: 'property-deprecated',
    severity: 'info',
    before: objectWith(text),
    after: objectWith({ ...text, deprecated: true }),
  },
  {
    what: 'has a property that is no longer deprecated',
    rule: 'property-reactivated',
    severity: 'info',
    before: objectWith({ ...text, deprecated: true }),
    after: objectWith(text),
  },
  {
    what: 'has a property that is deprecated with a far sunset',
    rule: 'property-deprecated-with-sunset',
    severity: 'info',
    before: objectWith(text),
    after: objectWith({ ...text, deprecated: true, 'x-sunset': '9999-12-31' }),
  },
  {
    what: 'has a property that is deprecated with a sunset that is over',
    rule: 'property-sunset-date-too-small',
    severity: 'error',
    before: objectWith(text),
    after: objectWith({ ...text, deprecated: true, 'x-sunset': '2001-01-01' }),
  },
  {
    what: 'has a property that is deprecated with a sunset that is no date',
    rule: 'property-deprecated-sunset-invalid',
    severity: 'error',
    before: objectWith(text),
    after: objectWith({ ...text, deprecated: true, 'x-sunset': 'soon' }),
  },
  {
    what: 'has a property whose x-stability-level decreases',
    rule: 'property-stability-decreased',
    severity: 'error',
    before: objectWith({ ...text, 'x-stability-level': 'stable' }),
    after: objectWith({ ...text, 'x-stability-level': 'beta' }),
  },
  {
    what: 'has a property whose x-stability-level increases',
    rule: 'property-stability-increased',
    severity: 'info',
    before: objectWith({ ...text, 'x-stability-level': 'beta' }),
    after: objectWith({ ...text, 'x-stability-level': 'stable' }),
  },
];

/** What oasdiff says about keywords that validate nothing, in both directions. */
export const oasdiffAnnotations: readonly VerdictPair[] = [
  ...values.flatMap((change) => pairsOf('body', `body-${change.rule}`, change)),
  ...values.flatMap(({ before, after, ...change }) =>
    pairsOf('property', `property-${change.rule}`, {
      ...change,
      before: objectWith(before),
      after: objectWith(after),
    }),
  ),
  ...[...flags, ...lifecycle].flatMap((change) => pairsOf('body', change.rule, change)),
];

function pairsOf(
  place: 'body' | 'property',
  rule: string,
  { what, severity, before, after }: Annotating,
): readonly VerdictPair[] {
  return [
    {
      title: `request ${place} ${what}`,
      rule: `oasdiff request-${rule}`,
      severity,
      ...requestSchemas(before, after, sameGoods),
    },
    {
      title: `response ${place} ${what}`,
      rule: `oasdiff response-${rule}`,
      severity,
      ...responseSchemas(before, after, sameGoods),
    },
  ];
}
