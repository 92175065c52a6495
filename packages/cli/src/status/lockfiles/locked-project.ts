/** What lockfiles that leave out the projects have to be told of them. */
export interface LockedProject {
  /** Relative to the lockfile, with `/` between segments; empty for the folder of the lockfile. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Specifiers by name. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** The names among them that are for the development of the project alone. */
  readonly development: ReadonlySet<string>;
}
