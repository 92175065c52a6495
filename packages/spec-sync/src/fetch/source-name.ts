/** Whether a source is a URL; it is a path otherwise. */
export function isUrl(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
}

/** A source as it may be shown and stored: queries and user information can hold secrets. */
export function nameSource(source: string): string {
  if (!isUrl(source)) return source;
  const url = URL.parse(source);
  return url === null ? source.replace(/:.*/s, '://…') : nameUrl(url);
}

/** A URL without its query string, user information and fragment. */
export function nameUrl({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}
