import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes renames in `folder` outlive a loss of power. */
export function syncFolder(folder: string): void {
  // Windows opens no folders, and its file system keeps a log of renames itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
