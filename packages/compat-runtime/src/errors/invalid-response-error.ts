import type { Issue } from '../standard-schema.ts';
import { CompatError } from './compat-error.ts';
import { afterwards, listIssues } from './wording.ts';

/** The upstream's answer is not valid in the version that it speaks. */
export class InvalidResponseError extends CompatError {
  override readonly name = 'InvalidResponseError';
  readonly operationId: string;
  /** The version that the upstream speaks. */
  readonly version: string;
  readonly issues: readonly Issue[];

  constructor(at: {
    readonly operationId: string;
    readonly version: string;
    readonly issues: readonly Issue[];
  }) {
    super(
      `${at.operationId} response body: the upstream's answer is not valid ${at.version}: ` +
        `${listIssues(at.issues)}; correct the description of ${at.version}, or leave validation ` +
        `out. ${afterwards('response body')}`,
    );
    this.operationId = at.operationId;
    this.version = at.version;
    this.issues = at.issues;
  }
}
