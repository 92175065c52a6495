import type { SourceLocation } from '@apipin/openapi-model';
import type { Change, TouchedOperation, Verdict } from '../../change.ts';
import { describeLocation } from '../describe-location.ts';
import { NAMED_OPERATIONS } from '../describe-operations.ts';
import { predicateOf } from '../predicate.ts';
import { fragmentOf } from './change-id.ts';
import { html, type Html } from './html.ts';
import type { OperationIndex } from './operation-index.ts';
import { emitValueDiff } from './value-diff-table.ts';

/** One change as an article that a link can lead to. */
export function emitChangeCard(change: Change, operations: OperationIndex): Html {
  const id = fragmentOf(change.id);
  return html`<li>
    <article
      class="change"
      id="${id}"
      tabindex="-1"
      aria-labelledby="${id}-title"
      data-change="${change.level}"
      data-operations="${change.operations.map(operations.indexOf).join(' ')}"
    >
      <div class="title">
        <h3 id="${id}-title">
          <code>${change.subject}</code> <span class="message">${predicateOf(change)}</span>
        </h3>
        <p class="outside">Shown because the link leads here; the filters leave it out.</p>
      </div>
      <div class="facts">
        <dl>
          <dt>Wire</dt>
          <dd>${emitVerdict(change.wire)}</dd>
          <dt>Source</dt>
          <dd>${emitVerdict(change.source)}</dd>
          <dt>Direction</dt>
          <dd>${change.direction}</dd>
          <dt>Part</dt>
          <dd>${change.area}</dd>
          <dt>Rule</dt>
          <dd class="rule"><code>${change.rule}</code></dd>
        </dl>
        <a class="permalink" href="#${id}">Link<span class="hidden"> to ${change.subject}</span></a>
      </div>
      <div class="details">
        ${emitValueDiff(change)} ${emitOperations(change.operations)} ${emitPlaces(change)}
      </div>
    </article>
  </li>`;
}

function emitVerdict(verdict: Verdict): Html {
  return html`<span class="verdict ${verdict}">${verdict}</span>`;
}

function emitOperations(operations: readonly TouchedOperation[]): Html | undefined {
  if (operations.length === 0) return undefined;
  const named = operations.slice(0, NAMED_OPERATIONS);
  const rest = operations.slice(NAMED_OPERATIONS).map(({ operationId }) => operationId);
  return html`<ul class="operations" aria-label="Operations">
      ${named.map(emitOperation)}
    </ul>
    ${
      rest.length === 0
        ? undefined
        : html`<details class="operations">
            <summary>and ${rest.length} more</summary>
            <p>${rest.join(', ')}</p>
          </details>`
    }`;
}

function emitOperation({ operationId, method, path }: TouchedOperation): Html {
  return html`<li>
    <span class="operation-id">${operationId}</span> <code>${method} ${path}</code>
  </li>`;
}

function emitPlaces(change: Change): Html {
  return html`<p class="places">
    ${emitLocation(change.old) ?? 'not there'}
    <span aria-hidden="true">→</span><span class="hidden"> is now </span>
    ${emitLocation(change.new) ?? 'gone'}
  </p>`;
}

function emitLocation(location: SourceLocation | undefined): Html | undefined {
  return location && html`<code>${describeLocation(location)}</code>`;
}
