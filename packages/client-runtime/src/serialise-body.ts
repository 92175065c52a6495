import { stringifyExact } from './exact-json.ts';

/**
 * Writes a request body in its media type. A body in a media type that has no rule here, such as
 * `image/png`, is handed to `fetch` as it is.
 *
 * @throws TypeError if the body has no form in that media type, such as a circle in JSON
 * @see https://spec.openapis.org/oas/v3.1.1.html#request-body-object
 */
export function serialiseBody(mediaType: string, body: unknown): BodyInit {
  const type = essenceOf(mediaType);
  if (type === 'application/json' || type.endsWith('+json')) return stringifyExact(body);
  if (type.startsWith('text/')) return String(body);
  if (type === 'application/x-www-form-urlencoded') return fillForm(new URLSearchParams(), body);
  if (type === 'multipart/form-data') return fillForm(new FormData(), body);
  return body as BodyInit;
}

/** The `Content-Type` to send, `undefined` where only `fetch` can know: it chooses the boundary. */
export function contentTypeOf(mediaType: string, body: unknown): string | undefined {
  const type = essenceOf(mediaType);
  if (type === 'multipart/form-data') return undefined;
  if (!type.includes('*')) return mediaType;
  return (body instanceof Blob && body.type) || 'application/octet-stream';
}

function essenceOf(mediaType: string): string {
  return mediaType.replace(/;.*/s, '').trim().toLowerCase();
}

/** Adds the properties of `body`; an array gives one field per item. */
function fillForm<Form extends URLSearchParams | FormData>(form: Form, body: unknown): Form {
  if (body instanceof form.constructor) return body as Form;
  for (const [name, value] of Object.entries(body as object)) {
    for (const item of [value].flat()) {
      if (item === undefined) continue;
      // FormData takes files as well as strings, which its type cannot say of both kinds of form.
      form.append(name, writeField(item) as string);
    }
  }
  return form;
}

/** An object that is not a file is written as JSON, which is OpenAPI's default for a field. */
function writeField(value: unknown): string | Blob {
  if (value instanceof Blob) return value;
  return typeof value === 'object' ? stringifyExact(value) : String(value);
}
