export {
  changesetFileName,
  renderChangeset,
  type ChangesetInput,
} from './changeset/render-changeset.ts';
export type { GeneratedPackage, PackageVerdict } from './changeset/generated-package.ts';
export { judgePackages } from './changeset/judge-packages.ts';
export { UnexplainedLoweringError, type BumpOverride } from './changeset/override.ts';
export { compareDeclarations } from './declarations/compare-declarations.ts';
export { compareExportedNames } from './declarations/compare-exported-names.ts';
export type {
  DeclarationChange,
  DeclarationDiff,
  EmittedFile,
} from './declarations/declaration-diff.ts';
export { fetchSource, type FetchedDocument, type FetchedSource } from './fetch/fetch-source.ts';
export { SourceError } from './fetch/source-error.ts';
export { isUrl, nameSource } from './fetch/source-name.ts';
export type { FileChange } from './files/file-change.ts';
export { FilesLockedError } from './files/files-locked-error.ts';
export { lockFiles, recoverFiles, writeFiles, type LockedFiles } from './files/lock-files.ts';
export { RecoveryError } from './files/recovery-error.ts';
export { RefusedPathError } from './files/refused-path-error.ts';
export { WriteFailedError } from './files/write-failed-error.ts';
export { cancelledChangesets } from './lock/cancelled-changesets.ts';
export { LockError } from './lock/lock-error.ts';
export { rememberMeaning, type EarlierMeaning, type LeftMeaning, type Lock } from './lock/lock.ts';
export { parseLock, parsePending } from './lock/parse-lock.ts';
export { renderLock, renderPending } from './lock/render-lock.ts';
export { editText } from './names/edit-text.ts';
export { holdNames, lockNames } from './names/hold-names.ts';
export { isNameLock } from './names/is-name-lock.ts';
export { listNames, type ListedName } from './names/list-names.ts';
export { NameEditError } from './names/name-edit-error.ts';
export type { NameLock, Renaming } from './names/name-lock.ts';
export { renameInLock, type NameEdit } from './names/rename-in-lock.ts';
export { renderNames } from './names/render-names.ts';
export { parseDuration, settleChanges, type Pending } from './plan/settle.ts';
export { documentText } from './take/document-text.ts';
export { refersElsewhere } from './take/refers-elsewhere.ts';
export { takeDocument, type TakenDocument } from './take/take-document.ts';
