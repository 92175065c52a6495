import type { DeclarationDiff } from '../declarations/declaration-diff.ts';

/** A package that was generated from a spec, and what its new generation declares differently. */
export type GeneratedPackage = ClientPackage | ValidatorPackage | CompatPackage;

/** Types and methods. */
export interface ClientPackage {
  readonly kind: 'client';
  /** Its name, such as `@apipin/custom-channels-v3`. */
  readonly package: string;
  readonly declarations: DeclarationDiff;
}

/** Functions that tell values which match a schema from others. */
export interface ValidatorPackage {
  readonly kind: 'validators';
  readonly package: string;
  readonly declarations: DeclarationDiff;
}

/** What keeps code for the older of two versions of an API running on the newer one. */
export interface CompatPackage {
  readonly kind: 'compat';
  readonly package: string;
  readonly declarations: DeclarationDiff;
  /** Which of the two versions the changed spec is. */
  readonly side: 'old' | 'current';
}

/** How the version of a package has to change, and why. */
export interface PackageVerdict {
  readonly package: string;
  readonly bump: 'major' | 'minor' | 'patch' | 'none';
  /** What asks for this bump and for no lower one, a sentence each, without a full stop. */
  readonly reasons: readonly string[];
}
