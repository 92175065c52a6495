import type { ApiModel, Operation } from '@apipin/openapi-model';
import type { NameTable } from '../names.ts';
import { operationSchemas } from '../operation-schemas.ts';
import { docComment, pure, statusKey } from '../source-text.ts';
import { emitSchema } from './emit-schema.ts';
import type { ZodContext } from './zod-context.ts';

/** Emits, for each operation, the validators of its parameters, JSON request body and JSON responses. */
export function emitOperationValidators(
  model: ApiModel,
  names: NameTable,
  context: ZodContext,
): string[] {
  return model.operations.map((operation) => {
    const comment = docComment([
      operation.summary,
      `\`${operation.method.toUpperCase()} ${operation.path}\``,
    ]);
    return `${comment}export const ${names.operation(operation.operationId)} = ${pure(`(${emitValidators(operation, context)})`)};\n`;
  });
}

function emitValidators(operation: Operation, context: ZodContext): string {
  const { parameters, requestBody, responses } = operationSchemas(operation);
  const statuses = responses.map(([status, schema]) => {
    // Without an entry of its own, an empty success would be held to `default`.
    const code = schema === undefined ? 'z.undefined()' : emitSchema(schema, context).code;
    return `${statusKey(status)}: ${code},`;
  });
  const optional = requestBody?.required === true ? '' : '.optional()';
  const members = [
    parameters === undefined ? [] : [`parameters: ${emitSchema(parameters, context).code},`],
    requestBody === undefined
      ? []
      : [`requestBody: ${emitSchema(requestBody.schema, context).code}${optional},`],
    statuses.length === 0 ? ['responses: {},'] : ['responses: {', ...statuses, '},'],
  ];
  return `{\n${members.flat().join('\n')}\n}`;
}
