import { stringLiteral } from '../source-text.ts';
import type { ApiVersion } from './emit-api-version.ts';

/** How long before the end of its support a version is worth a warning, in ms: 180 days. */
const notice = 180 * 24 * 60 * 60 * 1000;

/** Emits what a client warns of from 180 days before its version's end; nothing where the end is not known. */
export function emitEndNotice({ api, id, supportedUntil = '', successor }: ApiVersion): string {
  const end = Date.parse(supportedUntil);
  if (Number.isNaN(end)) return '';
  const from = new Date(end - notice).toISOString().slice(0, 10);
  const advice = successor === undefined ? '' : `move to ${successor}, or `;
  const text = `APIPIN_END_OF_SUPPORT: ${api} ${id} ends ${supportedUntil}: ${advice}set warnBeforeEnd: false`;
  return `endNotice: { from: ${stringLiteral(from)}, text: ${stringLiteral(text)} }`;
}
