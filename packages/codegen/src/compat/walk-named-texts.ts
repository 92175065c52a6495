import {
  compareCodeUnits,
  type ApiModel,
  type Schema,
  type SourceLocation,
} from '@apipin/openapi-model';
import { propertyStep, type ChangeOwner, type SiteSide } from './change-site.ts';
import type { FunctionMapping, MappingNode, PropertyMapping } from './mapping-node.ts';
import { resolveSchema } from './resolve-schema.ts';
import type { SchemaWalk } from './walk-schemas.ts';
import { wireType } from './wire-type.ts';

/** What travels as text under a name: a parameter, or a header of a response. */
export interface NamedText {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly at: SourceLocation;
  /** How the value becomes text, where there are several ways. */
  readonly style?: string;
  readonly explode?: boolean;
  readonly mediaType?: string | undefined;
}

/** One group of named texts in both versions, and what stands for it. */
export interface TextGroup {
  readonly owner: ChangeOwner;
  /** What ids have between the operation and the name, such as `.query`. */
  readonly path: string;
  readonly functionName: string;
  /** Whether a name may be repeated, and so stands for a list of texts. */
  readonly isRepeated: boolean;
  /** The property that mapping functions are given a name's text under. */
  readonly keyOf: (name: string) => string;
}

interface Models {
  readonly old: ApiModel;
  readonly current: ApiModel;
}

/** Walks what travels under the same names; `undefined` where both versions have it alike. */
export function walkNamedTexts(
  olds: readonly NamedText[],
  currents: readonly NamedText[],
  group: TextGroup,
  models: Models,
  walk: SchemaWalk,
): FunctionMapping | undefined {
  const { owner, functionName, isRepeated, keyOf } = group;
  const byName = {
    old: new Map(olds.map((text) => [keyOf(text.name), text])),
    current: new Map(currents.map((text) => [keyOf(text.name), text])),
  };
  const keys = [...new Set([...byName.old.keys(), ...byName.current.keys()])];
  const properties = keys.toSorted(compareCodeUnits).flatMap((key): PropertyMapping[] => {
    const old = byName.old.get(key);
    const current = byName.current.get(key);
    const node = old && current && mapText(old, current);
    const presence = mapPresence(old, current);
    return node === undefined && presence === undefined ? [] : [{ name: key, node, presence }];
  });
  if (properties.length === 0) return undefined;
  const place = { owner, path: group.path, functionName };
  return walk.declare(place, { kind: 'object', properties, members: undefined });

  function mapText(old: NamedText, current: NamedText): MappingNode | undefined {
    if (isAlike(old, current) && walk.isSame(old.schema, current.schema)) return undefined;
    const [oldItems, currentItems] = [
      itemsOf(old, models.old, isRepeated),
      itemsOf(current, models.current, isRepeated),
    ];
    const isList = oldItems !== undefined && currentItems !== undefined;
    const site = walk.addSite({
      owner,
      path: group.path + propertyStep(current.name) + (isList ? '[]' : ''),
      old: textSide(old, isList ? oldItems : old.schema, models.old),
      current: textSide(current, isList ? currentItems : current.schema, models.current),
    });
    const rule = { kind: 'rule', site } as const;
    return isRepeated ? { kind: 'items', items: rule } : rule;
  }

  function mapPresence(
    old: NamedText | undefined,
    current: NamedText | undefined,
  ): PropertyMapping['presence'] {
    const name = (current ?? old)?.name ?? '';
    if (old !== undefined && current !== undefined && old.required === current.required)
      return undefined;
    return walk.addSite({
      owner,
      path: group.path + propertyStep(name),
      old: presenceSide(old, models.old),
      current: presenceSide(current, models.current),
    });
  }

  function presenceSide(text: NamedText | undefined, model: ApiModel): SiteSide {
    if (text === undefined) return { type: undefined, optional: true, pointer: undefined };
    const type = wireType(itemsOf(text, model, isRepeated) ?? text.schema, model);
    return {
      type: { kind: 'text', text: isRepeated ? `readonly (${type})[]` : type },
      optional: !text.required,
      pointer: text.at.pointer,
    };
  }
}

function textSide({ at }: NamedText, schema: Schema, model: ApiModel): SiteSide {
  const type = { kind: 'text', text: wireType(schema, model) } as const;
  return { type, optional: false, pointer: at.pointer };
}

/** Whether values become text in the same way. */
function isAlike(old: NamedText, current: NamedText): boolean {
  return (
    old.style === current.style &&
    old.explode === current.explode &&
    old.mediaType === current.mediaType
  );
}

/** What the texts stand for of a list that is written by repeating its name. */
function itemsOf(text: NamedText, model: ApiModel, isRepeated: boolean): Schema | undefined {
  const schema = resolveSchema(text.schema, model);
  const isList = isRepeated && schema.kind === 'array' && text.style === 'form' && text.explode;
  return isList === true ? schema.items : undefined;
}
