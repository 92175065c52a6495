import { clientModule } from '../client-module.ts';
import { stringLiteral } from '../source-text.ts';

/** What there is to agree on besides operations. */
export interface Subjects {
  readonly hasComponents: boolean;
  readonly hasWebhooks: boolean;
}

/**
 * Emits a type test: what a validator lets through is what the client's types say, and the other way round, for every
 * component, parameter, JSON request body, JSON response and event. The compiler names whatever disagrees.
 */
export function emitAgreement(
  clientPackage: string,
  { hasComponents, hasWebhooks }: Subjects,
): string {
  const components = hasComponents
    ? `test('components', () => {
  expectTypeOf<keyof typeof components>().toEqualTypeOf<keyof Schemas['schemas']>();
  expectTypeOf<Disagreement<typeof components, Schemas['schemas']>>().toBeNever();
});
`
    : '';
  const webhooks = hasWebhooks
    ? `
test('webhooks', () => {
  expectTypeOf<keyof typeof webhooks>().toEqualTypeOf<keyof WebhookEvents>();
  expectTypeOf<Disagreement<typeof webhooks, WebhookEvents>>().toBeNever();
});
`
    : '';
  const schemas = hasComponents ? 'components as Schemas, ' : '';
  const events = hasWebhooks
    ? `import type { WebhookEvents } from ${stringLiteral(clientModule(clientPackage, 'webhooks'))};\n`
    : '';
  const registry = [
    hasComponents ? 'components, ' : '',
    'operations',
    hasWebhooks ? ', webhooks' : '',
  ];
  return `import type { ${schemas}operations as Types } from ${stringLiteral(clientModule(clientPackage, 'types'))};
${events}import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import type { ${registry.join('')} } from './registry.js';

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
${webhooks}`;
}
