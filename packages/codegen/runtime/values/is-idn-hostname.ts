import { isHostname } from './is-hostname.js';
import { isULabel } from './is-u-label.js';

/**
 * Whether `text` is the name of a host that may go beyond ASCII, such as `www.münchen.example`. It is if it is one in
 * ASCII once every label beyond ASCII has given way to an `a`. Labels may be divided by an ideographic full stop.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5890#section-2.3.2.3
 * @see https://www.rfc-editor.org/rfc/rfc3490#section-3.1
 */
export function isIdnHostname(text: string): boolean {
  if (text.length > 253) return false;
  const labels = text.split(/[.\u3002\uFF0E\uFF61]/);
  return isHostname(labels.map((label) => (isULabel(label) ? 'a' : label)).join('.'));
}
