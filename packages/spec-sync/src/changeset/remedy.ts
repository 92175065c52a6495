import {
  markdownCode,
  markdownText,
  predicateOf,
  RULES,
  type Change,
  type Rule,
} from '@apipin/openapi-diff';

/** What a user of the packages does about a breaking change, as a sentence of Markdown. */
export function remedyFor(change: Change): string {
  const subject = markdownCode(change.subject);
  const rule = RULES.get(change.rule);
  const remedy = rule && (ofKind(rule, change) ?? ofAction(rule, change));
  return remedy === undefined
    ? `${subject} ${markdownText(predicateOf(change))}: go by what the compiler says.`
    : `${subject} ${remedy}.`;
}

function ofKind({ kind, action, direction, area }: Rule, change: Change): string | undefined {
  const isRequest = direction === 'request';
  switch (kind) {
    case 'enum': {
      if (action === 'value-added')
        return `may be ${newIn(change)} now: add a case to each \`switch\` over it`;
      const lost = lostFrom(change);
      return isRequest
        ? `does not take ${lost} any more: send something else`
        : `is never ${lost} any more: drop comparisons with that`;
    }
    case 'any-of':
    case 'one-of':
    case 'all-of':
      return isRequest
        ? 'takes other shapes than before: go by what the compiler says'
        : 'comes in other shapes than before: handle each of them';
    case 'type':
    case 'const':
    case 'format':
      return isRequest
        ? `${markdownText(predicateOf(change))}: send what it takes now`
        : `${markdownText(predicateOf(change))}: read it as what it is now`;
    case 'id':
      return `is called ${markdownCode(String(change.after))} now: rename your calls`;
    case 'path':
    case 'method':
    case 'version':
      return 'is somewhere else now: take this release, as older ones ask in the wrong place';
    case 'success':
      return 'does not answer with that status any more: drop what handles it';
    case 'media-type':
      return isRequest
        ? 'does not take that media type any more: send another one'
        : 'does not answer in that media type any more: read another one';
    case 'requirement':
    case 'scope':
    case 'scheme':
      return 'asks for other credentials: see that yours are among them';
    case 'announced':
      return area === 'operation'
        ? 'is gone, as announced: drop your calls'
        : 'is gone, as announced: leave it out';
    default:
      return undefined;
  }
}

function ofAction(
  { action, direction, area, source }: Rule,
  { after }: Change,
): string | undefined {
  const isRequest = direction === 'request';
  switch (action) {
    case 'became-optional':
      return 'may be absent now: handle `undefined`';
    case 'became-nullable':
      return 'may be null now: handle `null`';
    case 'became-not-nullable':
      return 'may not be null any more: leave it out, or give a value';
    case 'became-required':
    case 'added-required':
      return 'is required now: give it with each request';
    case 'became-enum':
      return isRequest
        ? 'takes listed values only: send one of them'
        : 'has listed values only: drop comparisons with others';
    case 'became-not-enum':
      return 'may be anything of its type now: give each `switch` over it a default';
    case 'renamed':
      return `is called ${markdownCode(String(after))} now: rename it where you use it`;
    case 'removed-optional':
    case 'removed-required':
      return isRequest ? 'is not taken any more: leave it out' : 'is gone: do not read it';
    case 'removed':
      if (area === 'operation') return 'is gone: drop your calls';
      return isRequest ? undefined : 'is gone: drop what uses it';
    default:
      if (source !== 'none') return undefined;
      // Types do not say it, and so no compiler does.
      return isRequest
        ? 'takes less than it did: keep within that'
        : 'may be more than it was: see that your code copes';
  }
}

function newIn({ before, after }: Change): string {
  return listValues(after, before);
}

function lostFrom({ before, after }: Change): string {
  return listValues(before, after);
}

/** The values of the one list that the other does not have. */
function listValues(of: unknown, without: unknown): string {
  const known = new Set(asList(without).map((value) => JSON.stringify(value)));
  const values = asList(of).filter((value) => !known.has(JSON.stringify(value)));
  const listed = values
    .slice(0, MOST_VALUES)
    .map((value) => markdownCode(typeof value === 'string' ? value : JSON.stringify(value)));
  const rest = values.length - listed.length;
  return [...listed, ...(rest > 0 ? [`${rest} others`] : [])].join(' or ') || 'something else';
}

/** Longer lists are not read. */
const MOST_VALUES = 5;

function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}
