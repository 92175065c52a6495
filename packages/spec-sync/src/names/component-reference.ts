import { childPointer, pointerTokens } from '@apipin/openapi-model';

/** A component by its section and name. */
export interface ComponentName {
  readonly section: string;
  readonly name: string;
}

/** What a `$ref` says of a component. */
export interface ComponentReference extends ComponentName {
  /** RFC 6901 pointer below the component; empty for the component itself. */
  readonly below: string;
}

/** A key for maps over the components of all sections. */
export function componentId({ section, name }: ComponentName): string {
  return `${section}/${name}`;
}

/** Reads a reference to a component of the same document, or to something inside one. */
export function parseComponentReference(ref: string): ComponentReference | undefined {
  const tokens = fragmentTokens(ref);
  const [components, section, name, ...below] = tokens ?? [];
  if (components !== 'components' || section === undefined || name === undefined) return undefined;
  return { section, name, below: below.reduce(childPointer, '') };
}

/**
 * The tokens of the pointer in `ref`, percent-decoded and unescaped; `undefined` where it is no pointer into the same
 * document.
 */
export function fragmentTokens(ref: string): string[] | undefined {
  if (!ref.startsWith('#/')) return undefined;
  try {
    return pointerTokens(decodeURIComponent(ref.slice(1)));
  } catch {
    return undefined;
  }
}

/** `ref` with another token at `index` of its pointer, and every other character as it was. */
export function replaceFragmentToken(ref: string, index: number, token: string): string {
  const written = ref.split('/');
  const encoded = encodeToken(token);
  // Braces have to be encoded, and by and large nobody does.
  const hasBraces = written[index + 1]?.includes('{') === true;
  written[index + 1] = hasBraces ? encoded.replaceAll('%7B', '{').replaceAll('%7D', '}') : encoded;
  return written.join('/');
}

/** The reference to a component. */
export function componentReference({ section, name }: ComponentName): string {
  return `#/components/${section}/${encodeToken(name)}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc6901#section-6 */
function encodeToken(token: string): string {
  const escaped = childPointer('', token).slice(1);
  // Half of a surrogate pair has no encoding; such a name can only be written as it is.
  return escaped.isWellFormed() ? encodeURI(escaped).replaceAll('#', '%23') : escaped;
}
