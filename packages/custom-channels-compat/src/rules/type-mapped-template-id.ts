import { defineChange, isExactInteger, isJsonObject, keep } from '@apipin/compat-runtime';
import type * as Current from '@apipin/custom-channels-2026-03';
import type * as V3 from '@apipin/custom-channels-v3';

const property = 'mappedTemplateId';
const int64Limit = 2n ** 63n;

/**
 * The id of a template, a required string in v3, became an optional int64.
 *
 * Nothing is lost either way: v3's empty string stands for the absent id, and any other string has
 * to be an int64 as JSON would write it, so that the same string comes back.
 */
export const typeMappedTemplateId = defineChange<
  V3.PublicWhatsAppTemplateMetadata,
  Current.PublicWhatsAppTemplateMetadata
>({
  id: 'type-mapped-template-id',
  upgrade(template, { refuse }) {
    if (!isJsonObject(template)) return keep(template);
    const { mappedTemplateId: text, ...rest } = template;
    if (typeof text !== 'string') return keep(template as never);
    if (text === '') return keep(rest);
    const mappedTemplateId = parseInt64(text);
    if (mappedTemplateId !== undefined) return keep({ ...template, mappedTemplateId });
    const reason = '2026-03 holds it as int64; correct the template mapping it comes from';
    return refuse({ property, was: text, reason });
  },
  downgrade(template) {
    if (!isJsonObject(template)) return keep(template);
    if (!Object.hasOwn(template, property)) return keep({ ...template, mappedTemplateId: '' });
    const { mappedTemplateId: id } = template;
    if (!isExactInteger(id)) return keep(template as never);
    return keep({ ...template, mappedTemplateId: BigInt(id).toString() });
  },
});

/** The integer; a bigint beyond 2^53, although generated types say `number` for every int64. */
function parseInt64(text: string): number | undefined {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(text)) return undefined;
  const integer = BigInt(text);
  if (integer < -int64Limit || integer >= int64Limit) return undefined;
  const rounded = Number(integer);
  return Number.isSafeInteger(rounded) ? rounded : (integer as unknown as number);
}
