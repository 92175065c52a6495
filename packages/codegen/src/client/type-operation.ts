import {
  pointerTokens,
  type Header,
  type JsonObject,
  type MediaType,
  type Operation,
  type Parameter,
  type RequestBody,
  type Response,
  type SourceLocation,
} from '@apipin/openapi-model';
import { typeReference } from './type-reference.ts';
import { wireLocation } from './wire-location.ts';
import { printable, printableOf, typeSchema, type TypeSchemaContext } from './type-schema.ts';

/** The parts that operations share, filled as operations are written. */
export type TypeComponents = Record<
  'parameters' | 'requestBodies' | 'responses',
  Record<string, JsonObject>
>;

/**
 * Writes an operation for openapi-typescript; what it shares with others goes to `components`. What there is to say of it, its
 * method in `client.ts` says.
 */
export function typeOperation(
  operation: Operation,
  components: TypeComponents,
  context: TypeSchemaContext,
): JsonObject {
  const { operationId, deprecated, requestBody } = operation;
  return {
    operationId: context.mask(operationId),
    ...(deprecated ? { deprecated } : {}),
    parameters: operation.parameters.map((parameter) =>
      shared('parameters', parameter, typeParameter(parameter, context)),
    ),
    ...(requestBody && {
      requestBody: shared('requestBodies', requestBody, typeRequestBody(requestBody, context)),
    }),
    responses: Object.fromEntries(
      operation.responses.map((response) => [
        response.status,
        shared('responses', response, typeResponse(response, context)),
      ]),
    ),
  };

  /** A reference to `type` where it stands among the components, so that its type has a name there. */
  function shared(
    section: keyof TypeComponents,
    { at }: { readonly at: SourceLocation },
    type: JsonObject,
  ): JsonObject {
    const [root, parent, name, ...rest] = pointerTokens(at.pointer);
    if (root !== 'components' || parent !== section || name === undefined || rest.length > 0) {
      return type;
    }
    const masked = context.mask(name);
    components[section][masked] = type;
    return { $ref: typeReference('components', section, masked) };
  }
}

function typeParameter(parameter: Parameter, context: TypeSchemaContext): JsonObject {
  const { name, description, required, deprecated, schema, at } = parameter;
  return {
    name: context.mask(name),
    in: wireLocation(parameter),
    ...texts({ description, example: printableOf(context.valueAt(at.pointer), 'example') }),
    required,
    ...(deprecated ? { deprecated } : {}),
    schema: typeSchema(schema, context),
  };
}

function typeRequestBody(body: RequestBody, context: TypeSchemaContext): JsonObject {
  const { description, required, content } = body;
  return { ...texts({ description }), required, content: typeContent(content, context) };
}

function typeResponse(
  { description, headers, content }: Response,
  context: TypeSchemaContext,
): JsonObject {
  return {
    ...texts({ description }),
    headers: Object.fromEntries(
      headers.map((header) => [context.mask(header.name), typeHeader(header, context)]),
    ),
    content: typeContent(content, context),
  };
}

function typeHeader(
  { description, required, schema, at }: Header,
  context: TypeSchemaContext,
): JsonObject {
  const example = printableOf(context.valueAt(at.pointer), 'example');
  return { ...texts({ description, example }), required, schema: typeSchema(schema, context) };
}

function typeContent(content: readonly MediaType[], context: TypeSchemaContext): JsonObject {
  return Object.fromEntries(
    content.map(({ mediaType, schema, at }) => [
      context.mask(mediaType),
      {
        ...texts({ example: printableOf(context.valueAt(at.pointer), 'example') }),
        schema: typeSchema(schema, context),
      },
    ]),
  );
}

interface Words {
  readonly description?: string | undefined;
  readonly example?: string | undefined;
}

/** Those of its words that there are, as comments show them: what is a `summary` to openapi-typescript has no tag. */
function texts({ description, example }: Words): JsonObject {
  return Object.fromEntries(
    Object.entries({ summary: description, example }).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, printable(text)]],
    ),
  );
}
