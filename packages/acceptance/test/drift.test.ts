import { validateWith, type Drift, type OperationValidators } from '@apipin/client-runtime';
import * as client2026 from '@apipin/custom-channels-2026-03';
import { operations as operations2026 } from '@apipin/custom-channels-2026-03-zod/drift';
import * as clientV3 from '@apipin/custom-channels-v3';
import { operations as operationsV3 } from '@apipin/custom-channels-v3-zod/drift';
import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';

const participant = {
  actorId: 'V-1',
  deliveryIdentifier: { type: 'HS_EMAIL_ADDRESS', value: 'visitor@example.com' },
};

const message = {
  id: '1',
  type: 'MESSAGE',
  createdAt: '2026-03-30T12:00:00Z',
  createdBy: 'A-1',
  conversationsThreadId: '2',
  client: { clientType: 'INTEGRATION', integrationAppId: 1 },
  senders: [participant],
  recipients: [participant],
  channelId: '3',
  channelAccountId: '4',
  text: 'Hello',
  richText: '<p>Hello</p>',
  attachments: [
    { type: 'FILE', fileId: '5', fileUsageType: 'IMAGE' },
    { type: 'LOCATION', latitude: 53.35, longitude: -6.26 },
  ],
  truncationStatus: 'NOT_TRUNCATED',
  status: { statusType: 'SENT' },
  direction: 'OUTGOING',
  archived: false,
};

/** Where the message has a string of an enumeration, in both versions, and the tag of a member of a union. */
const strings: readonly (readonly [pointer: string, kind: Drift['kind']])[] = [
  ['/type', 'enum-value'],
  ['/client/clientType', 'enum-value'],
  ['/attachments/1/type', 'union-member'],
  ['/truncationStatus', 'enum-value'],
  ['/status/statusType', 'enum-value'],
  ['/direction', 'enum-value'],
];

/** Where the message has an object. */
const objects = [
  '',
  '/client',
  '/senders/0',
  '/senders/0/deliveryIdentifier',
  '/recipients/0',
  '/attachments/0',
  '/status',
];

const versions = [
  { id: 'v3', createClient: clientV3.createClient, operations: operationsV3 },
  { id: '2026-03', createClient: client2026.createClient, operations: operations2026 },
] as const;

const newNames = fc.constantFrom('new', '__proto__', 'constructor', 'a/b~c', '', 'statusTypes');
const newStrings = fc.string({ maxLength: 20 }).map((text) => `NEW_${text}`);
const newValues = fc.oneof(fc.string(), fc.constantFrom(null, 1, true, [], [{ a: 1 }], { a: {} }));
const changes = fc.tuple(
  fc.uniqueArray(fc.tuple(fc.constantFrom(...strings), newStrings), {
    selector: ([[pointer]]) => pointer,
  }),
  fc.uniqueArray(fc.tuple(fc.constantFrom(...objects), newNames, newValues), {
    selector: ([pointer, name]) => `${pointer} ${name}`,
  }),
);

/** Sets a property, which `__proto__` is to be as well. */
function setAt(root: unknown, pointer: string, value: unknown): void {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  const parent = keys.reduce<object>(
    (object, key) => Reflect.get(object, key) as object,
    root as object,
  );
  Object.defineProperty(parent, last, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

test.each(versions)(
  '$id: what is new is let through and told, and nothing else',
  async ({ createClient, operations }) => {
    await fc.assert(
      fc.asyncProperty(changes, async ([newTexts, newProperties]) => {
        // Participants are one object in the constant, and several in JSON.
        const body: unknown = JSON.parse(JSON.stringify(message));
        const wanted: object[] = [];
        for (const [pointer, name, value] of newProperties) {
          setAt(body, `${pointer}/${escaped(name)}`, value);
          wanted.push({ kind: 'property', pointer: `${pointer}/${escaped(name)}` });
        }
        for (const [[pointer, kind], value] of newTexts) {
          setAt(body, pointer, value);
          wanted.push({ kind, pointer, value });
        }
        const told: Drift[] = [];
        const client = createClient({
          accessToken: 'token',
          fetch: async () => Response.json(body),
          validation: validateWith(operations, {
            response: 'throw',
            onDrift: (drift) => told.push(drift),
          }),
        });
        const input = { channelId: 1, messageId: '1' };
        expect(await client.getMessage(input)).toEqual(body);
        await client.getMessage(input);
        const about = { operation: 'getMessage', status: 200 };
        expect(sorted(told)).toEqual(sorted(wanted.map((drift) => ({ ...about, ...drift }))));
      }),
      { numRuns: 60 },
    );
  },
);

function sorted(drifts: readonly object[]): string[] {
  return drifts.map((drift) => JSON.stringify(Object.entries(drift).sort())).sort();
}

test.each(versions)(
  '$id: what is wrong is refused all the same, and only that is named',
  async ({ createClient, operations }) => {
    const client = createClient({
      accessToken: 'token',
      fetch: async () => Response.json({ ...message, direction: 'NEW', text: 7, more: 1 }),
      validation: validateWith(operations, { response: 'throw' }),
    });
    await expect(client.getMessage({ channelId: 1, messageId: '1' })).rejects.toMatchObject({
      direction: 'response',
      issues: [{ path: ['text'] }],
      value: { id: '1', text: 7 },
    });
    await expect(
      client.updateMessage({ channelId: 1, messageId: '1', body: { statusType: 'NEW' as 'SENT' } }),
    ).rejects.toMatchObject({ direction: 'request', issues: [{ path: ['statusType'] }] });
  },
);

test('operations that tell of drift are validators', () => {
  expectTypeOf(operationsV3).toExtend<OperationValidators>();
  expectTypeOf(operations2026).toExtend<OperationValidators>();
});
