/**
 * The scripts of a component (Vue, Svelte), with blanks in place of everything else, so that all of it stands where it
 * stood.
 */
export function scriptBlocks(source: string): string {
  const opening = /<script/gi;
  const closing = /<\/script/gi;
  let blocks = '';
  for (let at = 0; ;) {
    opening.lastIndex = at;
    const tag = opening.exec(source);
    const start = tag === null ? 0 : source.indexOf('>', tag.index) + 1;
    if (start === 0) return blocks + blank(source.slice(at));
    closing.lastIndex = start;
    const end = closing.exec(source)?.index ?? source.length;
    blocks += blank(source.slice(at, start)) + source.slice(start, end);
    at = end;
  }
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
