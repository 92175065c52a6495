import type { Finding } from './finding.ts';
import type { LossContext, OnLoss } from './loss.ts';
import type { MapContext, MapValue } from './mapping.ts';
import { settleFindings } from './settle-findings.ts';

/** What mapping a part of an exchange needs besides the part. */
export interface ExchangeContext extends Omit<LossContext, 'part'> {
  readonly onLoss: OnLoss;
  /** Left out where links are the caller's own, as in a request. */
  readonly translateLink?: (link: string, findings: Finding[]) => string;
}

/**
 * Applies a mapping to one part of an exchange and tells of its losses.
 *
 * @throws UnmappableValueError with every refusal, and whatever `onLoss` throws.
 */
export function mapExchangePart<Result>(
  part: LossContext['part'],
  apply: (context: MapContext) => Result,
  { operationId, direction, onLoss, translateLink }: ExchangeContext,
): Result {
  const findings: Finding[] = [];
  const mapLink = (link: string): string => translateLink?.(link, findings) ?? link;
  const result = apply({ findings, mapLink });
  const context = { operationId, direction, part };
  for (const loss of settleFindings(findings, context)) onLoss(loss, context);
  return result;
}

/** As {@link mapExchangePart}, for a part that is a value. */
export function mapExchangeValue<Value>(
  part: LossContext['part'],
  value: Value,
  map: MapValue,
  context: ExchangeContext,
): Value {
  return mapExchangePart(part, (mapContext) => map(value, mapContext) as Value, context);
}
