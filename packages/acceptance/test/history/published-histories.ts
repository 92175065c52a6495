import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PublishedDocument } from './replay.ts';

const run = promisify(execFile);

/** Where documents are kept between runs. */
const CACHE = fileURLToPath(new URL('../../node_modules/.history/', import.meta.url));

/** A package each of whose versions has an OpenAPI document. */
export interface PublishedHistory {
  readonly package: string;
  /** The document in the package. */
  readonly path: string;
  /** In the order of their publication. */
  readonly versions: readonly string[];
  /** Versions that have errors, and the code of one. */
  readonly refused: Readonly<Record<string, string>>;
  /** Versions that differ from those before in something that nobody has to notice, and in what. */
  readonly unnoticed: Readonly<Record<string, string>>;
}

/** Histories of APIs of other people, as they were published. */
export const PUBLISHED_HISTORIES: readonly PublishedHistory[] = [
  {
    package: '@redotech/redo-api-schema',
    path: 'lib/openapi.yaml',
    versions: [
      '2.2.36',
      '2.2.41',
      '2.2.42',
      '2.2.43',
      '2.2.44',
      '2.2.45',
      '2.2.63',
      '2.2.70',
      '2.2.75',
      '2.2.77',
      '2.2.80',
      '2.2.81',
      '2.2.83',
      '2.2.88',
      '2.2.90',
      '2.2.92',
      '2.2.101',
      '2.2.108',
      '2.2.110',
      '2.2.112',
      '2.2.114',
      '2.2.116',
      '2.2.122',
      '2.2.126',
      '2.2.128',
      '2.2.131',
      '2.2.134',
      '2.2.137',
      '2.2.144',
      '2.2.146',
      '2.2.149',
      '2.2.151',
      '2.2.153',
      '2.2.155',
      '2.2.158',
      '2.2.161',
      '2.2.162',
      '2.2.172',
      '2.2.174',
      '2.2.178',
      '2.2.182',
      '2.2.187',
      '2.2.190',
      '2.2.192',
      '2.2.194',
      '2.2.198',
      '2.2.216',
      '2.2.219',
      '2.2.238',
      '2.2.245',
      '2.2.315',
      '2.2.320',
      '2.2.323',
      '2.2.331',
      '2.2.405',
      '2.2.416',
      '2.2.418',
      '2.2.423',
      '2.2.427',
      '2.2.432',
      '2.2.435',
      '2.2.447',
      '2.2.449',
      '2.2.476',
      '2.2.480',
      '2.2.482',
      '2.2.487',
      '2.2.504',
      '2.2.508',
      '2.2.514',
      '2.2.519',
      '2.2.523',
      '2.2.528',
      '2.2.530',
      '2.2.534',
      '2.2.537',
      '2.2.539',
      '2.2.542',
      '2.2.546',
      '2.2.560',
      '2.2.564',
      '2.2.576',
      '2.2.583',
      '2.2.588',
      '2.2.592',
      '2.2.596',
      '2.2.600',
      '2.2.602',
      '2.2.619',
      '2.2.623',
      '2.2.642',
      '2.2.646',
      '2.2.656',
      '2.2.693',
    ],
    refused: { '2.2.63': 'type-unknown', '2.2.75': 'type-unknown' },
    unnoticed: {},
  },
  {
    package: '@figma/rest-api-spec',
    path: 'openapi/openapi.yaml',
    versions: [
      '0.10.0',
      '0.11.0',
      '0.13.0',
      '0.14.0',
      '0.15.0',
      '0.16.0',
      '0.18.0',
      '0.19.0',
      '0.20.0',
      '0.21.0',
      '0.22.0',
      '0.23.0',
      '0.24.0',
      '0.27.0',
      '0.28.0',
      '0.29.0',
      '0.30.0',
      '0.31.0',
      '0.32.0',
      '0.33.0',
      '0.34.0',
      '0.35.0',
      '0.36.0',
      '0.37.0',
      '0.38.0',
      '0.39.0',
      '0.40.0',
      '0.41.0',
      '0.42.0',
      '0.43.0',
    ],
    refused: {},
    unnoticed: {},
  },
  {
    package: '@blockfrost/openapi',
    path: 'openapi.yaml',
    versions: [
      '0.1.49',
      '0.1.54',
      '0.1.57',
      '0.1.58',
      '0.1.59',
      '0.1.60',
      '0.1.65',
      '0.1.67',
      '0.1.70-beta.0',
      '0.1.73',
      '0.1.78',
      '0.1.79',
      '0.1.81',
      '0.1.82',
      '0.1.84',
      '0.1.86',
      '0.1.92',
      '0.1.93',
    ],
    refused: {},
    unnoticed: {},
  },
  {
    package: '@digdir/dialogporten-schema',
    path: 'swagger.verified.json',
    versions: [
      '1.0.7',
      '1.0.9',
      '1.0.10',
      '1.0.11',
      '1.7.1-18101c1',
      '1.8.1-cd03956',
      '1.8.1-dbe296a',
      '1.18.0-162ce9a',
      '1.19.0-651ca62',
      '1.23.2',
      '1.40.0',
      '1.47.5-431c529',
      '1.118.6',
    ],
    refused: {},
    unnoticed: {},
  },
  {
    package: '@dcl/catalyst-api-specs',
    path: 'lib/api.yaml',
    versions: ['3.1.10', '3.2.1', '3.2.3', '3.3.0', '3.8.0'],
    refused: {},
    unnoticed: {},
  },
  {
    package: '@directus/specs',
    path: 'dist/openapi.json',
    versions: [
      '9.0.0-rc.83',
      '9.0.1',
      '9.4.3',
      '9.5.1',
      '9.6.0',
      '9.9.1',
      '9.12.2',
      '9.14.1',
      '9.16.1',
      '9.19.2',
      '9.21.0',
      '10.2.4',
    ],
    refused: { '9.21.0': 'schema-invalid', '10.2.4': 'schema-invalid' },
    unnoticed: { '9.16.1': 'drops a misspelled "description"' },
  },
];

/** The documents of a history, from the registry or the cache. */
export async function fetchHistory(history: PublishedHistory): Promise<PublishedDocument[]> {
  const documents: PublishedDocument[] = [];
  for (const version of history.versions) {
    const file = await fetchDocument(history, version);
    documents.push({ name: version, text: await readFile(file, 'utf8') });
  }
  return documents;
}

async function fetchDocument(
  { package: name, path }: PublishedHistory,
  version: string,
): Promise<string> {
  const folder = join(CACHE, name.replaceAll('/', '-'));
  const file = join(folder, version + extname(path));
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const scratch = await mkdtemp(join(folder, 'unpacked-'));
  try {
    await run('npm', ['pack', '--silent', '--pack-destination', scratch, `${name}@${version}`]);
    const [archive = ''] = await readdir(scratch);
    await run('tar', ['-xzf', archive, `package/${path}`], { cwd: scratch });
    await rename(join(scratch, 'package', path), file);
  } finally {
    await rm(scratch, { recursive: true });
  }
  return file;
}
