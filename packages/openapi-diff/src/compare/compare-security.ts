import {
  canonicalJson,
  ownProperty,
  type ApiModel,
  type JsonObject,
  type Operation,
  type SecurityRequirement,
  type SecurityScheme,
} from '@apipin/openapi-model';
import type { Comparison } from '../finding.ts';
import type { OperationPair } from '../match/operations.ts';
import { addFinding, type OperationContext } from './operation-context.ts';

/**
 * Compares who may call an operation: requirements are alternatives, each with scopes that are needed together.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function compareSecurity(pair: OperationPair, context: OperationContext): void {
  const olds = alternativesOf(pair.old, context.comparer.old);
  const news = alternativesOf(pair.new, context.comparer.new);
  // Whoever may call without a key may still do so.
  const isOpen = news.has('');
  for (const key of new Set([...olds.keys(), ...news.keys()])) {
    const [removed, added] = distinctAlternatives(olds.get(key) ?? [], news.get(key) ?? []);
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      const before = removed[index];
      const after = added[index];
      if (before !== undefined && after !== undefined) compareScopes(before, after, pair, context);
      else if (after !== undefined)
        addFinding(context, 'security-requirement-added', '', {
          ...pair,
          item: canonicalJson(describe(after)),
          after: describe(after),
        });
      else if (before !== undefined && !isOpen)
        addFinding(context, 'security-requirement-removed', '', {
          ...pair,
          item: canonicalJson(describe(before)),
          before: describe(before),
        });
    }
  }
}

/** Requirements by what they have clients send, whatever the schemes are called: they may differ in their scopes. */
function alternativesOf(
  operation: Operation,
  model: ApiModel,
): ReadonlyMap<string, readonly SecurityRequirement[]> {
  const byKey = new Map<string, SecurityRequirement[]>();
  for (const requirement of requirementsOf(operation)) {
    const key = keyOf(requirement, model);
    byKey.set(key, [...(byKey.get(key) ?? []), requirement]);
  }
  return byKey;
}

/** Those of either side that the other has not, by their scopes. */
function distinctAlternatives(
  olds: readonly SecurityRequirement[],
  news: readonly SecurityRequirement[],
): readonly [SecurityRequirement[], SecurityRequirement[]] {
  const byScopes = (all: readonly SecurityRequirement[]): Map<string, SecurityRequirement> =>
    new Map(all.map((each) => [canonicalJson([...scopesOf(each)].sort()), each]));
  const [before, after] = [byScopes(olds), byScopes(news)];
  const select = (
    all: Map<string, SecurityRequirement>,
    others: Map<string, SecurityRequirement>,
  ): SecurityRequirement[] =>
    [...all.keys()].sort().flatMap((scopes) => (others.has(scopes) ? [] : (all.get(scopes) ?? [])));
  return [select(before, after), select(after, before)];
}

function scopesOf(requirement: SecurityRequirement): ReadonlySet<string> {
  return new Set([...requirement.values()].flat());
}

/** No requirement is the requirement of nothing. */
function requirementsOf({ security }: Operation): readonly SecurityRequirement[] {
  return security.length === 0 ? [new Map()] : security;
}

/** What is to be sent, whatever the schemes are called. */
function keyOf(requirement: SecurityRequirement, model: ApiModel): string {
  return [...requirement.keys()]
    .map((name) => {
      const scheme = model.securitySchemes.get(name);
      return scheme === undefined ? name : wireOf(scheme);
    })
    .sort()
    .join(' and ');
}

function describe(requirement: SecurityRequirement): JsonObject {
  return Object.fromEntries(requirement);
}

function compareScopes(
  before: SecurityRequirement,
  after: SecurityRequirement,
  pair: OperationPair,
  context: OperationContext,
): void {
  const olds = scopesOf(before);
  const news = scopesOf(after);
  for (const scope of news) {
    if (olds.has(scope)) continue;
    addFinding(context, 'security-scope-added', `scope ${scope}`, { ...pair, after: scope });
  }
  for (const scope of olds) {
    if (news.has(scope)) continue;
    addFinding(context, 'security-scope-removed', `scope ${scope}`, { ...pair, before: scope });
  }
}

/** What a scheme has clients send. */
function wireOf(scheme: SecurityScheme): string {
  if (scheme.kind === 'apiKey') return `${scheme.in} ${scheme.name}`;
  if (scheme.kind !== 'http') return scheme.kind;
  return `http ${String(ownProperty(scheme.details, 'scheme') ?? '').toLowerCase()}`;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object */
export function compareSecuritySchemes(old: ApiModel, current: ApiModel): Comparison {
  const comparison: Comparison = { findings: [], children: [] };
  const { findings } = comparison;
  for (const [name, before] of old.securitySchemes) {
    const after = current.securitySchemes.get(name);
    const subject = `security scheme ${name}`;
    if (after === undefined) {
      findings.push({ rule: 'security-scheme-removed', subject, old: before.at });
    } else {
      const both = { subject, old: before.at, new: after.at };
      if (wireOf(before) !== wireOf(after)) {
        const values = { before: wireOf(before), after: wireOf(after) };
        findings.push({ rule: 'security-scheme-changed', ...both, ...values });
      }
      for (const [rule, select] of DETAILS) {
        const values = { before: select(before.details), after: select(after.details) };
        if (canonicalJson(values.before) === canonicalJson(values.after)) continue;
        findings.push({ rule, ...both, ...values });
      }
    }
  }
  for (const [name, after] of current.securitySchemes) {
    if (old.securitySchemes.has(name)) continue;
    const subject = `security scheme ${name}`;
    findings.push({ rule: 'security-scheme-added', subject, new: after.at });
  }
  return comparison;
}

const DETAILS: readonly (readonly [rule: string, select: (details: JsonObject) => JsonObject])[] = [
  ['security-scheme-changed', ({ openIdConnectUrl = null }) => ({ openIdConnectUrl })],
  [
    'security-scheme-url-changed',
    (details) => ofFlows(details, (keyword) => /^(authorization|token|refresh)Url$/.test(keyword)),
  ],
  [
    'security-scheme-scopes-changed',
    (details) => ofFlows(details, (keyword) => keyword === 'scopes'),
  ],
];

/** What the flows of OAuth 2 say under the keywords that `isWanted` wants, by flow. */
function ofFlows(details: JsonObject, isWanted: (keyword: string) => boolean): JsonObject {
  const flows = ownProperty(details, 'flows');
  const own = Object.entries(details).filter(([keyword]) => isWanted(keyword));
  const ofEach = Object.entries((flows ?? {}) as JsonObject).map(([flow, value]) => [
    flow,
    Object.fromEntries(
      Object.entries((value ?? {}) as JsonObject).filter(([keyword]) => isWanted(keyword)),
    ),
  ]);
  return Object.fromEntries([...own, ...ofEach]) as JsonObject;
}
