import { stringLiteral } from '../source-text.ts';

/**
 * Emits a type test: what a validator lets through is what the client's types say, and the other way round, for every
 * component, parameter, JSON request body and JSON response. The compiler names whatever disagrees.
 */
export function emitAgreement(clientPackage: string, hasComponents: boolean): string {
  const components = hasComponents
    ? `test('components', () => {
  expectTypeOf<keyof typeof components>().toEqualTypeOf<keyof Schemas['schemas']>();
  expectTypeOf<Disagreement<typeof components, Schemas['schemas']>>().toBeNever();
});
`
    : '';
  const [schemas, registry] = hasComponents
    ? ['components as Schemas, ', 'components, ']
    : ['', ''];
  return `import type { ${schemas}operations as Types } from ${stringLiteral(clientPackage)};
import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import type { ${registry}operations } from './registry.js';

type Validators = typeof operations;

/** The keys at which validator and type do not accept each other. */
type Disagreement<Validators, Types> = keyof {
  [Key in keyof Validators as Key extends keyof Types
    ? Agree<Exclude<z.output<Validators[Key]>, undefined>, Types[Key]> extends true
      ? never
      : Key
    : Key]: unknown;
};

type Agree<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** What the operations that have \`Part\` have there. */
type Each<Operations, Part extends string> = {
  [Id in keyof Operations as Operations[Id] extends Record<Part, unknown> ? Id : never]: Operations[Id] extends Record<
    Part,
    infer Value
  >
    ? Value
    : never;
};

type JsonOf<Body> = Body extends { content: infer Content }
  ? Content[keyof Content & \`\${string}json\${string}\`]
  : never;

type JsonOfEach<Bodies> = { [Key in keyof Bodies]: JsonOf<NonNullable<Bodies[Key]>> };

${components}
test('parameters', () => {
  expectTypeOf<keyof Validators>().toEqualTypeOf<keyof Types>();
  expectTypeOf<Disagreement<Each<Validators, 'parameters'>, Each<Types, 'parameters'>>>().toBeNever();
});

test('request bodies', () => {
  type Bodies = JsonOfEach<{ [Id in keyof Types]: Types[Id]['requestBody'] }>;
  expectTypeOf<Disagreement<Each<Validators, 'requestBody'>, Bodies>>().toBeNever();
});

test('responses', () => {
  type Disagreeing = {
    [Id in keyof Validators]: Disagreement<Validators[Id]['responses'], JsonOfEach<Types[Id]['responses']>>;
  };
  expectTypeOf<Disagreeing[keyof Validators]>().toBeNever();
});
`;
}
