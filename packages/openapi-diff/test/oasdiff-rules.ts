/** Rules of oasdiff, and the rules of ours that report the same. Braces list alternatives, as in a shell. */
export interface OasdiffRules {
  readonly theirs: string;
  /** As many as theirs, or one for all of them; `undefined` where ours have the same ids or there are none. */
  readonly ours?: string;
  /** Why there are none. */
  readonly none?: string;
}

const POLICY = 'a rule of its own on how to deprecate, which no client notices';
const BODY = '{request,response}-{body,property}';

/** @see https://github.com/oasdiff/oasdiff/blob/main/checker/rules.go */
export const OASDIFF_RULES: readonly OasdiffRules[] = [
  // Operations
  { theirs: 'endpoint-added', ours: 'operation-added' },
  { theirs: 'endpoint-deprecated', ours: 'operation-deprecated-set' },
  { theirs: 'endpoint-deprecated-with-sunset', ours: 'operation-sunset-added' },
  { theirs: 'endpoint-reactivated', ours: 'operation-deprecated-unset' },
  { theirs: 'api-{path-,}removed-without-deprecation', ours: 'operation-removed' },
  { theirs: 'api-{path-,}removed-before-sunset', ours: 'operation-removed' },
  { theirs: 'api-{path-,}removed-with-deprecation', ours: 'operation-announced-removed' },
  { theirs: 'api-path-sunset-parse', ours: 'operation-removed' },
  { theirs: 'api-deprecated-sunset-parse', ours: 'operation-sunset-set-earlier' },
  { theirs: 'api-deprecated-sunset-missing', none: POLICY },
  { theirs: 'api-sunset-date-{,changed-}too-small', ours: 'operation-sunset-set-earlier' },
  { theirs: 'sunset-deleted', ours: 'operation-sunset-removed' },
  {
    theirs: 'api-stability-{decreased,increased}',
    ours: 'operation-stability-{decreased,increased}',
  },
  {
    theirs: 'api-invalid-stability-level',
    none: 'an unknown level promises what no level promises',
  },
  { theirs: 'api-operation-id-{added,removed}', ours: 'operation-id-changed' },
  { theirs: 'api-tag-{added,removed}', ours: 'operation-tags-changed' },
  { theirs: 'api-schema-removed', ours: 'component-removed' },
  { theirs: 'webhook-{added,removed}' },
  {
    theirs: 'api-{version-not-bumped,version-decreased,major-version-not-bumped}',
    none: 'how a document calls its versions is up to its author; ours are those of the package',
  },

  // Security
  { theirs: 'api-{,global-}security-added', ours: 'security-requirement-added' },
  { theirs: 'api-{,global-}security-removed', ours: 'security-requirement-removed' },
  { theirs: 'api-security-updated', ours: 'security-requirement-{removed,added}' },
  { theirs: 'api-{,global-}security-scope-added', ours: 'security-scope-added' },
  { theirs: 'api-{,global-}security-scope-removed', ours: 'security-scope-removed' },
  { theirs: 'api-security-component-{added,removed}', ours: 'security-scheme-{added,removed}' },
  { theirs: 'api-security-component-type-changed', ours: 'security-scheme-changed' },
  {
    theirs: 'api-security-component-{oauth-url,oauth-token-url}-changed',
    ours: 'security-scheme-url-changed',
  },
  {
    theirs: 'api-security-component-oauth-scope-{added,removed,changed}',
    ours: 'security-scheme-scopes-changed',
  },

  // Parameters
  {
    theirs: 'new-{required,optional}-request-parameter',
    ours: 'request-parameter-added-{required,optional}',
  },
  {
    theirs: 'new-{required,optional}-request-default-parameter-to-existing-path',
    ours: 'request-parameter-added-{required,optional}',
  },
  { theirs: 'new-request-path-parameter', ours: 'request-parameter-added-required' },
  {
    theirs: 'new-required-request-header-property',
    ours: 'request-parameter-property-added-required',
  },
  {
    theirs: 'request-header-property-became-required',
    ours: 'request-parameter-property-became-required',
  },
  { theirs: 'request-header-property-became-enum', ours: 'request-parameter-property-became-enum' },
  { theirs: 'request-parameter-removed', ours: 'request-parameter-removed-{required,optional}' },
  {
    theirs: 'request-parameter-removed-with-deprecation',
    ours: 'request-parameter-announced-removed',
  },
  {
    theirs: 'request-parameter-{removed-before-sunset,sunset-parse}',
    ours: 'request-parameter-removed-optional',
  },
  {
    theirs: 'request-parameter-{deprecated,reactivated}',
    ours: 'request-parameter-deprecation-{set,unset}',
  },
  { theirs: 'request-parameter-deprecated-sunset-missing', none: POLICY },
  {
    theirs: 'request-parameter-sunset-date-{,changed-}too-small',
    ours: 'request-parameter-lifetime-set-earlier',
  },
  { theirs: 'request-parameter-sunset-deleted', ours: 'request-parameter-lifetime-removed' },
  { theirs: 'request-parameter-became-{required,optional,enum,nullable,not-nullable}' },
  { theirs: 'request-parameter-property-became-{nullable,not-nullable}' },
  { theirs: 'request-parameter-{,property-}enum-value-{added,removed}' },
  { theirs: 'request-parameter-pattern-{added,removed,changed,generalized}' },
  {
    theirs: 'request-parameter-default-value-{added,removed,changed}',
    ours: 'request-parameter-default-{added,removed,changed}',
  },
  {
    theirs:
      'request-parameter-{min,max,min-length,max-length,min-items,max-items}-{increased,decreased}',
  },
  {
    theirs:
      'request-parameter-{min,max,min-length,max-length,min-items,max-items,multiple-of}-{set,unset}',
  },
  {
    theirs: 'request-parameter-exclusive-{min,max}-{increased,decreased,set,unset}',
    ours: 'request-parameter-{min,max}-{increased,decreased,set,unset}',
  },
  {
    theirs: 'request-parameter-{style,explode}-changed',
    ours: 'request-parameter-serialization-changed',
  },
  {
    theirs: 'request-parameter-became-{allow-reserved,not-allow-reserved}',
    ours: 'request-parameter-allow-reserved-{set,unset}',
  },
  { theirs: 'request-parameter-type-{changed,generalized}' },
  { theirs: 'request-parameter-property-type-{changed,generalized,specialized}' },
  {
    theirs: 'request-parameter-{,property-}list-of-types-{widened,narrowed}',
    ours: 'request-parameter-{,property-}type-{generalized,specialized}',
  },
  {
    theirs: 'request-{parameter,property}-x-extensible-enum-value-removed',
    ours: 'request-{parameter,property}-extensible-enum-value-removed',
  },

  // Request bodies, response statuses, media types and headers
  { theirs: 'request-body-added-{required,optional}' },
  { theirs: 'request-body-removed', ours: 'request-body-removed-{required,optional}' },
  { theirs: 'request-body-became-{required,optional}' },
  { theirs: 'request-body-media-type-{added,removed}' },
  { theirs: 'response-media-type-{added,removed}' },
  {
    theirs: 'response-media-type-name-{generalized,specialized}',
    ours: 'response-media-type-{generalized,specialized}',
  },
  {
    theirs: 'response-media-type-parameter-{added,removed,changed}',
    ours: 'response-media-type-{specialized,generalized,removed}',
  },
  { theirs: 'response-media-type-name-changed', ours: 'response-media-type-{removed,added}' },
  {
    theirs: 'response-{success,non-success}-status-{added,removed}',
    ours: 'response-{success,non-success}-{added,removed}',
  },
  { theirs: 'response-header-added', ours: 'response-header-added-{required,optional}' },
  {
    theirs: '{required,optional}-response-header-removed',
    ours: 'response-header-removed-{required,optional}',
  },
  { theirs: 'response-header-became-{optional,nullable,not-nullable}' },
  { theirs: 'response-header-type-{changed,generalized,specialized}' },
  { theirs: 'response-header-{min,max,max-length}-{set,unset}' },
  { theirs: 'response-header-type-compatible', ours: 'response-header-type-generalized' },
  {
    theirs: '{request,response}-body-media-type-schema-{added,removed}',
    ours: '{request,response}-body-type-{specialized,generalized}',
  },
  {
    theirs: '{request,response}-body-media-type-item-schema-{added,removed}',
    none: 'the model has no `itemSchema`, which describes streams since OpenAPI 3.2',
  },
  {
    theirs: 'response-body-media-type-item-schema-removed-untyped',
    none: 'the model has no `itemSchema`, which describes streams since OpenAPI 3.2',
  },

  // Properties
  {
    theirs: 'new-required-request-property{,-with-default}',
    ours: 'request-property-added-required',
  },
  { theirs: 'new-optional-request-property', ours: 'request-property-added-optional' },
  { theirs: 'request-property-removed', ours: 'request-property-removed-{required,optional}' },
  { theirs: '{request,response}-property-became-{required,optional}' },
  {
    theirs: 'request-property-became-required-with-default',
    ours: 'request-property-became-required',
  },
  {
    theirs: 'response-{required,optional}-{,write-only-}property-added',
    ours: 'response-property-added-{required,optional}',
  },
  {
    theirs: 'response-{required,optional}-{,write-only-}property-removed',
    ours: 'response-property-removed-{required,optional}',
  },
  {
    theirs: 'response-write-only-property-became-{required,optional}',
    ours: 'response-property-became-{required,optional}',
  },
  {
    theirs: 'response-write-only-property-enum-value-added',
    ours: 'response-property-enum-value-added',
  },
  {
    theirs: '{request,response}-{required,optional}-property-became-read-only',
    ours: '{request,response}-property-read-only-set',
  },
  {
    theirs: '{request,response}-{required,optional}-property-became-not-read-only',
    ours: '{request,response}-property-read-only-unset',
  },
  {
    theirs: '{request,response}-{required,optional}-property-became-write-only',
    ours: '{request,response}-property-write-only-set',
  },
  {
    theirs: '{request,response}-{required,optional}-property-became-not-write-only',
    ours: '{request,response}-property-write-only-unset',
  },
  {
    theirs: '{request,response}-property-{deprecated,reactivated}',
    ours: '{request,response}-property-deprecated-{set,unset}',
  },
  {
    theirs: '{request,response}-property-deprecated-with-sunset',
    ours: '{request,response}-property-sunset-added',
  },
  { theirs: '{request,response}-property-deprecated-sunset-missing', none: POLICY },
  {
    theirs: '{request,response}-property-{deprecated-sunset-invalid,sunset-date-too-small}',
    ours: '{request,response}-property-sunset-set-earlier',
  },
  { theirs: '{request,response}-property-stability-{decreased,increased}' },

  // Schemas
  { theirs: `${BODY}-became-{nullable,not-nullable}` },
  { theirs: 'request-{body,property}-became-{enum,not-enum}' },
  { theirs: 'response-property-became-{enum,not-enum}' },
  {
    theirs: 'response-mediatype-became-{enum,not-enum}',
    ours: 'response-body-became-{enum,not-enum}',
  },
  { theirs: 'request-body-enum-value-{added,removed}' },
  { theirs: '{request,response}-property-enum-value-{added,removed}' },
  {
    theirs: 'response-mediatype-enum-value-{added,removed}',
    ours: 'response-body-enum-value-{added,removed}',
  },
  {
    theirs: `${BODY}-schema-became-{false,not-false}`,
    ours: `${BODY}-false-schema-{set,unset}`,
  },
  {
    theirs: 'request-read-only-property-enum-value-removed',
    ours: 'request-property-enum-value-removed',
  },
  { theirs: `${BODY}-const-added`, ours: `${BODY}-became-enum` },
  { theirs: `${BODY}-const-removed`, ours: `${BODY}-became-not-enum` },
  { theirs: `${BODY}-const-changed` },
  {
    theirs: `${BODY}-default-value-{added,removed,changed}`,
    ours: `${BODY}-default-{added,removed,changed}`,
  },
  { theirs: 'request-{body,property}-type-{changed,generalized}' },
  { theirs: 'response-{body,property}-type-{changed,generalized,specialized}' },
  { theirs: `${BODY}-type-compatible`, ours: `${BODY}-type-generalized` },
  {
    theirs: `${BODY}-list-of-types-{widened,narrowed}`,
    ours: `${BODY}-type-{generalized,specialized}`,
  },
  { theirs: 'request-property-pattern-{added,removed,changed,generalized}' },
  { theirs: 'response-property-pattern-{added,removed,changed}' },
  { theirs: `${BODY}-{min,max,min-length,max-length}-{set,unset,increased,decreased}` },
  { theirs: `${BODY}-{min-items,max-items}-{set,unset,increased,decreased}` },
  { theirs: `${BODY}-{min-properties,max-properties}-{set,unset,increased,decreased}` },
  {
    theirs: `${BODY}-exclusive-{min,max}-{set,unset,increased,decreased}`,
    ours: `${BODY}-{min,max}-{set,unset,increased,decreased}`,
  },
  {
    theirs: 'request-read-only-property-{max,max-length,max-items,max-properties}-decreased',
    ours: 'request-property-{max,max-length,max-items,max-properties}-decreased',
  },
  { theirs: 'request-read-only-property-min-increased', ours: 'request-property-min-increased' },
  {
    theirs: 'request-read-only-property-exclusive-{min-increased,max-decreased}',
    ours: 'request-property-{min-increased,max-decreased}',
  },
  { theirs: 'request-{body,property}-unique-items-{set,unset}' },
  { theirs: 'response-{body,property}-unique-items-unset' },
  { theirs: 'request-{body,property}-multiple-of-{set,unset,changed,generalized}' },
  { theirs: 'response-{body,property}-multiple-of-{set,unset,changed,specialized}' },
  { theirs: `${BODY}-{all-of,any-of,one-of}-{added,removed}` },
  {
    theirs: `${BODY}-all-of-{added,removed}-annotation-only`,
    none: 'a member that restricts nothing is not told from its absence',
  },
  {
    theirs: '{request,response}-body-wrapped-in-one-of',
    ours: '{request,response}-body-one-of-changed',
  },
  {
    theirs: '{request,response}-body-wrapped-in-one-of-original-preserved',
    ours: '{request,response}-body-one-of-wrapped',
  },
  { theirs: `${BODY}-discriminator-{added,removed}` },
  {
    theirs: `${BODY}-discriminator-property-name-changed`,
    ours: `${BODY}-discriminator-changed`,
  },
  { theirs: `${BODY}-discriminator-mapping-{added,changed}` },
  {
    theirs: `${BODY}-discriminator-mapping-deleted`,
    ours: `${BODY}-discriminator-mapping-removed`,
  },
  {
    theirs: `${BODY}-prefix-items-{added,removed}`,
    ours: '{request,response}-property-type-{specialized,generalized}',
  },
  { theirs: `${BODY}-{if,then,else,contains}-{added,removed}` },
  { theirs: `${BODY}-{min-contains,max-contains}-{increased,decreased}` },
  { theirs: `${BODY}-max-contains-{set,unset}` },
  {
    theirs: `${BODY}-min-contains-{set,unset}`,
    ours: `${BODY}-min-contains-{increased,decreased}`,
  },
  { theirs: `${BODY}-dependent-required-{added,removed,changed}` },
  { theirs: `${BODY}-{dependent-schema,pattern-property,property-names}-{added,removed}` },
  { theirs: `${BODY}-{unevaluated-items,unevaluated-properties,content-schema}-{added,removed}` },
  { theirs: `${BODY}-{content-media-type,content-encoding}-changed` },
];
