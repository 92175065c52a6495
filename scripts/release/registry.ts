import { runProcess } from './run-process.ts';
import type { Size } from './sizes.ts';
import { integrityOf } from './tarball.ts';

/** What a registry tells about one version of a package. */
export interface PublishedVersion {
  /** When it was published, as an ISO 8601 time. */
  readonly time: string;
  readonly dist: {
    readonly tarball: string;
    readonly integrity: string;
    /** Of all files, in bytes. */
    readonly unpackedSize?: number;
    readonly fileCount?: number;
  };
}

/** What a registry tells about a package. */
export interface PublishedPackage {
  readonly versions: ReadonlyMap<string, PublishedVersion>;
  /** The version that is installed where nobody asks for another. */
  readonly latest: string | undefined;
}

/** A registry did not answer, or not as a registry does. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
}

/** How long an answer may take, in ms. */
const TIMEOUT = 60_000;

/** The registry that npm is configured for. */
export async function readRegistry(cwd: string): Promise<URL> {
  const url = new URL((await runProcess('npm', ['config', 'get', 'registry'], { cwd })).trim());
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** Whether nobody but this machine reaches the registry. */
export function isOnLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/**
 * Asks for the published versions of a package; a package that was never published has none.
 *
 * @throws RegistryError
 */
export async function findPackage(registry: URL, name: string): Promise<PublishedPackage> {
  const response = await request(new URL(name.replace('/', '%2f'), registry));
  if (response.status === 404) return { versions: new Map(), latest: undefined };
  const { versions, time, ...rest } = (await (await expectSuccess(response)).json()) as {
    versions: Record<string, Omit<PublishedVersion, 'time'>>;
    time: Record<string, string>;
    'dist-tags': Record<string, string>;
  };
  return {
    versions: new Map(
      Object.entries(versions).map(([version, { dist }]) => [
        version,
        { dist, time: time[version] ?? '' },
      ]),
    ),
    latest: rest['dist-tags']['latest'],
  };
}

/**
 * Downloads the tarball of a published version.
 *
 * @throws RegistryError also where the bytes are not those that were published.
 */
export async function download({ dist }: PublishedVersion): Promise<Uint8Array> {
  const response = await expectSuccess(await request(new URL(dist.tarball)));
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (integrityOf(bytes) !== dist.integrity) {
    throw new RegistryError(`${dist.tarball}: its bytes are not those of ${dist.integrity}`);
  }
  return bytes;
}

/** The size of the last release; `undefined` where there is none, or where the registry does not tell. */
export async function sizeOfLatest({
  latest,
  versions,
}: PublishedPackage): Promise<Size | undefined> {
  const { tarball, unpackedSize, fileCount } = versions.get(latest ?? '')?.dist ?? {};
  if (tarball === undefined || unpackedSize === undefined || fileCount === undefined)
    return undefined;
  const { headers } = await expectSuccess(await request(new URL(tarball), 'HEAD'));
  const packed = headers.get('content-length');
  if (packed === null) return undefined;
  return { packed: Number(packed), unpacked: unpackedSize, files: fileCount };
}

async function request(url: URL, method = 'GET'): Promise<Response> {
  try {
    return await fetch(url, { method, signal: AbortSignal.timeout(TIMEOUT) });
  } catch (cause) {
    throw new RegistryError(`${url}: no answer; try again, nothing is published twice`, { cause });
  }
}

async function expectSuccess(response: Response): Promise<Response> {
  if (response.ok) return response;
  await response.body?.cancel();
  throw new RegistryError(`${response.url}: answered ${response.status}`);
}
