import { defineRules, type Meanings, type Place } from './define-rules.ts';
import { STABILITY, SUNSET } from './lifecycle-meanings.ts';
import type { Rule } from './rule.ts';

const whole = (id: string, area: Place['area']): Place => ({
  id,
  area,
  direction: 'both',
  polarity: 'request',
});

const DOCS: Meanings = { changed: { effect: 'none', isDocs: true } };

const LIFECYCLE: Meanings = {
  set: { effect: 'none', types: 'unseen' },
  unset: { effect: 'none', types: 'unseen' },
};

const OPERATION = whole('operation', 'operation');
const PARAMETER: Place = {
  id: 'request-parameter',
  area: 'parameter',
  direction: 'request',
  polarity: 'request',
};
const REQUEST_BODY: Place = {
  id: 'request-body',
  area: 'request body',
  direction: 'request',
  polarity: 'request',
};
/** Clients rely on what they select. */
const RESPONSE: Place = {
  id: 'response',
  area: 'response',
  direction: 'response',
  polarity: 'request',
};
const HEADER: Place = {
  id: 'response-header',
  area: 'header',
  direction: 'response',
  polarity: 'request',
};
const WEBHOOK = whole('webhook', 'operation');
const SECURITY = whole('security', 'security');
const DOCUMENT = whole('document', 'document');
const COMPONENT = whole('component', 'schema');
const SCHEMA = whole('schema', 'schema');

/** Every rule about operations and what belongs to them. */
export const OPERATION_RULES: readonly Rule[] = [
  ...defineRules(OPERATION, '', {
    added: { effect: 'widens', types: 'adds' },
    removed: { effect: 'narrows', types: 'removes' },
  }),
  ...defineRules(OPERATION, 'deprecated', LIFECYCLE),
  // It was announced: that it goes is what clients were told.
  ...defineRules(OPERATION, 'announced', { removed: { effect: 'none', types: 'removes' } }),
  ...defineRules(OPERATION, 'sunset', SUNSET),
  ...defineRules(OPERATION, 'stability', STABILITY),
  ...defineRules(OPERATION, 'id', { changed: { effect: 'none', types: 'removes' } }),
  ...defineRules(OPERATION, 'path', { changed: { effect: 'incomparable', types: 'unseen' } }),
  // The version is part of the path, and nothing else of it moved.
  ...defineRules(OPERATION, 'version', { changed: { effect: 'incomparable', types: 'unseen' } }),
  ...defineRules(OPERATION, 'method', { changed: { effect: 'incomparable', types: 'unseen' } }),
  ...defineRules(OPERATION, 'text', DOCS),
  ...defineRules(OPERATION, 'tags', DOCS),

  ...defineRules(PARAMETER, '', {
    'added-required': { effect: 'narrows' },
    'removed-required': { effect: 'widens', types: 'removes' },
    'added-optional': { effect: 'none', types: 'adds' },
    'removed-optional': { effect: 'none', types: 'removes' },
    'became-required': { effect: 'narrows' },
    'became-optional': { effect: 'widens' },
    renamed: { effect: 'none', types: 'removes' },
  }),
  ...defineRules(PARAMETER, 'announced', { removed: { effect: 'none', types: 'removes' } }),
  ...defineRules(PARAMETER, 'serialization', {
    changed: { effect: 'incomparable', types: 'unseen' },
  }),
  ...defineRules(PARAMETER, 'allow-reserved', {
    set: { effect: 'widens', types: 'unseen' },
    unset: { effect: 'narrows', types: 'unseen' },
  }),
  ...defineRules(PARAMETER, 'deprecation', LIFECYCLE),
  ...defineRules(PARAMETER, 'lifetime', SUNSET),
  ...defineRules(PARAMETER, 'text', DOCS),

  ...defineRules(REQUEST_BODY, '', {
    'added-required': { effect: 'narrows' },
    'removed-required': { effect: 'unknown', types: 'removes' },
    'added-optional': { effect: 'none', types: 'adds' },
    'removed-optional': { effect: 'unknown', types: 'removes' },
    'became-required': { effect: 'narrows' },
    'became-optional': { effect: 'widens' },
  }),
  ...defineRules(REQUEST_BODY, 'media-type', {
    added: { effect: 'widens', types: 'adds' },
    removed: { effect: 'narrows' },
  }),
  ...defineRules(REQUEST_BODY, 'text', DOCS),

  ...defineRules(RESPONSE, 'success', {
    // What a call gives back is the union of its successes, so there is one more to read.
    added: { effect: 'widens', types: 'incomparable' },
    removed: { effect: 'narrows', types: 'removes' },
  }),
  ...defineRules(RESPONSE, 'non-success', {
    added: { effect: 'widens', types: 'adds' },
    removed: { effect: 'narrows', types: 'unseen' },
  }),
  ...defineRules(RESPONSE, 'media-type', {
    added: { effect: 'widens', types: 'adds' },
    removed: { effect: 'narrows', types: 'removes' },
    generalized: { effect: 'incomparable', types: 'unseen' },
    specialized: { effect: 'none', types: 'unseen' },
  }),
  ...defineRules(RESPONSE, 'text', DOCS),

  ...defineRules(HEADER, '', {
    'added-required': { effect: 'widens', types: 'unseen' },
    'removed-required': { effect: 'narrows', types: 'unseen' },
    'added-optional': { effect: 'widens', types: 'unseen' },
    'removed-optional': { effect: 'narrows', types: 'unseen' },
    'became-required': { effect: 'widens', types: 'unseen' },
    'became-optional': { effect: 'narrows', types: 'unseen' },
  }),
  ...defineRules(HEADER, 'text', DOCS),

  // Handlers are given by the names of their events.
  ...defineRules(WEBHOOK, '', {
    added: { effect: 'widens', types: 'adds' },
    removed: { effect: 'narrows', types: 'removes' },
  }),
  ...defineRules(WEBHOOK, 'text', DOCS),

  // Requirements are alternatives; what one of them asks for is asked together.
  ...defineRules(SECURITY, 'requirement', {
    added: { effect: 'widens', types: 'unseen' },
    removed: { effect: 'narrows', types: 'unseen' },
  }),
  ...defineRules(SECURITY, 'scope', {
    added: { effect: 'narrows', types: 'unseen' },
    removed: { effect: 'widens', types: 'unseen' },
  }),
  // A client names the keys that it takes.
  ...defineRules(SECURITY, 'scheme', {
    added: { effect: 'none', types: 'adds' },
    removed: { effect: 'none', types: 'removes' },
    changed: { effect: 'incomparable', types: 'unseen' },
  }),
  ...defineRules(SECURITY, 'scheme-url', { changed: { effect: 'none', types: 'unseen' } }),
  ...defineRules(SECURITY, 'scheme-scopes', { changed: { effect: 'none', types: 'unseen' } }),

  ...defineRules(COMPONENT, '', {
    added: { effect: 'none', types: 'adds' },
    removed: { effect: 'none', types: 'removes' },
    renamed: { effect: 'none', types: 'removes' },
  }),
  ...defineRules(SCHEMA, 'text', DOCS),

  // Where an API is served is agreed elsewhere; documents list servers as examples.
  ...defineRules(DOCUMENT, 'server', {
    added: { effect: 'none', types: 'unseen' },
    removed: { effect: 'none', types: 'unseen' },
  }),
  ...defineRules(DOCUMENT, 'text', DOCS),
];
