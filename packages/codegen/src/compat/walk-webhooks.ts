import type { ApiModel } from '@apipin/openapi-model';
import { findWebhooks, type WebhookEvent } from '../find-webhooks.ts';
import type { SchemaWalk } from './walk-schemas.ts';

/** Maps what webhooks deliver, event by event: no operation leads there. */
export function walkWebhooks(
  models: { readonly old: ApiModel; readonly current: ApiModel },
  walk: SchemaWalk,
): void {
  const olds = new Map(eventsOf(models.old).map((event) => [event.name, event]));
  for (const { name, schema } of eventsOf(models.current)) {
    const old = olds.get(name)?.schema;
    if (old === undefined) continue;
    const owner = { kind: 'components', old: old.target, current: schema.target } as const;
    walk.map(old, schema, { owner, path: '', functionName: name });
  }
}

function eventsOf(model: ApiModel): readonly WebhookEvent[] {
  return findWebhooks(model).webhooks?.events ?? [];
}
