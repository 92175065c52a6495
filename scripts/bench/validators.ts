import { versionOf } from './peer-folder.ts';
import { peers } from './peers.ts';

/** The schemas that are looked at: one with much in it, and one with little. */
export const SCHEMAS = { large: 'PublicConversationsMessage', small: 'NextPage' } as const;

/** One way to check a body. */
export interface Validator {
  readonly name: string;
  /** Another generator's zod: what ours is to be faster than. */
  readonly isPeer: boolean;
  /** The TypeScript of a {@link ValidatorModule}; undefined where there is no validator for the schema by itself. */
  source(schema: string): string | undefined;
}

/** What a source of a {@link Validator} exports. */
export interface ValidatorModule {
  accepts(body: unknown): boolean;
  /** Whether a body is its JSON, and not what `JSON.parse` makes of it. */
  readonly takesText?: boolean;
}

/** The name of the validator that others are set against. */
export const AJV = versionOf('ajv', 'ajv');

/** All that are compared; their sources are for the folder that `generateValidators` has filled. */
export function createValidators(): Validator[] {
  return [...ours(), ...zodPeers(), ...others()];
}

/** What is weighed but not timed. */
export const WEIGHED_ONLY: readonly Validator[] = [
  {
    name: 'zod, written by hand',
    isPeer: false,
    source: (schema) =>
      schema === SCHEMAS.small
        ? `import * as z from 'zod';
           const schema = z.object({ after: z.string(), link: z.string().optional() });
           export const accepts = (body) => schema.safeParse(body).success;`
        : undefined,
  },
  {
    name: 'apipin, predicate and zod, imported one by one',
    isPeer: false,
    source: (schema) => `
      import { is${schema} as accepts } from './apipin/fast.ts';
      import { ${schema} as schema } from './apipin/index.ts';
      export const issuesOf = (body) => accepts(body) ? [] : schema.safeParse(body).error?.issues;`,
  },
];

function ours(): Validator[] {
  return [
    {
      name: 'apipin, predicate',
      isPeer: false,
      source: (schema) => `export { is${schema} as accepts } from './apipin/fast.ts';`,
    },
    {
      name: 'apipin, Standard Schema of /fast',
      isPeer: false,
      source: (schema) => `
        import { components } from './apipin/fast.ts';
        const { validate } = components.${schema}['~standard'];
        export const accepts = (body) => validate(body).issues === undefined;`,
    },
    {
      name: 'apipin, zod',
      isPeer: false,
      source: (schema) => acceptsThrough(schema, './apipin/index.ts'),
    },
  ];
}

/** The zod of each peer, by its folder. */
const ZOD_SOURCES: Readonly<Record<string, Validator['source']>> = {
  'hey-api': (schema) => acceptsThrough(`z${schema}`, './hey-api/zod.gen.ts'),
  // orval has no validators of components, but repeats them in those of each operation.
  orval: (schema) =>
    schema === SCHEMAS.large ? acceptsThrough('GetMessageResponse', './orval/zod.ts') : undefined,
  'kubb-4': (schema) => acceptsThrough(kubbNameOf(schema), './kubb-4/zod/index.ts'),
  'kubb-5': (schema) => acceptsThrough(kubbNameOf(schema), './kubb-5/zod/index.ts'),
};

function zodPeers(): Validator[] {
  return peers.map(({ folder, package: name }) => ({
    name: versionOf(folder, name),
    isPeer: true,
    source: (schema) => ZOD_SOURCES[folder]?.(schema),
  }));
}

function others(): Validator[] {
  const accepts = (path: string): string => `export { default as accepts } from '${path}';`;
  return [
    { name: AJV, isPeer: false, source: (schema) => accepts(`./ajv/${schema}.js`) },
    {
      name: `${AJV}, no formats`,
      isPeer: false,
      source: (schema) => accepts(`./ajv/${schema}-no-formats.js`),
    },
    {
      name: versionOf('typia', 'typia'),
      isPeer: false,
      source: (schema) => `export { is${schema} as accepts } from './typia/out/is${schema}.ts';`,
    },
    {
      // zod's own compiler, over the schemas of the fastest peer.
      name: `${versionOf('kubb-5', 'kubb')}, through z.compile`,
      isPeer: false,
      source: (schema) => `
        import { compile } from 'zod';
        import { ${kubbNameOf(schema)} as schema } from './kubb-5/zod/index.ts';
        const compiled = compile(schema);
        export const accepts = (body) => compiled.safeParse(body).success;`,
    },
    {
      name: 'JSON.parse',
      isPeer: false,
      source: () => `
        export const accepts = (text) => JSON.parse(text) !== null;
        export const takesText = true;`,
    },
  ];
}

function acceptsThrough(name: string, path: string): string {
  return `
    import { ${name} as schema } from '${path}';
    export const accepts = (body) => schema.safeParse(body).success;`;
}

function kubbNameOf(schema: string): string {
  return `${schema.charAt(0).toLowerCase()}${schema.slice(1)}Schema`;
}
