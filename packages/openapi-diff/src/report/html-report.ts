import { createHash } from 'node:crypto';
import type { Diff, Level } from '../change.ts';
import { emitChangeCard } from './html/change-card.ts';
import { emitFilters } from './html/filters.ts';
import { html, Html } from './html/html.ts';
import { emitMasthead } from './html/masthead.ts';
import { indexOperations, type OperationIndex } from './html/operation-index.ts';
import { enhancePage } from './html/page-script.ts';
import { PAGE_STYLE } from './html/page-style.ts';
import { groupByLevel, type LevelGroup } from './levels.ts';

const SCRIPT = `(${enhancePage.toString()})();`;

// The policy is about every character of these two.
const STYLE_ELEMENT = new Html(`<style>${PAGE_STYLE}</style>`);
const SCRIPT_ELEMENT = new Html(`<script>${SCRIPT}</script>`);

/** Nothing but our own style and script is let in, so that no text of a document could run or fetch anything. */
const POLICY = `default-src 'none'; style-src '${hashOf(PAGE_STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'`;

/**
 * The report as one page that needs no other file and no network, and whose filters need no server.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function emitHtmlReport(diff: Diff): string {
  const operations = indexOperations(diff.changes);
  const groups = groupByLevel(diff);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${diff.new.title}: ${diff.old.version} → ${diff.new.version}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <a class="skip" href="#changes">Skip to the changes</a>
        ${emitMasthead(diff)} ${groups.length > 0 ? emitFilters(diff, operations) : undefined}
        <main id="changes" tabindex="-1">
          ${groups.length > 0 ? groups.map((group) => emitSection(group, operations)) : NO_CHANGES}
          ${NO_MATCHES}
        </main>
        ${FOOTER} ${SCRIPT_ELEMENT}
      </body>
    </html> `;
  return `${page.markup.trim()}\n`;
}

const MEANINGS: Readonly<Record<Level, string>> = {
  breaking: 'Somebody who followed the older document has to act.',
  'non-breaking': 'Whoever followed the older document can stay as they are.',
  docs: 'Only words moved.',
};

function emitSection({ level, title, changes }: LevelGroup, operations: OperationIndex): Html {
  return html`<section class="level ${level}" aria-labelledby="level-${level}" data-section>
    <h2 id="level-${level}">${title} <span class="count">${changes.length}</span></h2>
    <p class="meaning">${MEANINGS[level]}</p>
    <ol class="changes">
      ${changes.map((change) => emitChangeCard(change, operations))}
    </ol>
  </section>`;
}

const NO_CHANGES = html`<p class="empty">
  There is nothing to report: both documents mean the same.
</p>`;

const NO_MATCHES = html`<div class="empty" data-empty hidden>
  <p>No change matches these filters.</p>
  <button type="button" data-reset>Show all changes</button>
</div>`;

const FOOTER = html`<footer>
  <label hidden>
    <input type="checkbox" data-shortcuts checked />
    Keys: <kbd>/</kbd> searches, <kbd>j</kbd> and <kbd>k</kbd> move to the next and previous change
  </label>
</footer>`;

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
