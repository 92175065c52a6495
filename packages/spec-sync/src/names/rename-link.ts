import { isJsonObject, type JsonObject, type JsonValue } from '@apipin/openapi-model';
import { renameExpressions, type Names } from './path-names.ts';

/** What is renamed in a link. */
export interface LinkNames {
  /** New operationId of the operation that the link leads to. */
  readonly operationId: (id: string) => string;
  readonly operationRef: (ref: string) => string;
  /** Path parameters of the operation that the link leads to. */
  readonly there: Names | undefined;
  /** Path parameters of the operation that the link comes from. */
  readonly here: Names | undefined;
}

/**
 * The member `name` of a link with everything in it renamed.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#link-object
 */
export function renameLinkMember(name: string, member: JsonValue, names: LinkNames): JsonValue {
  if (name === 'parameters' && isJsonObject(member)) return renameParameters(member, names);
  if (typeof member !== 'string') return member;
  switch (name) {
    case 'operationId':
      return names.operationId(member);
    case 'operationRef':
      return names.operationRef(member);
    case 'requestBody':
      return renameExpressions(member, names.here);
    default:
      return member;
  }
}

/** Each parameter is called by its name, with the location in front where several locations have that name. */
function renameParameters(parameters: JsonObject, { here, there }: LinkNames): JsonObject {
  const entries = Object.entries(parameters).map(([key, value]): [string, JsonValue] => {
    const location = key.startsWith('path.') ? 'path.' : '';
    const renamed = there?.get(key.slice(location.length));
    return [
      renamed === undefined ? key : location + renamed,
      typeof value === 'string' ? renameExpressions(value, here) : value,
    ];
  });
  const isSame = entries.every(([key, value]) => parameters[key] === value);
  return isSame ? parameters : Object.fromEntries(entries);
}
