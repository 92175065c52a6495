import { UnmappableValueError } from './errors/unmappable-value-error.ts';
import type { JsonValue } from './exact-json.ts';
import type { LossContext, OnLoss } from './loss.ts';
import type { ErasedMapping, MapValue } from './mapping.ts';

/**
 * Maps one part of an exchange and reports its losses.
 *
 * @throws UnmappableValueError naming the operation, and whatever `onLoss` throws.
 */
export function applyMapping(
  mapping: ErasedMapping,
  value: JsonValue,
  context: LossContext,
  onLoss: OnLoss,
): JsonValue {
  const mapValue = mapping[context.direction] as MapValue<JsonValue, JsonValue>;
  try {
    const mapped = mapValue(value);
    for (const loss of mapped.losses) onLoss(loss, context);
    return mapped.value;
  } catch (error) {
    if (!(error instanceof UnmappableValueError)) throw error;
    throw error.during(context.operationId, context.part);
  }
}
