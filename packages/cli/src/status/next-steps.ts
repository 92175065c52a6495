import type { Consumer, ResolvedPin } from './consumer.ts';
import type { StatusReport, VersionReport } from './judge.ts';
import { clientPackageName, compatPackageName, validatorsPackageName } from './known-api.ts';
import type { PackageManager } from './lockfiles/read-lockfile.ts';

const INSTALL: Readonly<Record<PackageManager, string>> = {
  npm: 'npm install',
  pnpm: 'pnpm add',
  yarn: 'yarn add',
  bun: 'bun add',
};

/** What to do about versions that have a successor: where to move each pin, and what to do meanwhile. */
export function nextSteps(report: StatusReport): string[] {
  const outdated = report.versions.filter(({ successor }) => successor !== undefined);
  return outdated.flatMap((version) => [
    ...report.consumers.flatMap((consumer) =>
      consumer.pins
        .filter(({ identity }) => identity.api === version.api && identity.version === version.id)
        .map((pin) => describeMove(consumer, pin, version)),
    ),
    ...(isPinned(report, version) ? [describeCompat(version)] : []),
    ...(hasLiteralPaths(report, version) ? [describeClient(version)] : []),
  ]);
}

function describeMove(
  { folder, packageManager = 'npm', pins }: Consumer,
  { name, package: of, specifier, identity }: ResolvedPin,
  { successor = '' }: VersionReport,
): string {
  const { api, role, version } = identity;
  const target = (role === 'validators' ? validatorsPackageName : clientPackageName)(
    api,
    successor,
  );
  const manifest = folder === '.' ? 'package.json' : `${folder}/package.json`;
  const next = pins.find((pin) => pin.package === target);
  if (next !== undefined)
    return `${manifest}: import ${next.name} in place of ${name}, and remove that`;
  // Within a workspace there is nothing to install: the line itself moves.
  if (specifier.startsWith('workspace:') && name !== of) {
    return `${manifest}: "${name}": "${specifier.replace(of, target)}"`;
  }
  // A name without a version in it stays as it is when the pin moves again.
  const alias = name === of ? name.replace('@apipin/', '').replace(`-${version}`, '') : name;
  return `${manifest}: ${INSTALL[packageManager]} ${alias}@npm:${target}`;
}

function describeCompat({ api, id }: VersionReport): string {
  return `to keep code for ${id} meanwhile, ${compatPackageName(api)} maps it to a newer version`;
}

function describeClient({ id, successorPackage }: VersionReport): string {
  return `in place of literal paths of ${id}, call the operations of ${successorPackage}`;
}

function isPinned({ consumers }: StatusReport, { api, id }: VersionReport): boolean {
  return consumers.some(({ pins }) =>
    pins.some(({ identity }) => identity.api === api && identity.version === id),
  );
}

function hasLiteralPaths({ literalPaths }: StatusReport, { api, id }: VersionReport): boolean {
  return literalPaths.some((site) => site.api === api && site.version === id);
}
