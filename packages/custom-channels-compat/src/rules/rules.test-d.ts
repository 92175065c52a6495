import { narrowToEnum } from '@apipin/compat-runtime';
import { expectTypeOf, test } from 'vitest';
import type { ChangeId, Changes, Rules } from '../generated/index.ts';
import { narrowFileUsageType } from './narrow-file-usage-type.ts';
import { rules } from './index.ts';

test('there is a rule for each change, and for nothing else', () => {
  expectTypeOf<keyof typeof rules>().toEqualTypeOf<ChangeId>();
});

test('a change without a rule does not compile', () => {
  const { 'PublicFile.fileUsageType': _left, ...others } = rules;

  // @ts-expect-error TS1360: the rule for PublicFile.fileUsageType is missing
  others satisfies Rules;
});

test('a rule for a change that is gone does not compile', () => {
  ({
    ...rules,
    // @ts-expect-error TS2353: no version has PublicFile.colour
    'PublicFile.colour': narrowFileUsageType,
  }) satisfies Rules;
});

test('a rule with the wrong types does not compile', () => {
  const withoutStickers = narrowToEnum(
    { AUDIO: true, IMAGE: true, OTHER: true, VOICE_RECORDING: true },
    { becomes: 'OTHER', severity: 'minor' },
  );
  ({
    ...rules,
    // @ts-expect-error TS2322: 2026-03 has stickers, too, which this rule does not know
    'PublicFile.fileUsageType': withoutStickers,
  }) satisfies Rules;
  ({
    ...rules,
    // @ts-expect-error TS2322: the rule is about files, and not about contacts
    'PreResolvedContact.contactVid': narrowFileUsageType,
  }) satisfies Rules;
});

test('a change says what each version has', () => {
  expectTypeOf<Changes['QuickReply.valueType']>().toEqualTypeOf<{
    old: string;
    current: 'TEXT' | 'URL';
  }>();
  expectTypeOf<
    Changes['ChannelIntegrationParticipant.senderActorId']['old']
  >().toEqualTypeOf<undefined>();
});
