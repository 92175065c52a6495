import type { KnownPackage } from './known-api.ts';
import type { PackageManager } from './lockfiles/read-lockfile.ts';
import type { Pin } from './read-pins.ts';
import type { ImportSite } from './sources/source-finding.ts';

/** A project that has to do with a known API. Paths are relative to the scanned folder, with `/` between segments. */
export interface Consumer {
  /** `.` for the scanned folder itself. */
  readonly folder: string;
  /** As `package.json` has it, where it has one. */
  readonly name: string | undefined;
  readonly packageManager: PackageManager | undefined;
  readonly lockfile: string | undefined;
  readonly pins: readonly ResolvedPin[];
  /** Packages of known APIs that come with its dependencies. */
  readonly transitive: readonly TransitivePin[];
  /** Imports of such packages that no `package.json` around the file asks for. */
  readonly unpinnedImports: readonly FileImport[];
}

/** A pin, what is installed for it, and where it is used. */
export interface ResolvedPin extends Pin {
  /** The version of the package; `undefined` where neither a lockfile nor a linked folder tells. */
  readonly resolved: string | undefined;
  readonly imports: readonly FileImport[];
}

/** A package that a dependency brings along. */
export interface TransitivePin {
  readonly package: string;
  readonly identity: KnownPackage;
  readonly resolved: string | undefined;
  /** The names it is reached through, its own at the end. */
  readonly path: readonly string[];
}

/** An import of a package of a known API. */
export interface FileImport extends ImportSite {
  readonly file: string;
  readonly identity: KnownPackage;
}
