import { inspect } from 'node:util';
import { normaliseDocument, type AllowableCode, type JsonObject } from '@apipin/openapi-model';
import type * as z from 'zod';
import {
  emitValidators,
  generateClient,
  generateZod,
  type Spec,
  type ZodOptions,
} from '../src/generate.ts';
import type { GeneratedFile } from '../src/generated-file.ts';
import { importGenerated } from './compile.ts';

/** A document around component schemas, for tests that are about schemas alone. */
export function documentOf(schemas: JsonObject, openapi = '3.1.0'): JsonObject {
  return { openapi, info: { title: 'Test', version: '1' }, paths: {}, components: { schemas } };
}

/** A bad document fails the test. */
export function specOf(root: JsonObject, allow: readonly AllowableCode[] = []): Spec {
  const document = {
    root,
    locate: (pointer: string) => ({ file: 'test.yaml', pointer, line: 1 }),
  };
  const { model, diagnostics } = normaliseDocument(document, { allow });
  if (model === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return { root, model };
}

/** What the generators make of `root`. */
export async function generateFrom(
  root: JsonObject,
): Promise<{ client: GeneratedFile[]; zod: GeneratedFile[] }> {
  const spec = specOf(root);
  return { client: await generateClient(spec), zod: await generateZod(spec) };
}

/** A generated validator for a component, behind its predicate. */
export interface FastValidator {
  is(value: unknown): boolean;
  readonly schema: z.ZodType;
}

/**
 * The generated validators of `spec`, by component, ready to be used. Predicates do not stand in front of zod here, so
 * that each of the two has a verdict of its own.
 */
export async function validatorsOf(
  spec: Spec,
  options?: ZodOptions,
): Promise<Readonly<Record<string, FastValidator>>> {
  const files = emitValidators(spec.model, options).map(withoutGuards);
  const { components } = await importGenerated<{
    components: Readonly<Record<string, FastValidator>>;
  }>(files, 'fast.js');
  return components;
}

function withoutGuards({ path, contents }: GeneratedFile): GeneratedFile {
  if (path !== 'zod.ts') return { path, contents };
  const unguarded = contents.replace('isValid(payload.value) ? payload : ', '');
  if (unguarded === contents) throw new Error('guards look different now');
  return { path, contents: unguarded };
}

/** Whether `validator` accepts `value`; the test fails where its two ways to say so disagree. */
export function accepts(validator: FastValidator | undefined, value: unknown): boolean {
  const parsed = validator?.schema.safeParse(value).success;
  const predicate = validator?.is(value);
  if (parsed === undefined || parsed !== predicate)
    throw new Error(
      `zod says ${parsed}, the predicate ${predicate}: ${inspect(value, { depth: null })}`,
    );
  return parsed;
}
