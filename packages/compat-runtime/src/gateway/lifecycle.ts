import { CompatConfigurationError } from '../errors/compat-configuration-error.ts';

/** How far the served version may still be relied on. What is not known is left out. */
export interface Lifecycle {
  /** From when on the version is deprecated; may lie ahead. */
  readonly deprecated?: Date;
  /** When the version is expected to stop answering. */
  readonly sunset?: Date;
  /** URL of a page that tells people about the deprecation. */
  readonly link?: string;
}

/**
 * The headers that tell clients of a version's life: `Deprecation`, `Sunset` and `Link`.
 *
 * @throws CompatConfigurationError when a date is none, the version ends before it is deprecated,
 * or the link is no absolute URL.
 * @see https://www.rfc-editor.org/rfc/rfc9745
 * @see https://www.rfc-editor.org/rfc/rfc8594
 */
export function lifecycleHeaders({ deprecated, sunset, link }: Lifecycle): [string, string][] {
  requireDate('deprecated', deprecated);
  requireDate('sunset', sunset);
  if (deprecated !== undefined && sunset !== undefined && sunset < deprecated) {
    throw new CompatConfigurationError(
      'lifecycle: the sunset is before the deprecation; a version is deprecated first',
    );
  }
  const headers: [string, string][] = [];
  if (deprecated !== undefined) {
    headers.push(['deprecation', `@${Math.floor(deprecated.getTime() / 1000)}`]);
  }
  if (sunset !== undefined) headers.push(['sunset', sunset.toUTCString()]);
  if (link !== undefined) headers.push(['link', `<${hrefOf(link)}>; rel="deprecation"`]);
  return headers;
}

function requireDate(name: string, date: Date | undefined): void {
  if (date === undefined || !Number.isNaN(date.getTime())) return;
  throw new CompatConfigurationError(`lifecycle.${name}: not a valid date; leave it out`);
}

/** Normalised, so that nothing in it ends the `<…>` around it. */
function hrefOf(link: string): string {
  const url = URL.parse(link);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href.replaceAll('>', '%3E');
  throw new CompatConfigurationError('lifecycle.link: not an http(s) URL; give it in full');
}
