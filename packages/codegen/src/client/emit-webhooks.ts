import type { ApiModel } from '@apipin/openapi-model';
import type { GeneratedFile } from '../generated-file.ts';
import { findWebhooks, type WebhookEvent } from '../find-webhooks.ts';
import type { NameTable } from '../names.ts';
import { docComment, propertyKey, stringLiteral } from '../source-text.ts';

/**
 * Emits `webhooks.ts`, where the spec has webhooks: the types of their events, and functions that receive these. Each binds
 * a function of the runtime to those types.
 */
export function emitWebhooks(model: ApiModel, names: NameTable): GeneratedFile[] {
  const { webhooks } = findWebhooks(model);
  if (webhooks === undefined) return [];
  const { events, typeProperty, isSigned } = webhooks;
  const types = emitEvents(events, model, names);
  const contents = isSigned
    ? IMPORTS + types + emitFunctions(typeProperty, model)
    : IMPORT_SCHEMAS + types;
  return [{ path: 'webhooks.ts', contents }];
}

const IMPORT_SCHEMAS = `import type * as Schemas from './schemas.js';\n`;

const IMPORTS = `import {
  createWebhookHandler as createHandler,
  signWebhook as sign,
  verifyWebhook as verify,
  type SignWebhookOptions,
  type VerifyWebhookOptions,
  type WebhookHandler,
  type WebhookHandlerOptions as HandlerOptions,
} from '@apipin/client-runtime/webhooks';
${IMPORT_SCHEMAS}
export {
  WebhookError,
  type AnyWebhookEvent,
  type ClientSecret,
  type SignWebhookOptions,
  type VerifyWebhookOptions,
  type WebhookDelivery,
  type WebhookErrorKind,
  type WebhookHandler,
} from '@apipin/client-runtime/webhooks';
`;

function emitEvents(
  events: readonly WebhookEvent[],
  { title, version }: ApiModel,
  names: NameTable,
): string {
  const members = events.map(({ name, schema, webhook }) => {
    const { summary, description, deprecated } = webhook;
    const comment = docComment([
      summary,
      description === summary ? undefined : description,
      deprecated ? '@deprecated' : undefined,
    ]);
    return `${comment}${propertyKey(name)}: Schemas.${names.schema(schema.target)};`;
  });
  return `
${docComment([`The events that ${title} ${version} delivers, by name.`])}export interface WebhookEvents {
${members.join('\n')}
}

/** An event. Later versions of the API may deliver others, so that a \`switch\` needs a \`default\`. */
export type WebhookEvent = WebhookEvents[keyof WebhookEvents];
`;
}

function emitFunctions(typeProperty: string, { title, version }: ApiModel): string {
  const property = stringLiteral(typeProperty);
  return `
/** What to do about events, and how to tell deliveries from forgeries. */
export type WebhookHandlerOptions = HandlerOptions<WebhookEvents>;

${docComment([
  `Makes a handler of deliveries of ${title} ${version}, for every server that speaks \`Request\` and \`Response\`.`,
  'It answers 200 when the function of the event is done, and where there is none; 401, 409, 413 or 400 where the delivery is refused; 405 where it is no POST; 500 where something failed on this side, so that the event is delivered again. It never rejects.',
  '@throws TypeError if `url` is none',
])}export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  return createHandler<WebhookEvents>(${property}, options);
}

${docComment([
  'Tells a delivery from a forgery, and reads the event in it, for programs that answer in their own way. Nothing may have read the body before.',
  '@throws WebhookError where the delivery is to be refused; `status` is what to answer',
])}export function verifyWebhook(request: Request, options: VerifyWebhookOptions): Promise<WebhookEvent> {
  return verify<WebhookEvent>(${property}, request, options);
}

/** Makes the request that delivers an event as the API does, for tests: to hand to a handler, or to \`fetch\`. */
export function signWebhook(event: WebhookEvent, options: SignWebhookOptions): Promise<Request> {
  return sign(event, options);
}
`;
}
