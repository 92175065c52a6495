import type { JsonObject } from '@apipin/openapi-model';

/** An object schema that no value of another kind satisfies, so that branches of oneOf cannot overlap. */
export function goodsOf(kind: string, properties: JsonObject) {
  return {
    type: 'object',
    properties: { kind: { const: kind }, ...properties },
    required: ['kind'],
  };
}

/** One of three kinds that exclude each other. */
export const letter = goodsOf('letter', { pages: { type: 'integer' } });
/** One of three kinds that exclude each other. */
export const crate = goodsOf('crate', { weight: { type: 'number' } });
/** One of three kinds that exclude each other. */
export const barrel = goodsOf('barrel', { volume: { type: 'number' } });

/** The three kinds as components. */
export const goods = { Letter: letter, Crate: crate, Barrel: barrel };

/** Refers to the component of {@link letter}. */
export const letterRef = { $ref: '#/components/schemas/Letter' };
/** Refers to the component of {@link crate}. */
export const crateRef = { $ref: '#/components/schemas/Crate' };
/** Refers to the component of {@link barrel}. */
export const barrelRef = { $ref: '#/components/schemas/Barrel' };

/** Surroundings in which both documents have the same goods. */
export const sameGoods = { oldComponents: goods, newComponents: goods };
