import type { Issue } from '../standard-schema.ts';
import { CompatError } from './compat-error.ts';
import { afterwards, listIssues } from './wording.ts';

type MappedPart = 'parameters' | 'request body' | 'response body';

/** A valid value became an invalid one. This is a bug of the compat package, whatever the value. */
export class InvalidMappingError extends CompatError {
  override readonly name = 'InvalidMappingError';
  readonly operationId: string;
  /** What {@link issues} point into; for parameters, an object that holds an object for each location. */
  readonly part: MappedPart;
  /** The version that the value was mapped to. */
  readonly version: string;
  readonly issues: readonly Issue[];

  constructor(at: {
    readonly operationId: string;
    readonly part: MappedPart;
    readonly version: string;
    readonly issues: readonly Issue[];
  }) {
    super(
      `${at.operationId} ${at.part}: our mapping produced something that is not valid ` +
        `${at.version}: ${listIssues(at.issues)}; please report this. ${afterwards(at.part)}`,
    );
    this.operationId = at.operationId;
    this.part = at.part;
    this.version = at.version;
    this.issues = at.issues;
  }
}
