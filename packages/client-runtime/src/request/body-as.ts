import { stringifyExact } from '../exact-json.ts';
import type { BodyFormat } from '../operation-spec.ts';

/**
 * Writes request bodies that are not JSON. One in a media type that has no rule here, such as `image/png`, is handed to
 * `fetch` as it is.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#request-body-object
 */
export function bodyAs(mediaType: string): BodyFormat {
  const type = mediaType.replace(/;.*/s, '').trim().toLowerCase();
  return {
    contentType: (body) => {
      if (type === 'multipart/form-data') return undefined;
      if (!type.includes('*')) return mediaType;
      return (body instanceof Blob && body.type) || 'application/octet-stream';
    },
    write: (value) => {
      const body = write(type, value);
      // `fetch` demands this of a stream.
      return body instanceof ReadableStream ? { body, duplex: 'half' } : { body };
    },
  };
}

function write(type: string, body: unknown): BodyInit {
  if (type.startsWith('text/')) return String(body);
  if (type === 'application/x-www-form-urlencoded') return fillForm(new URLSearchParams(), body);
  if (type === 'multipart/form-data') return fillForm(new FormData(), body);
  return body as BodyInit;
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
