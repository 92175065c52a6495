/** Text of a spec as it may be shown: in one line, and without characters that change how others are shown. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\p{Z}]+/gu, ' ');
}
