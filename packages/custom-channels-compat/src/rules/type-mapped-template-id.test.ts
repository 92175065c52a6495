import { Refused } from '@apipin/compat-runtime';
import { expect, test } from 'vitest';
import { components } from '../index.ts';
import { typeMappedTemplateId } from './type-mapped-template-id.ts';

const { upgrade, downgrade } = components.PublicWhatsAppTemplateMetadata;
const template = { type: 'WHATSAPP_TEMPLATE_METADATA', parameters: {}, crmObjectIds: {} } as const;
const withId = (mappedTemplateId: unknown) => ({ ...template, mappedTemplateId }) as never;

test.each([
  ['0', 0],
  ['-7', -7],
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', 9007199254740992n],
  ['9007199254740993', 9007199254740993n],
  ['9223372036854775807', 9223372036854775807n],
  ['-9223372036854775808', -9223372036854775808n],
])('%s is exact both ways', (v3, current) => {
  expect(upgrade(withId(v3))).toEqual({ value: withId(current), losses: [] });
  expect(downgrade(withId(current))).toEqual({ value: withId(v3), losses: [] });
});

test('an absent id is an empty string in v3', () => {
  expect(upgrade(withId('')).value).toEqual(template);
  expect(downgrade(template)).toEqual({ value: withId(''), losses: [] });
});

test.each([
  'welcome',
  '007',
  '+7',
  '-0',
  ' 7',
  '7\n',
  '1e3',
  '7.0',
  '0x7',
  '٧',
  '9223372036854775808',
  '-9223372036854775809',
  '9'.repeat(1000),
])('%j would not come back as the same string and is refused', (id) => {
  expect(typeMappedTemplateId.upgrade(id)).toBeInstanceOf(Refused);
  expect(() => upgrade(withId(id))).toThrow(
    expect.objectContaining({
      name: 'UnmappableValueError',
      pointer: '/mappedTemplateId',
      value: id,
    }),
  );
});

test.each([[withId(null)], [withId(1.5)], [null as never], [[] as never]])(
  '%j is not what either version describes and is kept',
  (value) => {
    expect(upgrade(value)).toEqual({ value, losses: [] });
    expect(downgrade(value)).toEqual({ value, losses: [] });
  },
);
