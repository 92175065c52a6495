import { visibleText } from '../visible-text.ts';

/** Markup that is safe to put into a page. Text becomes it through the `html` tag alone. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type HtmlPart = Html | string | number | undefined | readonly HtmlPart[];

/** Makes markup of a template. Strings put into it are shown as text, whatever they contain; `undefined` is nothing. */
export function html(markup: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  // Indentation of templates would be a third of a long page.
  const raw = markup.map((text) => text.replaceAll(/\n\s*/g, '\n'));
  return new Html(String.raw({ raw }, ...parts.map(toMarkup)));
}

function toMarkup(part: HtmlPart): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(toMarkup).join('');
  return visibleText(String(part)).replaceAll(/[&<>"']/g, (character) => {
    return `&#${character.charCodeAt(0)};`;
  });
}
