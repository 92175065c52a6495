import { stringifyExact } from '../exact-json.ts';
import type { WriteBody } from '../operation-spec.ts';

/**
 * Writes request bodies that are not JSON. One in a media type that has no rule here, such as `image/png`, is handed to
 * `fetch` as it is.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#request-body-object
 */
export function bodyAs(mediaType: string): WriteBody {
  const type = mediaType.replace(/;.*/s, '').trim().toLowerCase();
  return (value) => {
    const body = writeAs(type, value);
    return {
      contentType: contentTypeOf(type, mediaType, value),
      body,
      // `fetch` demands this of a stream.
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    };
  };
}

function contentTypeOf(type: string, mediaType: string, value: unknown): string | undefined {
  if (type === 'multipart/form-data') return undefined;
  if (!type.includes('*')) return mediaType;
  return (value instanceof Blob && value.type) || 'application/octet-stream';
}

function writeAs(type: string, value: unknown): BodyInit {
  if (type.startsWith('text/')) return String(value);
  if (type === 'application/x-www-form-urlencoded') return fillForm(new URLSearchParams(), value);
  if (type === 'multipart/form-data') return fillForm(new FormData(), value);
  return value as BodyInit;
}

/** Adds the properties of `value`; an array gives one field per item. */
function fillForm<Form extends URLSearchParams | FormData>(form: Form, value: unknown): Form {
  if (value instanceof form.constructor) return value as Form;
  for (const [name, field] of Object.entries(value as object)) {
    for (const item of [field].flat()) {
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
