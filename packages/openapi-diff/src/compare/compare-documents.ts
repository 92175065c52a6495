import type { ApiModel } from '@apipin/openapi-model';
import type { Comparison } from '../finding.ts';
import { matchOperations } from '../match/operations.ts';
import { methodAndPath } from './compare-operation.ts';

/** Compares what belongs to a document as a whole: its words, its servers, its webhooks. */
export function compareDocuments(old: ApiModel, current: ApiModel): Comparison {
  const comparison: Comparison = { findings: [], children: [] };
  const { findings } = comparison;
  const both = { old: old.at, new: current.at };
  const values = { before: wordsOf(old), after: wordsOf(current) };
  if (values.before !== values.after) {
    findings.push({ rule: 'document-text-changed', subject: 'info', ...both, ...values });
  }
  compareServers(old, current, comparison);
  const { removed, added } = matchOperations(old.webhooks, current.webhooks);
  for (const webhook of removed) {
    const subject = `webhook ${webhook.path}`;
    const before = methodAndPath(webhook);
    findings.push({ rule: 'webhook-removed', subject, old: webhook.at, before });
  }
  for (const webhook of added) {
    const subject = `webhook ${webhook.path}`;
    const after = methodAndPath(webhook);
    findings.push({ rule: 'webhook-added', subject, new: webhook.at, after });
  }
  return comparison;
}

function wordsOf({ title, version, description = '' }: ApiModel): string {
  return [title, version, description].join('\n');
}

function compareServers(old: ApiModel, current: ApiModel, { findings }: Comparison): void {
  const olds = new Map(old.servers.map((server) => [server.url, server]));
  const news = new Map(current.servers.map((server) => [server.url, server]));
  for (const [url, server] of olds) {
    if (news.has(url)) continue;
    const subject = `server ${url}`;
    findings.push({ rule: 'document-server-removed', subject, old: server.at, before: url });
  }
  for (const [url, server] of news) {
    if (olds.has(url)) continue;
    const subject = `server ${url}`;
    findings.push({ rule: 'document-server-added', subject, new: server.at, after: url });
  }
}
