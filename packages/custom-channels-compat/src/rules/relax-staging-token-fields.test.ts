import { expect, test } from 'vitest';
import { relaxStagingTokenFields } from './relax-staging-token-fields.ts';

const whole = {
  accountName: 'Berlin',
  deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+4930901820' },
} as const;

test('an update of both fields is one for v3', () => {
  expect(relaxStagingTokenFields.downgrade(whole).value).toBe(whole);
});

test.each(['accountName', 'deliveryIdentifier'] as const)(
  'an update without %s is refused for v3',
  (property) => {
    const { [property]: _left, ...partial } = whole;

    expect(() => relaxStagingTokenFields.downgrade(partial)).toThrow(
      expect.objectContaining({ name: 'UnmappableValueError', pointer: `/${property}` }),
    );
  },
);
