/** A place where two JSON values differ; `undefined` stands for an absent property. */
export interface Difference {
  /** RFC 6901 pointer, in both values. */
  readonly pointer: string;
  readonly was: unknown;
  readonly becomes: unknown;
}

/** The deepest places where two JSON values differ. The order of properties does not matter. */
export function differences(was: unknown, becomes: unknown, pointer = ''): Difference[] {
  if (Object.is(was, becomes)) return [];
  if (!isContainer(was) || !isContainer(becomes) || Array.isArray(was) !== Array.isArray(becomes)) {
    return [{ pointer, was, becomes }];
  }
  const names = new Set([...Object.keys(was), ...Object.keys(becomes)]);
  return [...names].flatMap((name) =>
    differences(ownProperty(was, name), ownProperty(becomes, name), `${pointer}/${escape(name)}`),
  );
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function ownProperty(container: object, name: string): unknown {
  return Object.hasOwn(container, name) ? Reflect.get(container, name) : undefined;
}

function escape(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
