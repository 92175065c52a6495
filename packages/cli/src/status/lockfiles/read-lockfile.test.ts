import { writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder } from '../../../test/terminal.ts';
import { parseProject, type Project } from '../project.ts';
import { reachFrom, type LockGraph } from './lock-graph.ts';
import { readLockfile } from './read-lockfile.ts';

const ROOT = { name: 'root', version: '1.0.0', workspaces: ['packages/*'] };
const APP = {
  name: 'app',
  version: '1.0.0',
  dependencies: {
    'custom-channels': 'npm:@apipin/custom-channels-2026-03@^0.1.0',
    'legacy-lib': '^1.0.0',
  },
};
const API = {
  name: 'api',
  version: '1.0.0',
  devDependencies: { '@apipin/custom-channels-v3': '^0.1.0' },
};

/** What each package manager wrote for the same three projects, without digests and addresses. */
const LOCKFILES: readonly [manager: string, file: string, text: string][] = [
  [
    'npm 7 to 11, lockfileVersion 3',
    'package-lock.json',
    `{
  "name": "root",
  "version": "1.0.0",
  "lockfileVersion": 3,
  "requires": true,
  "packages": {
    "": {
      "name": "root",
      "version": "1.0.0",
      "workspaces": [
        "packages/*"
      ]
    },
    "node_modules/@apipin/custom-channels-v3": {
      "version": "0.1.1",
      "dev": true
    },
    "node_modules/api": {
      "resolved": "packages/api",
      "link": true
    },
    "node_modules/app": {
      "resolved": "packages/app",
      "link": true
    },
    "node_modules/custom-channels": {
      "name": "@apipin/custom-channels-2026-03",
      "version": "0.1.0"
    },
    "node_modules/legacy-lib": {
      "version": "2.0.0",
      "dependencies": {
        "@apipin/custom-channels-v3": "0.1.0"
      }
    },
    "node_modules/legacy-lib/node_modules/@apipin/custom-channels-v3": {
      "version": "0.1.0"
    },
    "packages/api": {
      "version": "1.0.0",
      "devDependencies": {
        "@apipin/custom-channels-v3": "^0.1.0"
      }
    },
    "packages/app": {
      "version": "1.0.0",
      "dependencies": {
        "custom-channels": "npm:@apipin/custom-channels-2026-03@^0.1.0",
        "legacy-lib": "^2.0.0"
      }
    }
  }
}
`,
  ],
  [
    'npm 7 to 11, lockfileVersion 2',
    'package-lock.json',
    `{
  "name": "root",
  "version": "1.0.0",
  "lockfileVersion": 2,
  "requires": true,
  "packages": {
    "": {
      "name": "root",
      "version": "1.0.0",
      "workspaces": [
        "packages/*"
      ]
    },
    "node_modules/@apipin/custom-channels-v3": {
      "version": "0.1.1",
      "dev": true
    },
    "node_modules/api": {
      "resolved": "packages/api",
      "link": true
    },
    "node_modules/app": {
      "resolved": "packages/app",
      "link": true
    },
    "node_modules/custom-channels": {
      "name": "@apipin/custom-channels-2026-03",
      "version": "0.1.0"
    },
    "node_modules/legacy-lib": {
      "version": "2.0.0",
      "dependencies": {
        "@apipin/custom-channels-v3": "0.1.0"
      }
    },
    "node_modules/legacy-lib/node_modules/@apipin/custom-channels-v3": {
      "version": "0.1.0"
    },
    "packages/api": {
      "version": "1.0.0",
      "devDependencies": {
        "@apipin/custom-channels-v3": "^0.1.0"
      }
    },
    "packages/app": {
      "version": "1.0.0",
      "dependencies": {
        "custom-channels": "npm:@apipin/custom-channels-2026-03@^0.1.0",
        "legacy-lib": "^2.0.0"
      }
    }
  },
  "dependencies": {
    "@apipin/custom-channels-v3": {
      "version": "0.1.1",
      "dev": true
    },
    "api": {
      "version": "file:packages/api",
      "requires": {
        "@apipin/custom-channels-v3": "^0.1.0"
      }
    },
    "app": {
      "version": "file:packages/app",
      "requires": {
        "custom-channels": "npm:@apipin/custom-channels-2026-03@^0.1.0",
        "legacy-lib": "^2.0.0"
      }
    },
    "custom-channels": {
      "version": "npm:@apipin/custom-channels-2026-03@0.1.0"
    },
    "legacy-lib": {
      "version": "2.0.0",
      "requires": {
        "@apipin/custom-channels-v3": "0.1.0"
      },
      "dependencies": {
        "@apipin/custom-channels-v3": {
          "version": "0.1.0"
        }
      }
    }
  }
}
`,
  ],
  [
    'pnpm 6 and 7',
    'pnpm-lock.yaml',
    `lockfileVersion: 5.4

importers:

  .:
    specifiers: {}

  packages/api:
    specifiers:
      '@apipin/custom-channels-v3': ^0.1.0
    devDependencies:
      '@apipin/custom-channels-v3': 0.1.1

  packages/app:
    specifiers:
      custom-channels: npm:@apipin/custom-channels-2026-03@^0.1.0
      legacy-lib: ^1.0.0
    dependencies:
      custom-channels: /@apipin/custom-channels-2026-03/0.1.0
      legacy-lib: 1.0.0

packages:

  /@apipin/custom-channels-2026-03/0.1.0:
    resolution: {}
    dev: false

  /@apipin/custom-channels-v3/0.1.0:
    resolution: {}
    dev: false

  /@apipin/custom-channels-v3/0.1.1:
    resolution: {}
    dev: true

  /legacy-lib/1.0.0:
    resolution: {}
    dependencies:
      custom-channels: /@apipin/custom-channels-v3/0.1.0
    dev: false
`,
  ],
  [
    'pnpm 8',
    'pnpm-lock.yaml',
    `lockfileVersion: '6.0'

settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false

importers:

  .: {}

  packages/api:
    devDependencies:
      '@apipin/custom-channels-v3':
        specifier: ^0.1.0
        version: 0.1.1

  packages/app:
    dependencies:
      custom-channels:
        specifier: npm:@apipin/custom-channels-2026-03@^0.1.0
        version: /@apipin/custom-channels-2026-03@0.1.0
      legacy-lib:
        specifier: ^1.0.0
        version: 1.0.0

packages:

  /@apipin/custom-channels-2026-03@0.1.0:
    resolution: {}
    dev: false

  /@apipin/custom-channels-v3@0.1.0:
    resolution: {}
    dev: false

  /@apipin/custom-channels-v3@0.1.1:
    resolution: {}
    dev: true

  /legacy-lib@1.0.0:
    resolution: {}
    dependencies:
      custom-channels: /@apipin/custom-channels-v3@0.1.0
    dev: false
`,
  ],
  [
    'pnpm 9 to 12',
    'pnpm-lock.yaml',
    `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false

importers:

  .: {}

  packages/api:
    devDependencies:
      '@apipin/custom-channels-v3':
        specifier: ^0.1.0
        version: 0.1.1

  packages/app:
    dependencies:
      custom-channels:
        specifier: npm:@apipin/custom-channels-2026-03@^0.1.0
        version: '@apipin/custom-channels-2026-03@0.1.0'
      legacy-lib:
        specifier: ^1.0.0
        version: 1.0.0

packages:

  '@apipin/custom-channels-2026-03@0.1.0':
    resolution: {}

  '@apipin/custom-channels-v3@0.1.0':
    resolution: {}

  '@apipin/custom-channels-v3@0.1.1':
    resolution: {}

  legacy-lib@1.0.0:
    resolution: {}

snapshots:

  '@apipin/custom-channels-2026-03@0.1.0': {}

  '@apipin/custom-channels-v3@0.1.0': {}

  '@apipin/custom-channels-v3@0.1.1': {}

  legacy-lib@1.0.0:
    dependencies:
      custom-channels: '@apipin/custom-channels-v3@0.1.0'
`,
  ],
  [
    'pnpm 12, with what it installs for itself',
    'pnpm-lock.yaml',
    `---
lockfileVersion: '9.0'

importers:

  .:
    configDependencies: {}
    packageManagerDependencies:
      pnpm:
        specifier: 12.0.0
        version: 12.0.0

packages:

  pnpm@12.0.0:
    resolution: {}

snapshots:

  pnpm@12.0.0: {}

---
lockfileVersion: '9.0'

settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false

importers:

  .: {}

  packages/api:
    devDependencies:
      '@apipin/custom-channels-v3':
        specifier: ^0.1.0
        version: 0.1.1

  packages/app:
    dependencies:
      custom-channels:
        specifier: npm:@apipin/custom-channels-2026-03@^0.1.0
        version: '@apipin/custom-channels-2026-03@0.1.0'
      legacy-lib:
        specifier: ^1.0.0
        version: 1.0.0

packages:

  '@apipin/custom-channels-2026-03@0.1.0':
    resolution: {}

  '@apipin/custom-channels-v3@0.1.0':
    resolution: {}

  '@apipin/custom-channels-v3@0.1.1':
    resolution: {}

  legacy-lib@1.0.0:
    resolution: {}

snapshots:

  '@apipin/custom-channels-2026-03@0.1.0': {}

  '@apipin/custom-channels-v3@0.1.0': {}

  '@apipin/custom-channels-v3@0.1.1': {}

  legacy-lib@1.0.0:
    dependencies:
      custom-channels: '@apipin/custom-channels-v3@0.1.0'
`,
  ],
  [
    'yarn 1',
    'yarn.lock',
    `# THIS IS AN AUTOGENERATED FILE. DO NOT EDIT THIS FILE DIRECTLY.
# yarn lockfile v1


"@apipin/custom-channels-v3@^0.1.0":
  version "0.1.1"

"custom-channels@npm:@apipin/custom-channels-2026-03@^0.1.0":
  version "0.1.0"

"custom-channels@npm:@apipin/custom-channels-v3@0.1.0":
  version "0.1.0"

legacy-lib@^1.0.0:
  version "1.0.0"
  dependencies:
    custom-channels "npm:@apipin/custom-channels-v3@0.1.0"
`,
  ],
  [
    'yarn 2 to 4',
    'yarn.lock',
    `# This file is generated by running "yarn install" inside your project.
# Manual changes might be lost - proceed with caution!

__metadata:
  version: 10
  cacheKey: 10c0

"@apipin/custom-channels-v3@npm:^0.1.0":
  version: 0.1.1
  resolution: "@apipin/custom-channels-v3@npm:0.1.1"
  languageName: node
  linkType: hard

"api@workspace:packages/api":
  version: 0.0.0-use.local
  resolution: "api@workspace:packages/api"
  dependencies:
    "@apipin/custom-channels-v3": "npm:^0.1.0"
  languageName: unknown
  linkType: soft

"app@workspace:packages/app":
  version: 0.0.0-use.local
  resolution: "app@workspace:packages/app"
  dependencies:
    custom-channels: "npm:@apipin/custom-channels-2026-03@^0.1.0"
    legacy-lib: "npm:^1.0.0"
  languageName: unknown
  linkType: soft

"custom-channels@npm:@apipin/custom-channels-2026-03@^0.1.0":
  version: 0.1.0
  resolution: "@apipin/custom-channels-2026-03@npm:0.1.0"
  languageName: node
  linkType: hard

"custom-channels@npm:@apipin/custom-channels-v3@0.1.0":
  version: 0.1.0
  resolution: "@apipin/custom-channels-v3@npm:0.1.0"
  languageName: node
  linkType: hard

"legacy-lib@npm:^1.0.0":
  version: 1.0.0
  resolution: "legacy-lib@npm:1.0.0"
  dependencies:
    custom-channels: "npm:@apipin/custom-channels-v3@0.1.0"
  languageName: node
  linkType: hard

"root@workspace:.":
  version: 0.0.0-use.local
  resolution: "root@workspace:."
  languageName: unknown
  linkType: soft
`,
  ],
  [
    'bun',
    'bun.lock',
    `{
  "lockfileVersion": 2,
  "configVersion": 1,
  "workspaces": {
    "": {
      "name": "root",
    },
    "packages/api": {
      "name": "api",
      "version": "1.0.0",
      "devDependencies": {
        "@apipin/custom-channels-v3": "^0.1.0",
      },
    },
    "packages/app": {
      "name": "app",
      "version": "1.0.0",
      "dependencies": {
        "custom-channels": "npm:@apipin/custom-channels-2026-03@^0.1.0",
        "legacy-lib": "^1.0.0",
      },
    },
  },
  "packages": {
    "@apipin/custom-channels-v3": ["@apipin/custom-channels-v3@0.1.1", "", {}, ""],

    "api": ["api@workspace:packages/api"],

    "app": ["app@workspace:packages/app"],

    "custom-channels": ["@apipin/custom-channels-2026-03@0.1.0", "", {}, ""],

    "legacy-lib": ["legacy-lib@1.0.0", "", { "dependencies": { "custom-channels": "npm:@apipin/custom-channels-v3@0.1.0" } }, ""],

    "legacy-lib/custom-channels": ["@apipin/custom-channels-v3@0.1.0", "", {}, ""],
  }
}
`,
  ],
];

const NPM_6 = `{
  "name": "root",
  "version": "1.0.0",
  "lockfileVersion": 1,
  "requires": true,
  "dependencies": {
    "@apipin/custom-channels-v3": {
      "version": "0.1.1"
    },
    "custom-channels": {
      "version": "npm:@apipin/custom-channels-2026-03@0.1.0"
    },
    "legacy-lib": {
      "version": "2.0.0",
      "requires": {
        "@apipin/custom-channels-v3": "0.1.0"
      },
      "dependencies": {
        "@apipin/custom-channels-v3": {
          "version": "0.1.0"
        }
      }
    }
  }
}
`;

interface Reading {
  readonly graph: LockGraph | undefined;
  readonly problems: readonly string[];
}

async function read(
  file: string,
  text: string | Buffer,
  manifests: Readonly<Record<string, object>> = {
    '': ROOT,
    'packages/app': APP,
    'packages/api': API,
  },
): Promise<Reading> {
  const folder = await createFolder({});
  await writeFile(posix.join(folder, file), text);
  const projects = Object.entries(manifests).map(([path, manifest]): Project =>
    parseProject(posix.join(folder, path), JSON.stringify(manifest)),
  );
  const problems: string[] = [];
  const lockfile = await readLockfile(
    folder,
    projects,
    () => true,
    (path, message) => problems.push(`${posix.relative(folder, path)} ${message}`),
  );
  return { graph: lockfile?.graph, problems };
}

function reached({ graph }: Reading, folder: string): string[] {
  if (graph === undefined) return [];
  return reachFrom(graph, folder, () => true).map(
    ({ node, path }) => `${path.join(' > ')} = ${node.name} ${node.version}`,
  );
}

test.each(LOCKFILES)(
  '%s: each project has what it asks for, and what that brings along',
  async (_, file, text) => {
    const reading = await read(file, text);
    expect(reading.problems).toEqual([]);
    expect(reached(reading, 'packages/api')).toEqual([
      '@apipin/custom-channels-v3 = @apipin/custom-channels-v3 0.1.1',
    ]);
    const [alias, library, transitive, ...more] = reached(reading, 'packages/app');
    expect(alias).toBe('custom-channels = @apipin/custom-channels-2026-03 0.1.0');
    expect(library).toMatch(/^legacy-lib = legacy-lib \d\.0\.0$/);
    expect(transitive).toMatch(/^legacy-lib > \S+ = @apipin\/custom-channels-v3 0\.1\.0$/);
    expect(more).toEqual([]);
  },
);

test('npm 6, lockfileVersion 1: what the project itself asks for is in its package.json', async () => {
  const dependencies = {
    ...APP.dependencies,
    '@apipin/custom-channels-v3': '^0.1.0',
  };
  const reading = await read('package-lock.json', NPM_6, { '': { ...ROOT, dependencies } });
  expect(reading.problems).toEqual([]);
  expect(reached(reading, '')).toEqual([
    'custom-channels = @apipin/custom-channels-2026-03 0.1.0',
    'legacy-lib = legacy-lib 2.0.0',
    '@apipin/custom-channels-v3 = @apipin/custom-channels-v3 0.1.1',
    'legacy-lib > @apipin/custom-channels-v3 = @apipin/custom-channels-v3 0.1.0',
  ]);
});

test('a project that is used by another brings its dependencies, and not what it is developed with', async () => {
  const lock = `lockfileVersion: '9.0'
importers:
  packages/app:
    dependencies:
      api: { specifier: 'workspace:*', version: link:../api }
  packages/api:
    dependencies:
      used: { specifier: ^1.0.0, version: 1.0.0(peer@2.0.0) }
    devDependencies:
      tool: { specifier: ^1.0.0, version: 1.0.0 }
packages:
  used@1.0.0: { resolution: {} }
  tool@1.0.0: { resolution: {} }
snapshots:
  used@1.0.0(peer@2.0.0): {}
  tool@1.0.0: {}
`;
  const reading = await read('pnpm-lock.yaml', lock);
  expect(reached(reading, 'packages/app')).toEqual([
    'api = undefined undefined',
    'api > used = used 1.0.0',
  ]);
  expect(reached(reading, 'packages/api')).toEqual(['tool = tool 1.0.0', 'used = used 1.0.0']);
});

test('dependencies that lead in a circle are reached once', async () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '1' } },
      'node_modules/b': { version: '1.0.0', dependencies: { a: '1', b: '1' } },
    },
  };
  const reading = await read('package-lock.json', JSON.stringify(lock));
  expect(reached(reading, '')).toEqual(['a = a 1.0.0', 'a > b = b 1.0.0']);
});

test.each([
  ['package-lock.json', '{', /^package-lock\.json cannot be read as a lockfile: /],
  ['package-lock.json', '\u0000\u0001', /cannot be read as a lockfile/],
  ['pnpm-lock.yaml', 'a: [', /cannot be read as a lockfile/],
  ['pnpm-lock.yaml', '['.repeat(200_000), /cannot be read as a lockfile/],
  ['yarn.lock', '__metadata:\n  version: 8\n bad: [', /cannot be read as a lockfile/],
  ['bun.lock', '{"packages": "', /cannot be read as a lockfile/],
  ['bun.lockb', '#!/usr/bin/env bun', /binary; bun install --save-text-lockfile/],
])('%s that cannot be read is a problem, and no more (%#)', async (file, text, message) => {
  const { graph, problems } = await read(file, text);
  expect(graph).toBeUndefined();
  expect(problems).toEqual([expect.stringMatching(message)]);
});

test('a few lines of aliases that stand for billions are not followed', async () => {
  const levels = Array.from({ length: 30 }, (_, level) => {
    const items = Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*a${level - 1}`));
    return `a${level}: &a${level} [${items.join(', ')}]`;
  });
  const { problems } = await read('pnpm-lock.yaml', `${levels.join('\n')}\n`);
  expect(problems).toEqual([expect.stringMatching(/aliases exceeded/)]);
});

test.each([
  [
    'package-lock.json',
    '{"packages": {"": {"dependencies": {"__proto__": "1", "constructor": "1"}}}}',
  ],
  [
    'package-lock.json',
    '{"dependencies": {"__proto__": {"version": "1"}}, "__proto__": {"packages": 1}}',
  ],
  ['package-lock.json', '[]'],
  ['package-lock.json', '{"packages": {"": 1, "node_modules/a": [], "b": {"link": true}}}'],
  ['pnpm-lock.yaml', '__proto__: {importers: 1}\nimporters: {__proto__: {dependencies: {a: b}}}\n'],
  ['yarn.lock', '__proto__:\n  version "1"\n  dependencies:\n    __proto__ "1"\n'],
  ['bun.lock', '{"workspaces": {"": []}, "packages": {"__proto__": ["__proto__@1"], "a": 1},}'],
])('%s with strange contents is read for what it is: %s', async (file, text) => {
  expect((await read(file, text)).problems).toEqual([]);
});

test('an npm lockfile that nests packages without end is read in time', async () => {
  const depth = 20_000;
  const text = `${'{"dependencies":{"a":'.repeat(depth)}{}${'}}'.repeat(depth)}`;
  const { graph, problems } = await read('package-lock.json', text);
  expect(problems).toEqual([]);
  expect(graph?.nodes.size).toBeLessThan(100);
});

test('a bun lockfile of quotes and backslashes is read in time', async () => {
  const { problems } = await read('bun.lock', '"\\'.repeat(500_000));
  expect(problems).toHaveLength(1);
});
