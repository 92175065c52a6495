import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type VersionName = 'v3' | '2026-03';
export const versionNames: readonly VersionName[] = ['v3', '2026-03'];

/** What tests take from the specification of one API version. */
export interface Spec {
  /** Method and path template of each operation, by operationId. */
  readonly operations: ReadonlyMap<string, { readonly method: string; readonly path: string }>;
  /** The value of a named example. */
  example(name: string): any;
  /** The request bodies that an operation gives as examples, with their names. */
  requestExamples(operationId: string): [string, any][];
}

function loadSpec(version: VersionName): Spec {
  const file = new URL(`../../../specs/${version}/custom-channels.yaml`, import.meta.url);
  const { paths, components } = parse(readFileSync(file, 'utf8'));
  const operations = new Map(
    Object.entries<any>(paths).flatMap(([path, item]) =>
      ['get', 'post', 'patch', 'delete']
        .filter((method) => method in item)
        .map((method) => {
          const { operationId, requestBody } = item[method];
          return [operationId, { method: method.toUpperCase(), path, requestBody }] as const;
        }),
    ),
  );
  const example = (name: string) => components.examples[name].value;
  return {
    operations,
    example,
    requestExamples: (operationId) => {
      const { examples } = operations.get(operationId)!.requestBody.content['application/json'];
      return Object.entries<{ $ref: string }>(examples).map(([name, { $ref }]) => [
        name,
        example($ref.replace('#/components/examples/', '')),
      ]);
    },
  };
}

export const specs: Record<VersionName, Spec> = {
  v3: loadSpec('v3'),
  '2026-03': loadSpec('2026-03'),
};
