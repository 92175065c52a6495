/** Pairs on which we disagree with their judge, for one reason. */
export interface ExpectedDisagreement {
  readonly reason: string;
  /** Whether we call breaking what the judge does not, or the other way round. */
  readonly weSay: 'breaking' | 'not breaking';
  /** The pairs, as `<rule>: <title>`. */
  readonly pairs: readonly string[];
}

/** Every disagreement with a judge; where judges contradict one another we follow oasdiff. */
export const EXPECTED_DISAGREEMENTS: readonly ExpectedDisagreement[] = [
  {
    reason: 'objects are open: oasdiff and we have readers ignore properties that they do not know',
    weSay: 'not breaking',
    pairs: [
      'azure-openapi-diff AddedPropertyInResponse: a property is added to the response',
      'openapi-comparator 1034 AddedRequiredResponseProperty: a required property is added to the response',
      'openapi-comparator 1041 AddedPropertyInResponse: an optional property is added to the response',
      'openapi-comparator 1041 AddedBreakingPropertyInResponse: a property is added to a response that forbids further properties',
      'openapi-comparator 1045 AddedOptionalProperty: an optional property is added to the request',
      'openapi-comparator polymorphic_schema: one of the alternatives of a property gains a property',
      'openapi-comparator 1021 AddedAdditionalProperties: further properties of the response get a schema',
      'openapi-comparator 1022 RemovedAdditionalProperties: further properties of the response lose their schema',
    ],
  },
  {
    reason:
      'an answer that comes beside the others leaves those that a client asks for as they were',
    weSay: 'not breaking',
    pairs: [
      'azure-openapi-diff ResponseFormatAdded: a response gains a media type',
      'azure-openapi-diff ResponseAdded: a status is added',
      'openapi-comparator 1011 AddingResponseCode: a status is added',
    ],
  },
  {
    reason: 'a client must be ready for any failure, declared or not, as oasdiff has it',
    weSay: 'not breaking',
    pairs: [
      'openapi-changes responses.default removed: the default response is removed',
      'openapi-diff-java response.responses.decreased: a failure is removed',
    ],
  },
  {
    reason: 'an operationId never travels; it breaks generated code, which `source` says',
    weSay: 'not breaking',
    pairs: [
      'azure-openapi-diff OperationIdChanged: two operationIds change',
      'openapi-changes operation.operationId modified: an operationId changes',
      'openapi-comparator 1008 ModifiedOperationId: an operationId changes',
    ],
  },
  {
    reason:
      'a wider request and a narrower response leave everything possible that was possible before',
    weSay: 'not breaking',
    pairs: [
      'azure-openapi-diff ParameterConstantChanged: a parameter of one value gets a second one',
      'openapi-comparator 1019 RemovedEnumResponseValue: an enumeration in the response loses a value',
      'openapi-comparator 1020 AddedEnumRequestValue: an enumeration in the request gains a value',
    ],
  },
  {
    reason:
      'of this an API model says nothing: callbacks, links, servers of paths, `allowEmptyValue`',
    weSay: 'not breaking',
    pairs: [
      'openapi-changes callback expression removed: an expression is removed from a callback',
      'openapi-changes operation.callbacks removed: callbacks are removed',
      'openapi-changes pathItem.servers removed: the servers of a path are removed',
      'openapi-changes link.operationId modified: a link leads to another operation',
      'openapi-diff-java request.param.allowempty.decreased: a parameter may no longer be empty',
    ],
  },
  {
    reason:
      'where an API is served and what its version is called is agreed elsewhere, as oasdiff has it',
    weSay: 'not breaking',
    pairs: [
      'openapi-changes server.url modified: the URL of a server changes',
      'openapi-comparator 10021 ServerNoLongerSupported: a server is removed',
      'openapi-comparator 1000 VersionsReversed: the version falls',
    ],
  },
  {
    reason:
      'where a flow fetches its tokens, and what these look like, is no part of a call: oasdiff informs of it',
    weSay: 'not breaking',
    pairs: [
      'openapi-changes oauthFlow.tokenUrl modified: the token URL changes',
      'openapi-diff-java security.scheme.bearer.format.changed: the format of a bearer token is named',
      'openapi-diff-java security.scheme.oauth2.auth.url.changed: the authorization URL changes',
      'openapi-diff-java security.scheme.oauth2.token.url.changed: the token URL changes',
      'openapi-diff-java security.scheme.oauth2.refresh.url.changed: the refresh URL changes',
    ],
  },
  {
    reason: 'oasdiff, which we follow, takes another OpenID provider for breaking',
    weSay: 'breaking',
    pairs: [
      'openapi-changes securityScheme.openIdConnectUrl modified: the OpenID Connect URL changes',
    ],
  },
  {
    reason: 'the schemes ask for the same header, whatever they are called',
    weSay: 'not breaking',
    pairs: [
      'openapi-diff-java security.requirements.decreased: there is one way less to be let in',
    ],
  },
  {
    reason:
      'defaults, discriminators, `readOnly` and `writeOnly` restrict no value; oasdiff informs of them',
    weSay: 'not breaking',
    pairs: [
      'openapi-comparator 1027 DefaultValueChanged: the default of a property of the response changes',
      'openapi-comparator 1029 ReadonlyPropertyChanged: a property may no longer be sent',
      'openapi-diff-java schema.discriminator.changed: the discriminator is another property',
      'openapi-diff-java request.readonly.increased: a property may no longer be sent',
      'openapi-diff-java request.readonly.required.decreased: a required property may be sent after all',
      'openapi-diff-java response.writeonly.increased: a property is no longer given',
    ],
  },
  {
    reason:
      'oasdiff warns when a request loses a property or a parameter: it is without effect from then on',
    weSay: 'breaking',
    pairs: [
      'openapi-diff-java schema, changed but compatible: optional properties come and go',
      'optic valid changes: less is asked, more is promised, and an optional parameter goes',
    ],
  },
  {
    reason:
      'code that reads an optional property never finds it again; optic, openapi-comparator and swagger-diff call that breaking',
    weSay: 'breaking',
    pairs: [
      'oasdiff response-optional-property-removed: an optional property is gone from the response',
    ],
  },
  {
    reason: 'no date is a date-time: neither format contains the other (RFC 3339, section 5.6)',
    weSay: 'breaking',
    pairs: [
      'oasdiff request-parameter-type-generalized: query parameter: date to date-time',
      'oasdiff request-property-type-generalized: request property of format date → date-time',
      'oasdiff response-property-type-specialized: response property of format date-time → date',
    ],
  },
  {
    reason:
      'the model keeps `contentSchema` as it was written, so that a change of it has no direction',
    weSay: 'breaking',
    pairs: [
      'oasdiff request-property-min-length-decreased: minLength decreases in contentSchema of the request',
      'oasdiff finds nothing: minLength increases in contentSchema of the response',
    ],
  },
  {
    reason:
      'whoever does not send the name is rejected from then on, whether or not it is described',
    weSay: 'breaking',
    pairs: [
      'oasdiff finds nothing (TestBreaking_ReqBodyNewRequiredPropertyNew): required names a property that the request schema does not declare',
    ],
  },
  {
    reason:
      'every number is a string where it travels as text, as oasdiff itself has it for whole parameters',
    weSay: 'not breaking',
    pairs: [
      'oasdiff request-parameter-property-type-changed: a property of a query parameter changes from number to string',
      'openapi-diff-java path parameter of another name and schema: a path parameter is renamed and of another type',
    ],
  },
  {
    reason:
      'the item is compared with what stands at its place on the other side, which is one of `items`: the request accepts more, the response says less',
    weSay: 'not breaking',
    pairs: [
      'oasdiff request-property-prefix-items-removed: request property loses its second entry of prefixItems',
      'oasdiff response-property-prefix-items-added: response property gains a second entry of prefixItems',
    ],
  },
  {
    reason: 'the other branch of `allOf` still requires it: the same values conform as before',
    weSay: 'not breaking',
    pairs: [
      'oasdiff response-property-became-optional (TestDisclaimer_AllOfCapsSeverity): one of two branches of allOf no longer requires what both required in the response',
      'oasdiff response-property-became-optional (TestDisclaimer_AllOfOnAnAncestorProperty): one of two branches of allOf in a response property no longer requires what both required',
    ],
  },
  {
    reason: 'what is more specific is contained, with or without parameters',
    weSay: 'not breaking',
    pairs: [
      'oasdiff response-media-type-name-changed: the media type of a response becomes more specific and gains a parameter',
    ],
  },
  {
    reason: 'no answer conformed before, so that nobody can have relied on one',
    weSay: 'not breaking',
    pairs: [
      'oasdiff response-body-media-type-schema-removed: a media type of a response loses the schema false',
    ],
  },
];
