import { ForeignFilesError, IncomparableSpecsError } from '@apipin/codegen';
import {
  FilesLockedError,
  LockError,
  NameEditError,
  RecoveryError,
  RefusedPathError,
  SourceError,
  UnexplainedLoweringError,
  WriteFailedError,
} from '@apipin/spec-sync';
import { UsageError } from './command.ts';

/** Errors whose message is all that the user needs, in whichever command they occur. */
const EXPLAINED = [
  FilesLockedError,
  ForeignFilesError,
  IncomparableSpecsError,
  LockError,
  NameEditError,
  RecoveryError,
  RefusedPathError,
  SourceError,
  UnexplainedLoweringError,
  UsageError,
  WriteFailedError,
];

/** Whether an error says what the user has to do, and is no bug of ours. */
export function isExplained(error: unknown): error is Error {
  return EXPLAINED.some((type) => error instanceof type);
}
