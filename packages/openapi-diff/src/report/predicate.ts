import type { Change } from '../change.ts';

/** The message without the subject that it begins with, for reports that show the subject apart. */
export function predicateOf({ subject, message }: Change): string {
  const start = `${subject}: `;
  return message.startsWith(start) ? message.slice(start.length) : message;
}
