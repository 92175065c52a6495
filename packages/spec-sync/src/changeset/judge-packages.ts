import { RULES, type Area, type Bump, type Change } from '@apipin/openapi-diff';
import type { DeclarationDiff } from '../declarations/declaration-diff.ts';
import { highestBump } from './bump.ts';
import type { CompatPackage, GeneratedPackage, PackageVerdict } from './generated-package.ts';

/**
 * Judges each package that a changed spec generates, from where its users stand. Every package has a verdict of its
 * own; that some are released together under the highest of theirs is for the release to settle.
 *
 * @param changes - What changed between the specs.
 */
export function judgePackages(
  changes: readonly Change[],
  packages: readonly GeneratedPackage[],
): PackageVerdict[] {
  return packages.map((each) => {
    const findings = [
      ...changes.map((change) => ({ bump: judgeChange(change, each), reason: change.message })),
      ...declared(each.declarations),
    ];
    const bump = highestBump(findings.map((finding) => finding.bump));
    const reasons = findings.filter((finding) => finding.bump === bump).map(({ reason }) => reason);
    return { package: each.package, bump, reasons: bump === 'none' ? [] : [...new Set(reasons)] };
  });
}

function declared({ changes }: DeclarationDiff): { bump: Bump; reason: string }[] {
  return changes.map(({ bump, name, message }) => ({ bump, reason: `${name} ${message}` }));
}

function judgeChange(change: Change, each: GeneratedPackage): Bump {
  switch (each.kind) {
    case 'client':
      return judgeForClient(change);
    case 'validators':
      return judgeForValidators(change);
    case 'compat':
      return judgeForCompat(change, each);
  }
}

/**
 * Users of a client have code that compiled, and traffic that goes through it. What breaks either is major: a release is
 * how they hear of it.
 */
function judgeForClient({ wire, source }: Change): Bump {
  if (wire === 'breaking' || source === 'breaking') return 'major';
  return source === 'compatible' ? 'minor' : 'patch';
}

/** The parts of a document that validators are made of. */
const VALIDATED: ReadonlySet<Area> = new Set<Area>([
  'parameter',
  'request body',
  'response',
  'schema',
]);

/**
 * Users of validators have code that compiled, and values that passed. A validator that takes more than it did is an
 * addition, also where the older one would have refused what the API answers now. One that holds answers to a new
 * promise of the API is an addition too: it refuses what does not come any more.
 */
function judgeForValidators(change: Change): Bump {
  const { area, wire, source } = change;
  if (!VALIDATED.has(area)) return 'patch';
  if (source === 'breaking' || refuses(change)) return 'major';
  return wire === 'none' && source === 'none' ? 'patch' : 'minor';
}

/** Whether values are refused that were accepted, and may still come. */
function refuses({ rule, wire }: Change): boolean {
  const effect = RULES.get(rule)?.effect;
  return effect === 'unknown' || (wire === 'breaking' && effect !== 'widens');
}

/**
 * Users of a compat package have code for the older version, and types of it. Types of the newer one they pass on and
 * do not look into, so that what breaks code there does not break theirs. What breaks traffic on either side is a value
 * that was carried over and is refused now, or lost.
 */
function judgeForCompat({ wire, source, level }: Change, { side }: CompatPackage): Bump {
  if (wire === 'breaking' || (side === 'old' && source === 'breaking')) return 'major';
  return level === 'docs' ? 'patch' : 'minor';
}
