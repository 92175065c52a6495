import type { Bump, ComparedDocument, Diff } from '../../change.ts';
import { countLevels, groupByLevel } from '../levels.ts';
import { html, type Html } from './html.ts';

const VERDICTS: Readonly<Record<Bump, { readonly title: string; readonly meaning: string }>> = {
  major: {
    title: 'Major',
    meaning: 'Something that worked with the older document stops working.',
  },
  minor: { title: 'Minor', meaning: 'What worked goes on working, and something is new.' },
  patch: { title: 'Patch', meaning: 'Only words moved.' },
  none: { title: 'No bump', meaning: 'Both documents mean the same.' },
};

/** The head of the page: which documents were compared, and what came of it. */
export function emitMasthead(diff: Diff): Html {
  const { title, meaning } = VERDICTS[diff.bump];
  return html`<header class="masthead">
    <h1>${diff.new.title}<span class="kicker">API changes</span></h1>
    <div class="documents">
      ${emitDocument('From', diff.old)}
      <span class="arrow" aria-hidden="true">→</span>
      ${emitDocument('To', diff.new)}
    </div>
    <div class="result ${diff.bump}">
      <p class="bump"><strong>${title}</strong> ${meaning}</p>
      ${emitCounts(diff)}
    </div>
  </header>`;
}

function emitDocument(role: string, { title, version, file }: ComparedDocument): Html {
  return html`<dl class="document">
    <dt>${role}</dt>
    <dd class="version">${version}</dd>
    <dd class="title">${title}</dd>
    <dd><code>${file}</code></dd>
  </dl>`;
}

/** How many changes of each level there are, as words and as a bar of their proportions. */
function emitCounts(diff: Diff): Html {
  const total = diff.changes.length;
  let start = 0;
  const bars = groupByLevel(diff).map(({ level, changes }) => {
    const bar = html`<rect class="${level}" x="${start}" width="${changes.length}" height="1" />`;
    start += changes.length;
    return bar;
  });
  return html`<p class="counts">${countLevels(diff)}</p>
    <svg
      class="proportions"
      viewBox="0 0 ${Math.max(total, 1)} 1"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      ${bars}
    </svg>`;
}
