/** A process that holds the files of a root, as far as its lock tells. */
export interface LockHolder {
  readonly pid: number;
  /** Of the machine or container that knows the process by this id. */
  readonly host: string;
  /** The entry that is its lock. */
  readonly path: string;
}

/** Another process works on the files of the same root; nothing was changed. */
export class FilesLockedError extends Error {
  override readonly name = 'FilesLockedError';
  readonly holder: LockHolder;

  constructor(root: string, holder: LockHolder) {
    super(
      `${root}: another apipin is at work here (process ${holder.pid} on ${holder.host}); wait for its end, or remove ${holder.path} if there is no such process`,
    );
    this.holder = holder;
  }
}
