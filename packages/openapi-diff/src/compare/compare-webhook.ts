import type { MediaType, Operation } from '@apipin/openapi-model';
import type { OperationPair } from '../match/operations.ts';
import { wordsOf } from './compare-operation.ts';
import { compareResponseContent } from './compare-responses.ts';
import { addFinding, type OperationContext } from './operation-context.ts';

/**
 * Compares what a webhook sends. Users of the API read it, so that its body is held to the rules of responses.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#oas-webhooks
 */
export function compareWebhook(
  { old, new: current }: OperationPair,
  context: OperationContext,
): void {
  if (wordsOf(old) !== wordsOf(current)) {
    const values = { before: wordsOf(old), after: wordsOf(current) };
    addFinding(context, 'webhook-text-changed', '', { old, new: current, ...values });
  }
  compareResponseContent(contentOf(old), contentOf(current), 'body', context);
}

function contentOf({ requestBody }: Operation): readonly MediaType[] {
  return requestBody?.content ?? [];
}
