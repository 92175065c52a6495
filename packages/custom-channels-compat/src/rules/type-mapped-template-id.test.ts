import { expect, test } from 'vitest';
import { typeMappedTemplateId } from './type-mapped-template-id.ts';

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
  expect(typeMappedTemplateId.upgrade(withId(v3))).toEqual({ value: withId(current), losses: [] });
  expect(typeMappedTemplateId.downgrade(withId(current))).toEqual({
    value: withId(v3),
    losses: [],
  });
});

test('an absent id is an empty string in v3', () => {
  expect(typeMappedTemplateId.upgrade(withId('')).value).toEqual(template);
  expect(typeMappedTemplateId.downgrade(template)).toEqual({ value: withId(''), losses: [] });
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
  expect(() => typeMappedTemplateId.upgrade(withId(id))).toThrow(
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
    expect(typeMappedTemplateId.upgrade(value)).toEqual({ value, losses: [] });
    expect(typeMappedTemplateId.downgrade(value)).toEqual({ value, losses: [] });
  },
);
