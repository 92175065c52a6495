import { assembleReleasePlan } from '@changesets/assemble-release-plan';
import { parseChangesetFile } from '@changesets/parse';
import { diffModels } from '@apipin/openapi-diff';
import type { JsonObject } from '@apipin/openapi-model';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { boats } from '../../test/boats.ts';
import { specOf } from '../../test/spec-of.ts';
import type { PackageVerdict } from './generated-package.ts';
import { changesetFileName, renderChangeset, type ChangesetInput } from './render-changeset.ts';

function changesetOf(
  old: JsonObject,
  current: JsonObject,
  input: Partial<ChangesetInput> = {},
): string {
  const verdicts: PackageVerdict[] = [
    { package: '@boats/v1-zod', bump: 'minor', reasons: ['b'] },
    { package: '@boats/v1', bump: 'major', reasons: ['Boat.received may be null now'] },
    { package: '@boats/compat', bump: 'none', reasons: [] },
  ];
  return renderChangeset({
    api: 'boats',
    version: 'v1',
    verdicts,
    changes: diffModels(specOf(old).model, specOf(current).model).changes,
    declarations: [],
    ...input,
  });
}

const NULLABLE = { received: { type: ['string', 'null'] } };

test('says what changed and what to do', () => {
  const text = changesetOf(
    boats({ received: { type: 'string', enum: ['A', 'B'] } }),
    boats({
      received: { type: 'string', enum: ['A', 'C', 'D'] },
      sent: { type: 'string', maxLength: 9 },
      description: 'Other words.',
    }),
  );
  expect(text).toBe(`---
"@boats/v1": major
"@boats/v1-zod": minor
---

The spec of boats v1 changed: 3 breaking changes and 1 other.

**What changed.**

- \`Boat\`: \`received\` enum has new values: C, D; \`received\` enum lost values: B
- \`BoatInput\`: \`sent\` maxLength was set to 9
- the wording of 1 place

**What to do.**

- \`Boat.received\` may be \`C\` or \`D\` now: add a case to each \`switch\` over it.
- \`BoatInput.sent\` takes less than it did: keep within that.
- \`Boat.received\` is never \`B\` any more: drop comparisons with that.
`);
});

test('a renamed type is a renamed import', () => {
  const text = changesetOf(boats({}), boats({}), {
    declarations: [
      { name: 'Boat', kind: 'renamed', bump: 'major', message: 'is called Ship now' },
      { name: 'Buoy', kind: 'added', bump: 'minor', message: 'is new' },
    ],
  });
  expect(text).toContain('- `Boat` is called Ship now: change what uses it.');
  expect(text).not.toContain('Buoy');
});

test('long lists are cut short and counted', () => {
  const properties = (type: string) =>
    Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`p${index}`, { type }]));
  const document = (type: string) =>
    ({
      ...boats({}),
      components: {
        schemas: Object.fromEntries(
          ['Boat', 'BoatInput', ...Array.from({ length: 40 }, (_, index) => `Unused${index}`)].map(
            (name) => [name, { type: 'object', properties: properties(type) }],
          ),
        ),
      },
    }) as JsonObject;
  const withAll = (root: JsonObject): JsonObject => ({
    ...root,
    paths: {
      '/all': {
        get: {
          operationId: 'all',
          responses: Object.fromEntries(
            Array.from({ length: 40 }, (_, index) => [
              String(200 + index),
              {
                description: '',
                content: {
                  'application/json': { schema: { $ref: `#/components/schemas/Unused${index}` } },
                },
              },
            ]),
          ),
        },
      },
    },
  });
  const text = changesetOf(withAll(document('string')), withAll(document('number')));
  expect(text).toContain('; and 5 more\n');
  expect(text).toContain('- and 20 more: `apipin diff` lists them');
  expect(text.split('\n').length).toBeLessThan(60);
});

test('an accepted lowering is told with its reason', () => {
  const text = changesetOf(boats({}), boats(NULLABLE), {
    override: { bump: 'minor', reason: 'Nobody reads it:\n---\nyet.' },
  });
  expect(text).toContain('**Accepted as minor.** Nobody reads it: --- yet.');
  expect(parseChangesetFile(text).releases.map(({ type }) => type)).toEqual(['minor', 'minor']);
});

test('nothing from a spec becomes front matter, markup or HTML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), hostile, (text, evil) => {
      const name = `${evil}${text}x`;
      const document = (type: string) =>
        boats({ received: { type: 'object', properties: { [name]: { type } } } });
      const changeset = changesetOf(document('string'), document('number'), {
        declarations: [{ name, kind: 'removed', bump: 'major', message: `is ${name}` }],
        override: { bump: 'minor', reason: name },
      });
      const { releases, summary } = parseChangesetFile(changeset);
      expect(releases.map((release) => release.name)).toEqual(['@boats/v1', '@boats/v1-zod']);
      const page = micromark(summary, {
        allowDangerousHtml: true,
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
      });
      const elements = Array.from(page.matchAll(/<\/?([^\s>/]+)/g), ([, name]) => name);
      expect(ELEMENTS).toEqual(expect.arrayContaining([...new Set(elements)]));
    }),
    { numRuns: 40 },
  );
});

/** What a changeset is made of. */
const ELEMENTS = ['p', 'strong', 'ul', 'li', 'code'];

const hostile = fc.constantFrom('`', '\n---\n', '<script>', '\r\n# ', '__proto__', '![](x)', '');

test('a fixed group is released under the highest of its verdicts', () => {
  const names = ['@boats/v1', '@boats/v1-zod'];
  const changeset = parseChangesetFile(changesetOf(boats({}), boats(NULLABLE)));
  const packages = names.map((name) => ({
    dir: `/${name}`,
    relativeDir: name,
    packageJson: { name, version: '1.4.0' },
  }));
  const rootPackage = {
    dir: '/',
    relativeDir: '',
    packageJson: { name: 'root', version: '0.0.0' },
  };
  const { releases } = assembleReleasePlan(
    [{ ...changeset, id: 'sync' }],
    { tool: 'pnpm', rootPackage, rootDir: '/', packages } as never,
    {
      fixed: [names],
      linked: [],
      ignore: [],
      updateInternalDependencies: 'patch',
      privatePackages: { version: false, tag: false },
      ___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH: {},
    } as never,
    undefined,
  );
  expect(releases.map(({ name, newVersion }) => `${name} ${newVersion}`)).toEqual([
    '@boats/v1 2.0.0',
    '@boats/v1-zod 2.0.0',
  ]);
});

test('the file is named by what the spec means and by what the changeset says', () => {
  const name = changesetFileName({ api: '../X', version: '2026.03' }, 'aaaa', 'text');
  expect(name).toMatch(/^sync-x-2026-03-[0-9a-f]{8}\.md$/);
  expect(changesetFileName({ api: '../X', version: '2026.03' }, 'aaaa', 'text')).toBe(name);
  expect(changesetFileName({ api: '../X', version: '2026.03' }, 'bbbb', 'text')).not.toBe(name);
  expect(changesetFileName({ api: '../X', version: '2026.03' }, 'aaaa', 'other')).not.toBe(name);
});
