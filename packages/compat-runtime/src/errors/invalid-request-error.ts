import type { Issue } from '../standard-schema.ts';
import { CompatError } from './compat-error.ts';
import { listIssues } from './wording.ts';

/** The caller's request is not valid in the version that it is written for. */
export class InvalidRequestError extends CompatError {
  override readonly name = 'InvalidRequestError';
  readonly operationId: string;
  /** What {@link issues} point into; for parameters, an object that holds an object for each location. */
  readonly part: 'parameters' | 'request body';
  /** The version that the caller speaks. */
  readonly version: string;
  readonly issues: readonly Issue[];

  constructor(at: {
    readonly operationId: string;
    readonly part: 'parameters' | 'request body';
    readonly version: string;
    readonly issues: readonly Issue[];
  }) {
    super(
      `${at.operationId} ${at.part}: your request is not valid ${at.version}: ` +
        `${listIssues(at.issues)}; correct it. Nothing was sent.`,
    );
    this.operationId = at.operationId;
    this.part = at.part;
    this.version = at.version;
    this.issues = at.issues;
  }
}
