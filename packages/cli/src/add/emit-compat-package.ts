import type { VersionPair } from './addition.ts';
import { emitCompatReadme } from './emit-compat-readme.ts';
import { emitManifest } from './emit-manifest.ts';
import { emitRules } from './emit-rules.ts';
import { emitSettings } from './emit-settings.ts';
import type { MissingRule } from './compare-pair.ts';
import type { NewFile } from './new-file.ts';

/** Emits what is not generated of the package that maps between a pair of versions. */
export function emitCompatPackage(
  pair: VersionPair,
  title: string,
  missing: readonly MissingRule[],
): NewFile[] {
  const { api, spec: oldSpec } = pair.old;
  const specs = [oldSpec, pair.current.spec];
  const clients = [pair.old, pair.current].map(({ id }) => `${api}-${id}`);
  const manifest = emitManifest({
    name: `${api}-compat`,
    description: `Keeps code for one version of ${title} running on the other.`,
    exports: { '.': './dist/index.js' },
    scripts: {
      generate: `apipin generate compat ${specs.map((spec) => `../../specs/${spec}`).join(' ')} --out src/generated`,
      lint: 'oxlint --deny-warnings',
      test: 'vitest run',
    },
    dependencies: {
      '@apipin/compat-runtime': 'workspace:^',
      ...Object.fromEntries(clients.toSorted().map((name) => [`@apipin/${name}`, 'workspace:^'])),
    },
    devDependencies: { '@apipin/config': 'workspace:*' },
  });
  return [
    { path: 'README.md', contents: emitCompatReadme(pair, title) },
    { path: 'package.json', contents: manifest },
    ...emitSettings({
      references: ['compat-runtime', ...clients],
      generate: { specs: ['versions.yaml', ...specs], outputs: ['src/generated/**'] },
      hasTests: true,
    }),
    { path: 'src/create-compat-fetch.ts', contents: emitCreateCompatFetch(title) },
    { path: 'src/create-gateway.ts', contents: emitCreateGateway(title) },
    { path: 'src/create-shadow-fetch.ts', contents: emitCreateShadowFetch(title) },
    { path: 'src/index.ts', contents: INDEX },
    { path: 'src/rules/index.ts', contents: emitRules(missing, pair) },
    { path: 'src/rules/rules.test-d.ts', contents: RULES_TEST },
  ];
}

function emitCreateCompatFetch(title: string): string {
  return `import { createCompatFetch as createFetch, lossHandlerOf } from '@apipin/compat-runtime';
import type {
  CompatFetchOptions as RuntimeOptions,
  LossPolicies,
  LossPolicy,
  VersionPair,
} from '@apipin/compat-runtime';
import type { ChangeId } from './generated/index.ts';
import { plan } from './generated/index.ts';

type Old = typeof plan.versions.old;
type Current = typeof plan.versions.current;

/** The versions of a compat fetch, how it reaches the upstream, and what it does about losses. */
export type CompatFetchOptions = VersionPair<Old, Current> &
  Pick<RuntimeOptions<Old, Current>, 'fetch' | 'upstreamUrl' | 'validate'> & {
    /**
     * What to do about each value that is carried over with a loss: \`'report'\`, \`'throw'\` or a callback, for all losses
     * or for each change and severity.
     *
     * @defaultValue 'report', a warning on the console without values
     */
    readonly onLoss?: LossPolicy<ChangeId> | LossPolicies<ChangeId>;
  };

/**
 * Makes a \`fetch\` for a client of one version of ${title}, answered by the other.
 *
 * The \`fetch\` it makes rejects with
 * - \`UnmappableValueError\` when the other version cannot hold a value,
 * - \`UnmappedOperationError\` when a request is none of the operations that both versions have,
 * - \`InvalidRequestBodyError\` when a body that needs mapping is not JSON,
 * - \`InvalidRequestError\`, \`InvalidResponseError\` and \`InvalidMappingError\` as \`validate\` finds them,
 * - whatever \`onLoss\` and the upstream \`fetch\` throw.
 *
 * @throws CompatConfigurationError when \`serve\` and \`upstream\` are not the two versions.
 */
export function createCompatFetch({
  onLoss = 'report',
  ...options
}: CompatFetchOptions): typeof globalThis.fetch {
  return createFetch(plan, { ...options, onLoss: lossHandlerOf(onLoss) });
}
`;
}

function emitCreateGateway(title: string): string {
  return `import { createGateway as create } from '@apipin/compat-runtime';
import type { Gateway, GatewayOptions } from '@apipin/compat-runtime';
import { plan } from './generated/index.ts';

/**
 * Makes a fetch handler that serves one version of ${title} over the other, for
 * clients in any language: for Workers, Deno, Bun, or any server on Node.
 *
 * @throws CompatConfigurationError when an option makes no sense, such as an upstream that tokens
 * would be sent to in the clear.
 */
export function createGateway(
  options: GatewayOptions<typeof plan.versions.old, typeof plan.versions.current>,
): Gateway {
  return create(plan, options);
}
`;
}

function emitCreateShadowFetch(title: string): string {
  return `import { createOperationFinder, createShadowFetch as create } from '@apipin/compat-runtime';
import type { ShadowFetch, ShadowFetchOptions } from '@apipin/compat-runtime';
import { createCompatFetch } from './create-compat-fetch.ts';
import type { CompatFetchOptions } from './create-compat-fetch.ts';
import { plan } from './generated/index.ts';

/** The version that is served, the one it is compared with, and who hears of disagreements. */
export type CompatShadowOptions = CompatFetchOptions &
  Omit<ShadowFetchOptions, 'primary' | 'shadow' | 'nameOf'>;

/**
 * Makes a \`fetch\` for a client of one version of ${title} that is answered by that
 * version, and reports where the other one would have answered a read differently.
 *
 * Both are asked through \`fetch\`, the other version at \`upstreamUrl\`. A disagreement has the
 * operationId as its name.
 *
 * @throws CompatConfigurationError when \`serve\` and \`upstream\` are not the two versions.
 */
export function createShadowFetch(options: CompatShadowOptions): ShadowFetch {
  const { serve, fetch: send = (...args) => globalThis.fetch(...args) } = options;
  const findOperation = createOperationFinder(plan, serve);
  return create({
    ...options,
    primary: (input, init) =>
      send(new Request(input, init), init?.signal ? { signal: init.signal } : {}),
    shadow: createCompatFetch(options),
    nameOf: ({ method, url }) => findOperation(method, url)?.operationId,
  });
}
`;
}

const INDEX = `export { createCompatFetch } from './create-compat-fetch.ts';
export type { CompatFetchOptions } from './create-compat-fetch.ts';
export { createGateway } from './create-gateway.ts';
export { createShadowFetch } from './create-shadow-fetch.ts';
export type { CompatShadowOptions } from './create-shadow-fetch.ts';
export { components, loneOperations, operations, plan } from './generated/index.ts';
export type { ChangeId, Changes } from './generated/index.ts';
export { rules } from './rules/index.ts';
export {
  CompatConfigurationError,
  InvalidMappingError,
  InvalidRequestBodyError,
  InvalidRequestError,
  InvalidResponseError,
  LossError,
  throwOnLoss,
  UnmappableValueError,
  UnmappedOperationError,
  warnOfLoss,
} from '@apipin/compat-runtime';
export type {
  Disagreement,
  Gateway,
  GatewayLogEntry,
  GatewayOptions,
  Loss,
  LossContext,
  LossPolicies,
  LossPolicy,
  Mapped,
  OnLoss,
  OperationValidators,
  ShadowFetch,
} from '@apipin/compat-runtime';
`;

const RULES_TEST = `import { expectTypeOf, test } from 'vitest';
import type { ChangeId } from '../generated/index.ts';
import { rules } from './index.ts';

test('there is a rule for each change, and for nothing else', () => {
  expectTypeOf<keyof typeof rules>().toEqualTypeOf<ChangeId>();
});
`;
