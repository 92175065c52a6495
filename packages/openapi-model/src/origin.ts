/** Where a document came from, so that its relative references can be followed. */
export type Origin = FileOrigin | UrlOrigin | StdinOrigin;

export interface FileOrigin {
  readonly kind: 'file';
  /** Absolute, with symbolic links resolved. */
  readonly path: string;
}

export interface UrlOrigin {
  readonly kind: 'url';
  /** After redirects. */
  readonly href: string;
}

interface StdinOrigin {
  readonly kind: 'stdin';
}
