import type { ApiModel, Diagnostic, Operation, ReferenceSchema } from '@apipin/openapi-model';
import { tagOf, tagValues } from './exclusive.ts';
import { isJson, preferredMediaType } from './media-types.ts';

/** What an API calls its users with, as far as code can be generated for it. */
export interface Webhooks {
  /** The property of a body that holds the name of its event. */
  readonly typeProperty: string;
  /** Whether deliveries carry the signature that the runtime verifies. */
  readonly isSigned: boolean;
  /** At least one, by webhook. */
  readonly events: readonly WebhookEvent[];
}

/** What one webhook delivers. */
export interface WebhookEvent extends WebhookBody {
  /** The value of the property that tells it from the others. */
  readonly name: string;
}

/** A webhook whose body has a name. */
interface WebhookBody {
  readonly webhook: Operation;
  /** The component that the body is. */
  readonly schema: ReferenceSchema;
}

/** The webhooks of a spec, and what there is to say about those that are left out. */
export interface FoundWebhooks {
  readonly webhooks: Webhooks | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The header parameter by which a webhook says that it is signed. */
const SIGNATURE_HEADER = 'X-HubSpot-Signature-v3';

/**
 * Finds the events of a spec: the webhooks whose bodies are components, where a property of these tells which is which.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#oas-webhooks
 */
export function findWebhooks(model: ApiModel): FoundWebhooks {
  const found = model.webhooks.map((webhook) => ({ webhook, schema: bodyOf(webhook, model) }));
  const bodies = found.filter((body): body is WebhookBody => body.schema !== undefined);
  const nameless = found.filter(({ schema }) => schema === undefined).map(withoutName);
  const [first] = bodies;
  if (first === undefined) return { webhooks: undefined, diagnostics: nameless };

  const typed = eventsOf(bodies, model);
  if (typed === undefined) {
    return { webhooks: undefined, diagnostics: [...nameless, withoutType(first)] };
  }
  const isSigned = bodies.every(hasSignature);
  const diagnostics = isSigned ? nameless : [...nameless, withoutSignature(first)];
  return { webhooks: { ...typed, isSigned }, diagnostics };
}

/** What a webhook sends, where that is a component. */
function bodyOf(
  { method, requestBody }: Operation,
  { schemas }: ApiModel,
): ReferenceSchema | undefined {
  const { mediaType = '', schema } = preferredMediaType(requestBody?.content ?? []) ?? {};
  if (method !== 'post' || schema?.kind !== 'reference' || !isJson(mediaType)) return undefined;
  return schemas.get(schema.target)?.isComponent === true ? schema : undefined;
}

function eventsOf(
  bodies: readonly WebhookBody[],
  model: ApiModel,
): Omit<Webhooks, 'isSigned'> | undefined {
  const schemas = new Map([...model.schemas].map(([pointer, { schema }]) => [pointer, schema]));
  const members = bodies.map(({ schema }) => schema);
  const typeProperty = tagOf({ members, discriminator: undefined }, schemas);
  if (typeProperty === undefined) return undefined;
  const events = bodies.flatMap((body) =>
    tagValues(typeProperty, body.schema, schemas).map((name) => ({ ...body, name })),
  );
  // A body that can be several events says something else by that property.
  return events.length === bodies.length ? { typeProperty, events } : undefined;
}

function hasSignature({ webhook }: WebhookBody): boolean {
  return webhook.parameters.some(
    (parameter) =>
      parameter.in === 'header' && parameter.name.toLowerCase() === SIGNATURE_HEADER.toLowerCase(),
  );
}

function withoutName({ webhook }: { readonly webhook: Operation }): Diagnostic {
  const message = `the webhook "${webhook.path}" is left out; let it send JSON by POST, of a schema that is a component`;
  return { code: 'webhook-without-name', severity: 'warning', at: webhook.at, message };
}

function withoutType({ webhook }: WebhookBody): Diagnostic {
  const message =
    'the webhooks are left out; give their bodies a required property with one value of its own in each, as in "enum": ["CREATED"]';
  return { code: 'webhook-without-type', severity: 'warning', at: webhook.at, message };
}

function withoutSignature({ webhook }: WebhookBody): Diagnostic {
  const message = `the webhooks get types and no handler; let each declare the header parameter "${SIGNATURE_HEADER}" if that is how they are signed`;
  return { code: 'webhook-without-signature', severity: 'warning', at: webhook.at, message };
}
