import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apipinHere } from './apipin.ts';
import { compile, newestCompiler, STRICT_OPTIONS } from './compilers.ts';
import type { JsonObject } from './json.ts';
import { repositoryPath } from './repository.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { readSpec } from './spec.ts';

/*
 * A spec changes, and nobody thinks of the other version: `apipin diff` says what changed, and the compatibility package
 * does not compile until there is a rule for it.
 */

type Version = 'v3' | '2026-03';

interface Row {
  readonly title: string;
  readonly version: Version;
  /** Where the edited object is, as keys from the components on. */
  readonly at: readonly string[];
  readonly edit: (object: Record<string, unknown>) => void;
  readonly change: JsonObject;
  /** What the compiler complains of, as it would of the committed rules. */
  readonly complaint: string;
}

const rows: readonly Row[] = [
  {
    title: 'a new optional field in v3',
    version: 'v3',
    at: ['PublicFile', 'properties'],
    edit: (properties) => (properties['caption'] = { type: 'string' }),
    change: { rule: 'response-property-added-optional', subject: 'PublicFile.caption' },
    complaint: 'PublicFile.caption',
  },
  {
    title: 'a new optional field in 2026-03',
    version: '2026-03',
    at: ['ChannelIntegrationMessageEgg', 'properties'],
    edit: (properties) => (properties['subject'] = { type: 'string' }),
    change: {
      rule: 'request-property-added-optional',
      subject: 'ChannelIntegrationMessageEgg.subject',
    },
    complaint: 'ChannelIntegrationMessageEgg.subject',
  },
  {
    title: 'a new value of an enum of 2026-03 that v3 has as a string',
    version: '2026-03',
    at: ['PublicFile', 'properties', 'fileUsageType'],
    edit: (schema) => (schema['enum'] as string[]).push('DOCUMENT'),
    change: {
      rule: 'response-property-enum-value-added',
      subject: 'PublicFile.fileUsageType',
      source: 'breaking',
      wire: 'compatible',
    },
    complaint: 'DOCUMENT',
  },
  {
    title: 'a new value of an enum that both versions have',
    version: 'v3',
    at: ['PublicMessageStatus', 'properties', 'statusType'],
    edit: (schema) => (schema['enum'] as string[]).push('DELIVERED'),
    change: {
      rule: 'response-property-enum-value-added',
      subject: 'PublicMessageStatus.statusType',
    },
    complaint: 'PublicMessageStatus.statusType',
  },
  {
    title: 'a field that is removed from v3',
    version: 'v3',
    at: ['PublicSender', 'properties'],
    edit: (properties) => delete properties['senderField'],
    change: { rule: 'response-property-removed-optional', subject: 'PublicSender.senderField' },
    complaint: 'PublicSender.senderField',
  },
  {
    title: 'a field that is removed from 2026-03, and with it a change that has a rule',
    version: '2026-03',
    at: ['ChannelIntegrationParticipant', 'properties'],
    edit: (properties) => delete properties['senderActorId'],
    change: {
      rule: 'request-property-removed-optional',
      subject: 'ChannelIntegrationParticipant.senderActorId',
    },
    complaint: 'ChannelIntegrationParticipant.senderActorId',
  },
];

test.each(rows)('$title is a change, and an error of the compiler', async (row) => {
  const folder = await createProject(row.version, editedSpec(row));
  const unedited = repositoryPath(`specs/${row.version}/custom-channels.yaml`);
  const diff = await apipinHere(folder, ['diff', unedited, 'edited.json', '--format', 'json']);
  expect(JSON.parse(diff.stdout)).toMatchObject({
    changes: expect.arrayContaining([expect.objectContaining(row.change)]),
  });
  await generate(folder, row.version);
  const errors = await compile(newestCompiler, join(folder, 'tsconfig.json'));
  expect(errors).toContain(row.complaint);
  expect(errors).toContain('src/rules/');
});

test('specs as they are have the rules that they need', async () => {
  const folder = await createProject('v3', readSpec('v3'));
  await generate(folder, 'v3');
  expect(await compile(newestCompiler, join(folder, 'tsconfig.json'))).toBe('');
});

/** A folder with the committed rules, for what is generated of one edited spec. */
async function createProject(edited: Version, spec: JsonObject): Promise<string> {
  const folder = await createScratchFolder({
    'package.json': '{ "type": "module" }',
    'edited.json': JSON.stringify(spec),
    'tsconfig.json': JSON.stringify(tsconfig(edited)),
  });
  const rules = repositoryPath('packages/custom-channels-compat/src/rules');
  await cp(rules, join(folder, 'src/rules'), { recursive: true });
  return folder;
}

async function generate(folder: string, edited: Version): Promise<void> {
  const specs = ['v3', '2026-03'].map((version) =>
    version === edited ? 'edited.json' : repositoryPath(`specs/${version}/custom-channels.yaml`),
  );
  const compat = ['generate', 'compat', ...specs, '--out', 'src/generated'];
  const oldTypes = ['--old-types', '@apipin/custom-channels-v3'];
  const newTypes = ['--new-types', '@apipin/custom-channels-2026-03'];
  const generated = [
    await apipinHere(folder, ['generate', 'client', 'edited.json', '--out', 'client']),
    await apipinHere(folder, [...compat, ...oldTypes, ...newTypes]),
  ];
  expect(generated).toMatchObject([{ code: 0 }, { code: 0 }]);
}

function editedSpec({ version, at, edit }: Row): JsonObject {
  const spec = structuredClone(readSpec(version));
  const object = ['components', 'schemas', ...at].reduce<Record<string, unknown>>(
    (parent, key) => parent[key] as Record<string, unknown>,
    spec as Record<string, unknown>,
  );
  edit(object);
  return spec;
}

/** The edited version's types are those that were generated anew. */
function tsconfig(edited: Version): object {
  return {
    include: ['src'],
    exclude: ['src/**/*.test.ts'],
    compilerOptions: {
      ...STRICT_OPTIONS,
      // Mappings read values of which nothing is known yet, by the names that the spec gives.
      noPropertyAccessFromIndexSignature: false,
      module: 'nodenext',
      moduleResolution: 'nodenext',
      allowImportingTsExtensions: true,
      paths: {
        [`@apipin/custom-channels-${edited}`]: ['./client/index.ts'],
        [`@apipin/custom-channels-${edited}/types`]: ['./client/types.ts'],
      },
    },
  };
}
