import {
  NO_ANNOTATIONS,
  type ObjectSchema,
  type Property,
  type Schema,
} from '@apipin/openapi-model';
import { facetsOf } from '../match/facets.ts';
import type { Action } from '../rules/rule.ts';
import { addDemand } from './add-demand.ts';
import { without } from './compare-values.ts';
import { addChange, addChild, type ComparisonDraft } from './comparison-draft.ts';
import { childSite, type SchemaSite } from './schema-site.ts';

/** Compares two objects: their properties, and what is asked of the others. */
export function compareObjects(
  draft: ComparisonDraft,
  old: ObjectSchema,
  current: ObjectSchema,
): void {
  compareProperties(draft, old, current);
  compareFurtherNames(draft, old, current);
  compareAdditional(draft, old.additionalProperties, current.additionalProperties);
  comparePatternProperties(draft, old, current);
  compareDependentRequired(draft, old, current);
  addDemand(draft, 'property-names', old.propertyNames, current.propertyNames);
}

function compareProperties(draft: ComparisonDraft, old: ObjectSchema, current: ObjectSchema): void {
  const news = new Map(current.properties.map((property) => [property.name, property]));
  for (const property of old.properties) {
    const other = news.get(property.name) ?? undescribed(property, current);
    if (other === undefined) removeProperty(draft, property);
    else compareProperty(draft, property, other);
    news.delete(property.name);
  }
  for (const property of news.values()) {
    const other = undescribed(property, old);
    if (other === undefined) addProperty(draft, property);
    else compareProperty(draft, other, property);
  }
}

/** The property where an object requires it and says no more of it. */
function undescribed(
  { name }: Property,
  { requiredNames, additionalProperties, at }: ObjectSchema,
): Property | undefined {
  if (!requiredNames.includes(name)) return undefined;
  const schema = additionalProperties ?? { kind: 'any', ...NO_ANNOTATIONS, at };
  return { name, required: true, schema, at };
}

function compareProperty(draft: ComparisonDraft, old: Property, current: Property): void {
  const { comparer, site } = draft;
  const isIdle = isIdleProperty(old, draft, 'old') && isIdleProperty(current, draft, 'new');
  const inner = childSite(site, `.${old.name}`, isIdle);
  if (old.required !== current.required) {
    const action = current.required ? 'became-required' : 'became-optional';
    const change = { kind: '', action, before: old.required, after: current.required } as const;
    addChange({ ...draft, site: inner }, change, { old: old.schema, new: current.schema });
  }
  draft.children.push(comparer.compare(old.schema, current.schema, inner));
}

function addProperty(draft: ComparisonDraft, property: Property): void {
  const action = property.required ? 'added-required' : 'added-optional';
  const site = childSite(draft.site, `.${property.name}`, isIdleProperty(property, draft, 'new'));
  addChange({ ...draft, site }, { kind: '', action }, { new: property.schema });
}

function removeProperty(draft: ComparisonDraft, property: Property): void {
  const action = property.required ? 'removed-required' : 'removed-optional';
  const site = childSite(draft.site, `.${property.name}`, isIdleProperty(property, draft, 'old'));
  addChange({ ...draft, site }, { kind: '', action }, { old: property.schema });
}

/** @see https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-20 on `readOnly` and `writeOnly` */
function isIdleProperty(
  { schema }: Property,
  { comparer, site }: ComparisonDraft,
  side: 'old' | 'new',
): boolean {
  const target = facetsOf(schema, comparer[side]).schema;
  return site.place.startsWith('request')
    ? schema.readOnly || target.readOnly
    : schema.writeOnly || target.writeOnly;
}

/** Names that must be present although nothing else is said of them. */
function compareFurtherNames(
  draft: ComparisonDraft,
  old: ObjectSchema,
  current: ObjectSchema,
): void {
  const described = new Set([...old.properties, ...current.properties].map(({ name }) => name));
  const report = (names: readonly string[], others: readonly string[], action: Action): void => {
    for (const name of names) {
      if (described.has(name) || others.includes(name)) continue;
      addChange({ ...draft, site: childSite(draft.site, `.${name}`) }, { kind: '', action });
    }
  };
  report(current.requiredNames, old.requiredNames, 'became-required');
  report(old.requiredNames, current.requiredNames, 'became-optional');
}

function compareAdditional(
  draft: ComparisonDraft,
  old: Schema | undefined,
  current: Schema | undefined,
): void {
  const before = openness(old, draft, 'old');
  const after = openness(current, draft, 'new');
  if (before === after) {
    if (old === undefined || current === undefined || before !== 'schema') return;
    addChild(draft, old, current, additionalSite(draft.site));
    return;
  }
  const order = ['closed', 'schema', 'open'];
  const action = order.indexOf(after) > order.indexOf(before) ? 'generalized' : 'specialized';
  addChange(
    draft,
    { kind: 'additional-properties', action, before, after },
    { ...(old && { old }), ...(current && { new: current }) },
  );
}

function openness(
  schema: Schema | undefined,
  { comparer }: ComparisonDraft,
  side: 'old' | 'new',
): 'open' | 'closed' | 'schema' {
  if (schema === undefined) return 'open';
  const target = facetsOf(schema, comparer[side]);
  if (target.isNever) return 'closed';
  return target.schema.kind === 'any' ? 'open' : 'schema';
}

function additionalSite(site: SchemaSite): SchemaSite {
  return childSite(site, '{}');
}

function comparePatternProperties(
  draft: ComparisonDraft,
  old: ObjectSchema,
  current: ObjectSchema,
): void {
  const olds = patternsOf(old);
  const news = patternsOf(current);
  const kind = 'pattern-property';
  for (const [pattern, schema] of olds) {
    // What matches no pattern any more is additional.
    const other = news.get(pattern) ?? current.additionalProperties;
    if (other !== undefined) addChild(draft, schema, other, childSite(draft.site, `{${pattern}}`));
    else
      addChange(
        draft,
        { kind, action: 'removed', item: pattern, before: pattern },
        { old: schema },
      );
  }
  for (const [pattern, schema] of news) {
    if (olds.has(pattern)) continue;
    const other = old.additionalProperties;
    if (other !== undefined) addChild(draft, other, schema, childSite(draft.site, `{${pattern}}`));
    else
      addChange(draft, { kind, action: 'added', item: pattern, after: pattern }, { new: schema });
  }
}

function patternsOf({ patternProperties }: ObjectSchema): ReadonlyMap<string, Schema> {
  return new Map(patternProperties.map(({ pattern, schema }) => [pattern, schema]));
}

function compareDependentRequired(
  draft: ComparisonDraft,
  old: ObjectSchema,
  current: ObjectSchema,
): void {
  const kind = 'dependent-required';
  const names = new Set([...old.dependentRequired.keys(), ...current.dependentRequired.keys()]);
  for (const name of names) {
    const before = [...(old.dependentRequired.get(name) ?? [])];
    const after = [...(current.dependentRequired.get(name) ?? [])];
    const isMore = without(after, before).length > 0;
    const isLess = without(before, after).length > 0;
    if (!isMore && !isLess) continue;
    const values = { item: name, before: { [name]: before }, after: { [name]: after } };
    if (before.length === 0) addChange(draft, { kind, action: 'added', ...values });
    else if (after.length === 0) addChange(draft, { kind, action: 'removed', ...values });
    else if (isMore && isLess) addChange(draft, { kind, action: 'changed', ...values });
    else addChange(draft, { kind, action: isMore ? 'specialized' : 'generalized', ...values });
  }
}
