import type { ApiModel, JsonValue, Schema } from '@apipin/openapi-model';
import type { Comparison } from '../finding.ts';
import type { SchemaPlace } from '../rules/schema-rules.ts';

/** Where in the traffic two schemas are compared. */
export interface SchemaSite {
  readonly place: SchemaPlace;
  /** What it is called: the nearest component or part of an operation, and the path below it. */
  readonly subject: string;
  /** Whether the value never travels in this direction. */
  readonly isIdle: boolean;
  readonly writing: Writing;
}

/**
 * How values travel: as JSON; as text, where a number is as good as its digits; or as text that is said as often as there
 * are items, where one item is as good as a list of one.
 */
export type Writing = 'json' | 'text' | 'repeated text';

/** What comparing needs at every pair of schemas. */
export interface SchemaComparer {
  readonly old: ApiModel;
  readonly new: ApiModel;
  /** The day to hold sunsets to. */
  readonly today: Date | undefined;
  /** Compares what stands inside; pairs that were compared before are not compared again. */
  compare(old: Schema, current: Schema, site: SchemaSite): Comparison;
}

/** Two schemas on one facet of which something may have changed. */
export interface Places {
  readonly old: Schema;
  readonly new: Schema;
}

/** What stood there before and what stands there now. */
export interface BeforeAfter {
  readonly before?: JsonValue | undefined;
  readonly after?: JsonValue | undefined;
}

/** The site of a value inside the value at `site`. */
export function childSite(site: SchemaSite, step: string, isIdle = false): SchemaSite {
  return {
    ...site,
    place: PROPERTY_PLACES[site.place],
    subject: `${site.subject}${step}`,
    isIdle: site.isIdle || isIdle,
  };
}

const PROPERTY_PLACES: Readonly<Record<SchemaPlace, SchemaPlace>> = {
  'request-body': 'request-property',
  'request-property': 'request-property',
  'request-parameter': 'request-parameter-property',
  'request-parameter-property': 'request-parameter-property',
  'response-body': 'response-property',
  'response-property': 'response-property',
  'response-header': 'response-header-property',
  'response-header-property': 'response-header-property',
};
