import { STATUS_CODES, type ServerResponse } from 'node:http';

/** A whole HTTP response. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The API's answer to a request, without the headers that depend on the connection. */
export async function readAnswer(response: Response): Promise<Answer> {
  const body = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

/** Sends a whole answer as HTTP has it, but for what `changes` say. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  changes: Partial<Answer> = {},
): Promise<void> {
  const { status, body } = { ...answer, ...changes };
  const length = status === 204 ? {} : { 'content-length': String(body.length) };
  response.writeHead(status, { ...answer.headers, ...length, ...changes.headers });
  await new Promise<void>((resolve) => {
    // A client that has given up leaves nothing to wait for.
    response.once('close', resolve).end(body, resolve);
  });
}

/** The bytes of an answer's head, to be written to a socket. */
export function headOf(
  { status, headers }: Omit<Answer, 'body'>,
  more: Readonly<Record<string, string>>,
): string {
  const lines = Object.entries({ ...headers, ...more }).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', ''].join('\r\n');
}

/** An answer that did not come from the API. */
export function answerOf(
  status: number,
  body: string | Buffer | object,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const isText = typeof body === 'string' || Buffer.isBuffer(body);
  return {
    status,
    headers: { 'content-type': isText ? 'text/html' : 'application/json', ...headers },
    body: Buffer.from(isText ? body : JSON.stringify(body)),
  };
}
