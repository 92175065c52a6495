import { isEmail } from './is-email.js';
import { isULabel } from './is-u-label.js';

/**
 * Whether `text` is an email address that may go beyond ASCII, such as `jürgen@münchen.example`. It is if it is one in
 * ASCII once every character and every label that the extension adds has given way to an `a`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6531#section-3.3
 */
export function isIdnEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at === -1) return false;
  // What a backslash quotes is ASCII as before.
  const localPart = text
    .slice(0, at)
    .replace(/\\[^]|[^\p{ASCII}\p{Cs}]/gu, (found) => (found.startsWith('\\') ? found : 'a'));
  const labels = text.slice(at + 1).split('.');
  return isEmail(
    `${localPart}@${labels.map((label) => (isULabel(label) ? 'a' : label)).join('.')}`,
  );
}
