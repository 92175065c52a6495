import {
  canonicalJson,
  type ApiModel,
  type JsonValue,
  type Operation,
  type SecurityRequirement,
} from '@apipin/openapi-model';
import { stringLiteral } from '../source-text.ts';
import type { SchemaWalk } from './walk-schemas.ts';

/** Notes where versions ask for other credentials. No function maps them: they are forwarded as they are. */
export function walkSecurity(
  old: Operation,
  current: Operation,
  models: { readonly old: ApiModel; readonly current: ApiModel },
  walk: SchemaWalk,
): void {
  if (meaningOf(old, models.old) === meaningOf(current, models.current)) return;
  walk.addSite({
    owner: { kind: 'operation', operationId: current.operationId },
    path: '.security',
    old: { type: credentialsOf(old), optional: false, pointer: old.at.pointer },
    current: { type: credentialsOf(current), optional: false, pointer: current.at.pointer },
  });
}

function credentialsOf({ security }: Operation): { readonly kind: 'text'; readonly text: string } {
  const alternatives = security.length === 0 ? [new Map()] : security;
  const names = new Set(alternatives.map(nameOf));
  return {
    kind: 'text',
    text: `Credentials<${[...names].toSorted().map(stringLiteral).join(' | ')}>`,
  };
}

function nameOf(requirement: SecurityRequirement): string {
  return requirement.size === 0 ? 'none' : [...requirement.keys()].toSorted().join(' + ');
}

/** The alternatives with their scopes, and where each scheme has its credential; their order means nothing. */
function meaningOf({ security }: Operation, { securitySchemes }: ApiModel): string {
  const alternatives = security.map((requirement) =>
    canonicalJson(
      [...requirement]
        .map(([name, scopes]): JsonValue => {
          const scheme = securitySchemes.get(name);
          const carrier = scheme?.kind === 'apiKey' ? [scheme.in, scheme.name] : [];
          return [name, scheme?.kind ?? '', carrier, [...scopes].toSorted()];
        })
        .toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
    ),
  );
  return JSON.stringify([...new Set(alternatives)].toSorted());
}
