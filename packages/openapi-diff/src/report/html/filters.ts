import type { Diff } from '../../change.ts';
import { groupByLevel } from '../levels.ts';
import { html, type Html } from './html.ts';
import type { OperationIndex } from './operation-index.ts';

/** The controls that narrow the list; they stay hidden until the script of the page brings them to life. */
export function emitFilters(diff: Diff, { operations }: OperationIndex): Html {
  const levels = groupByLevel(diff).map(
    ({ level, title, changes }) =>
      html`<button type="button" class="toggle ${level}" data-level="${level}" aria-pressed="true">
        ${title} <span class="count">${changes.length}</span>
      </button>`,
  );
  return html`<search class="filters" aria-label="Filter the changes" data-filters hidden>
    <div class="levels" role="group" aria-label="Levels">${levels}</div>
    <label class="field">
      <span>Operation</span>
      <input
        data-operation
        list="operations"
        placeholder="Any of ${operations.length}"
        autocomplete="off"
        spellcheck="false"
      />
    </label>
    <datalist id="operations">
      ${operations.map(
        ({ operationId, method, path }) =>
          html`<option value="${operationId}">${method} ${path}</option>`,
      )}
    </datalist>
    <label class="field">
      <span>Text</span>
      <input type="search" data-query placeholder="Search" spellcheck="false" />
    </label>
    <p class="status" role="status" data-status></p>
  </search>`;
}
