import { expect, test } from 'vitest';
import { components } from '../index.ts';

const { downgrade } = components.PublicChannelAccountStagingTokenUpdateRequest;
const whole = {
  accountName: 'Berlin',
  deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+4930901820' },
} as const;

test('an update of both fields is one for v3', () => {
  expect(downgrade(whole).value).toBe(whole);
});

test.each(['accountName', 'deliveryIdentifier'] as const)(
  'an update without %s is refused for v3',
  (property) => {
    const { [property]: _left, ...partial } = whole;

    expect(() => downgrade(partial)).toThrow(
      expect.objectContaining({ name: 'UnmappableValueError', pointer: `/${property}` }),
    );
  },
);

test('an update of neither field says so of both', () => {
  expect(() => downgrade({})).toThrow(
    expect.objectContaining({
      refusals: [
        expect.objectContaining({ pointer: '/accountName' }),
        expect.objectContaining({ pointer: '/deliveryIdentifier' }),
      ],
    }),
  );
});
