const css = String.raw;

/** The look of the page: ink on paper, one accent per level, in light and dark. */
export const PAGE_STYLE: string = css`
  :root {
    color-scheme: light dark;
    --paper: light-dark(#fdfcfa, #161513);
    --raised: light-dark(#f5f3ef, #1f1d1a);
    --line: light-dark(#e2ded7, #34312c);
    --line-strong: light-dark(#8d867b, #7d766b);
    --ink: light-dark(#1d1b18, #edeae4);
    --soft: light-dark(#5f5a52, #aca59a);
    --breaking: light-dark(#b3261e, #ff9085);
    --non-breaking: light-dark(#1a6b43, #74cf9e);
    --docs: light-dark(#3a53b5, #a3b5ff);
    --removed: light-dark(#fbe9e6, #33191680);
    --removed-mark: light-dark(#f3c3bc, #6b2a23);
    --added: light-dark(#e5f3ea, #15301f80);
    --added-mark: light-dark(#b5dfc5, #1f5a39);
    --mono:
      ui-monospace, 'SF Mono', SFMono-Regular, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono',
      monospace;
    font:
      100%/1.5 ui-sans-serif,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      sans-serif;
    background: var(--paper);
    color: var(--ink);
    -webkit-text-size-adjust: 100%;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  body {
    max-width: 68rem;
    margin: 0 auto;
    padding: 0 clamp(1rem, 4vw, 2.5rem) 4rem;
  }

  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }

  ol,
  ul {
    list-style: none;
  }

  code,
  kbd {
    font-family: var(--mono);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  :focus-visible {
    outline: 2px solid var(--docs);
    outline-offset: 2px;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .skip {
    position: absolute;
    left: -100vw;
    z-index: 2;
    padding: 0.5rem 1rem;
    background: var(--ink);
    color: var(--paper);
  }

  .skip:focus {
    left: 1rem;
    top: 1rem;
  }

  /* Masthead */

  .masthead {
    padding: clamp(2rem, 5vw, 4rem) 0 2rem;
  }

  h1 {
    display: flex;
    flex-direction: column-reverse;
    font-size: clamp(1.75rem, 4.5vw, 2.75rem);
    font-weight: 650;
    letter-spacing: -0.025em;
    line-height: 1.1;
    overflow-wrap: anywhere;
  }

  .kicker {
    margin-bottom: 0.75rem;
    color: var(--soft);
    font-size: 0.875rem;
    font-weight: 500;
    letter-spacing: 0;
  }

  .documents {
    display: grid;
    grid-template-columns: minmax(0, auto) auto minmax(0, 1fr);
    gap: clamp(1rem, 4vw, 2.5rem);
    align-items: center;
    margin-top: 2rem;
  }

  .document dt,
  .document dd:not(.version) {
    color: var(--soft);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  .document .version {
    font-size: 1.375rem;
    font-weight: 600;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }

  .arrow {
    color: var(--soft);
    font-size: 1.5rem;
  }

  .result {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.75rem 1.5rem;
    align-items: baseline;
    margin-top: 2.25rem;
  }

  .bump strong {
    margin-right: 0.5rem;
    font-size: 1.375rem;
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  .major .bump strong {
    color: var(--breaking);
  }

  .minor .bump strong {
    color: var(--non-breaking);
  }

  .patch .bump strong {
    color: var(--docs);
  }

  .counts {
    color: var(--soft);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }

  .proportions {
    grid-column: 1 / -1;
    display: block;
    width: 100%;
    height: 0.375rem;
    border-radius: 0.1875rem;
    background: var(--line);
  }

  .proportions .breaking {
    fill: var(--breaking);
  }

  .proportions .non-breaking {
    fill: var(--non-breaking);
  }

  .proportions .docs {
    fill: var(--docs);
  }

  /* Filters */

  .filters {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
    padding: 0.75rem 0;
    border-block: 1px solid var(--line);
    background: var(--paper);
    font-size: 0.875rem;
  }

  .levels {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }

  button {
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.375rem;
    background: none;
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }

  .toggle::before {
    content: '○' / '';
    margin-right: 0.375rem;
  }

  .toggle[aria-pressed='true']::before {
    content: '●' / '';
  }

  .toggle[aria-pressed='false'] {
    border-style: dashed;
    color: var(--soft);
  }

  .toggle.breaking::before {
    color: var(--breaking);
  }

  .toggle.non-breaking::before {
    color: var(--non-breaking);
  }

  .toggle.docs::before {
    color: var(--docs);
  }

  .count {
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }

  .field {
    display: flex;
    flex: 1 1 13rem;
    gap: 0.5rem;
    align-items: center;
    min-width: 0;
    color: var(--soft);
  }

  .field input {
    flex: 1;
    width: 100%;
    min-width: 0;
    min-height: 2.25rem;
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.375rem;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }

  ::placeholder {
    color: var(--soft);
    opacity: 1;
  }

  .status {
    margin-left: auto;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }

  /* Changes */

  main:focus {
    outline: none;
  }

  .level {
    margin-top: 3rem;
  }

  h2 {
    scroll-margin-top: 6rem;
    font-size: 1.25rem;
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  .level.breaking h2 {
    color: var(--breaking);
  }

  .level.non-breaking h2 {
    color: var(--non-breaking);
  }

  .level.docs h2 {
    color: var(--docs);
  }

  h2 .count {
    margin-left: 0.25rem;
    font-weight: 400;
  }

  .meaning {
    margin-bottom: 0.75rem;
    color: var(--soft);
    font-size: 0.875rem;
  }

  .change {
    display: grid;
    grid-template: 'title facts' auto 'details facts' 1fr / minmax(0, 1fr) 13rem;
    gap: 0.875rem 2.5rem;
    padding: 1.5rem 0;
    border-top: 1px solid var(--line);
    content-visibility: auto;
    contain-intrinsic-size: auto 16rem;
    scroll-margin-top: 5rem;
  }

  .change:target,
  .change[data-target] {
    background: var(--raised);
    box-shadow: 0 0 0 0.625rem var(--raised);
  }

  .change:focus-visible {
    outline-offset: 0.5rem;
  }

  .title {
    grid-area: title;
  }

  .facts {
    grid-area: facts;
  }

  .details {
    grid-area: details;
  }

  .details > * + * {
    margin-top: 0.875rem;
  }

  h3 {
    font-size: 1rem;
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  h3 code {
    display: block;
    font-size: 0.9375rem;
    font-weight: 600;
  }

  h3 .message {
    unicode-bidi: isolate;
  }

  .change:not([data-outside]) .outside {
    display: none;
  }

  .outside {
    margin-top: 0.5rem;
    font-size: 0.875rem;
    font-style: italic;
  }

  .values {
    width: 100%;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    border-spacing: 0;
    overflow: hidden;
    table-layout: fixed;
    font-size: 0.8125rem;
  }

  .values th {
    padding: 0.25rem 0.75rem;
    border-bottom: 1px solid var(--line);
    color: var(--soft);
    font-weight: 400;
    text-align: left;
  }

  .values td {
    padding: 0.0625rem 0.75rem 0.0625rem 1.75rem;
    font-family: var(--mono);
    overflow-wrap: anywhere;
    text-indent: -1rem;
    unicode-bidi: plaintext;
    vertical-align: top;
    white-space: pre-wrap;
  }

  .values td::before {
    content: '';
    display: inline-block;
    width: 1rem;
    text-indent: 0;
  }

  .values th + th,
  .values td + td {
    border-left: 1px solid var(--line);
  }

  .values .removed {
    background: var(--removed);
  }

  .values .removed::before {
    content: '−';
  }

  .values .added {
    background: var(--added);
  }

  .values .added::before {
    content: '+';
  }

  .values .same,
  .values .gap {
    color: var(--soft);
  }

  .values .nothing {
    background: var(--raised);
  }

  del,
  ins {
    text-decoration: none;
  }

  .values mark {
    border-radius: 0.125rem;
    color: inherit;
  }

  .removed mark {
    background: var(--removed-mark);
  }

  .added mark {
    background: var(--added-mark);
  }

  .operations {
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }

  .operations code,
  details.operations,
  .places {
    color: var(--soft);
  }

  .details > ul.operations + details.operations {
    margin-top: 0.125rem;
  }

  summary {
    cursor: pointer;
  }

  .operation-id {
    margin-right: 0.375rem;
  }

  .details > .places {
    margin-top: 0.5rem;
  }

  .places,
  .facts {
    font-size: 0.8125rem;
  }

  .facts dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
  }

  .facts dt {
    color: var(--soft);
  }

  .facts dd {
    overflow-wrap: anywhere;
  }

  .verdict {
    font-weight: 600;
  }

  .verdict::before {
    display: inline-block;
    width: 1.125em;
  }

  .verdict.breaking {
    color: var(--breaking);
  }

  .verdict.breaking::before {
    content: '✕' / '';
  }

  .verdict.compatible {
    color: var(--non-breaking);
  }

  .verdict.compatible::before {
    content: '✓' / '';
  }

  .verdict.none {
    color: var(--soft);
    font-weight: 400;
  }

  .verdict.none::before {
    content: '–' / '';
  }

  .permalink {
    display: inline-block;
    margin-top: 0.5rem;
    color: var(--soft);
    text-underline-offset: 0.2em;
  }

  .permalink:hover {
    color: var(--ink);
  }

  .empty {
    margin-top: 3rem;
    color: var(--soft);
  }

  .empty button {
    margin-top: 0.75rem;
  }

  footer {
    margin-top: 4rem;
    padding-top: 1rem;
    border-top: 1px solid var(--line);
    color: var(--soft);
    font-size: 0.8125rem;
  }

  kbd {
    padding: 0.0625rem 0.375rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.25rem;
  }

  @media (max-width: 44rem) {
    .filters {
      position: static;
    }

    .field {
      flex-basis: 100%;
    }

    .field span {
      flex: 0 0 4.5rem;
    }

    .result {
      grid-template-columns: minmax(0, 1fr);
    }

    .change {
      grid-template: 'title' 'facts' 'details' / minmax(0, 1fr);
    }

    .permalink {
      margin-top: 0.25rem;
    }

    .documents {
      grid-template-columns: minmax(0, 1fr);
      gap: 1rem;
    }

    .arrow {
      display: none;
    }

    .status {
      margin-left: 0;
    }

    .facts dl {
      grid-template-columns: auto minmax(0, 1fr) auto minmax(0, 1fr);
    }

    .facts .rule {
      grid-column: 2 / -1;
    }

    .change {
      scroll-margin-top: 1rem;
    }

    /* Two columns become one: the older line above the newer, and lines of both sides once. */
    .values thead,
    .values .same td + td,
    .values .nothing {
      display: none;
    }

    .values,
    .values tbody,
    .values tr,
    .values td {
      display: block;
    }

    .values td + td {
      border-left: 0;
    }
  }

  @media print {
    :root {
      color-scheme: light;
      font-size: 75%;
    }

    .filters,
    .skip,
    .permalink,
    footer {
      display: none;
    }

    .change {
      content-visibility: visible;
      break-inside: avoid;
    }
  }
`;
