import { answerOf, sendAnswer, type Answer } from '../answer.ts';
import { failsWith, type Failure, type FailureKind, type Fault } from '../fault.ts';

/** A second is the shortest time that Retry-After can name. */
const SOON = { 'retry-after': '1' };
const PAGE = '<html><h1>502 Bad Gateway</h1><hr>nginx</html>';

/** Answers that are no success; the API has not acted unless the name says so. */
export const statusFaults = {
  'a 400': answers('bad-request', 400, problem('VALIDATION_ERROR'), { again: 'none' }),
  'a 401': answers('authentication', 401, problem('INVALID_AUTHENTICATION'), { again: 'none' }),
  'a 403': answers('permission', 403, problem('MISSING_SCOPES'), { again: 'none' }),
  'a 409': answers('conflict', 409, problem('CONFLICT'), { again: 'none' }),
  'a 410': answers('not-found', 410, problem('GONE'), { again: 'none' }),
  'a 418': answers('bad-request', 418, '', { again: 'none' }),
  'a 301': redirects(301),
  'a 302': redirects(302),
  'a 303': redirects(303),
  'a 307': redirects(307),
  'a 308': redirects(308),
  'a 304': answers('api', 304, '', { again: 'none' }),
  'a 408': answers('server', 408, ''),
  'a 423': answers('server', 423, problem('LOCKED'), { wait: 2000 }),
  'a 425': answers('server', 425, ''),
  'a 429': answers('rate-limit', 429, rateLimit('SECONDLY')),
  'a 429 with seconds to wait': answers('rate-limit', 429, rateLimit('SECONDLY'), {
    wait: 1000,
    headers: () => SOON,
  }),
  'a 429 with a date to wait for': answers('rate-limit', 429, rateLimit('TEN_SECONDLY_ROLLING'), {
    wait: 1000,
    headers: () => {
      const now = Date.now();
      return {
        date: new Date(now).toUTCString(),
        'retry-after': new Date(now + 1000).toUTCString(),
      };
    },
  }),
  'a 429 with a garbled wait': answers('rate-limit', 429, rateLimit('SECONDLY'), {
    headers: () => ({ 'retry-after': 'soon, I hope' }),
  }),
  'a 429 with a negative wait': answers('rate-limit', 429, rateLimit('SECONDLY'), {
    headers: () => ({ 'retry-after': '-5' }),
  }),
  'a 429 with a wait beyond the deadline': answers('rate-limit', 429, rateLimit('SECONDLY'), {
    again: 'none',
    headers: () => ({ 'retry-after': '86400' }),
  }),
  'a 429 for the day': answers('rate-limit', 429, rateLimit('DAILY'), { again: 'none' }),
  'a 429 for the day, with seconds to wait': answers('rate-limit', 429, rateLimit('DAILY'), {
    again: 'none',
    headers: () => SOON,
  }),
  'a 429 with a page': answers('rate-limit', 429, '<html>Slow down</html>'),
  'a 477 with seconds to wait': answers('server', 477, problem('MIGRATION'), {
    wait: 1000,
    headers: () => SOON,
  }),
  'a 477 with a day to wait': answers('server', 477, problem('MIGRATION'), {
    again: 'none',
    headers: () => ({ 'retry-after': '86400' }),
  }),
  'an empty 500': answers('server', 500, ''),
  'a 500 with JSON cut short': answers('server', 500, '{"category":"INTERNAL_ERR', {
    headers: () => ({ 'content-type': 'application/json' }),
  }),
  'a 500 with gzip that is none': answers('server', 500, 'not gzip at all', {
    headers: () => ({ 'content-encoding': 'gzip' }),
  }),
  'a 500 in Latin-1': answers('server', 500, Buffer.from('{"message":"d\xe9fectueux"}', 'latin1'), {
    headers: () => ({ 'content-type': 'application/json; charset=iso-8859-1' }),
  }),
  'a 501': answers('server', 501, '', { again: 'none' }),
  'a 502 with a page': answers('server', 502, PAGE),
  'a 502 with a page that says it is JSON': answers('server', 502, PAGE, {
    headers: () => ({ 'content-type': 'application/json' }),
  }),
  'a 502 after the effect': {
    verdict: failsWith('server', { status: 502 }),
    strike: async ({ apply, response }) => {
      await apply();
      await sendAnswer(response, answerOf(502, PAGE));
    },
  },
  // Pages that show an error like to show the request too.
  'a 502 that repeats the request': {
    verdict: failsWith('server', { status: 502 }),
    strike: async ({ response }) => {
      const { headers, url } = response.req;
      const { authorization = '' } = headers;
      const page = `<html>${url} ${authorization}</html>`;
      await sendAnswer(response, answerOf(502, page, { 'x-request': authorization }));
    },
  },
  'a 503': answers('server', 503, problem('UNAVAILABLE')),
  'a 503 with 1 MB': answers('server', 503, 'x'.repeat(1_000_000)),
  'a 504 after the effect': {
    verdict: failsWith('server', { status: 504 }),
    strike: async ({ apply, response }) => {
      await apply();
      await sendAnswer(response, answerOf(504, ''));
    },
  },
  'a 521': answers('server', 521, PAGE),
  'a 523': answers('server', 523, PAGE),
  'a 524': answers('server', 524, PAGE),
} satisfies Record<string, Fault>;

function answers(
  kind: FailureKind,
  status: number,
  body: Parameters<typeof answerOf>[1],
  { headers = () => ({}), ...details }: AnswerDetails = {},
): Fault {
  return {
    verdict: failsWith(kind, { status, ...details }),
    strike: async ({ response }) => sendAnswer(response, answerOf(status, body, headers())),
  };
}

interface AnswerDetails extends Pick<Partial<Failure>, 'again' | 'wait'> {
  readonly headers?: () => Answer['headers'];
}

/** Whoever follows it is told by the API that there is nothing. */
function redirects(status: number): Fault {
  return {
    verdict: failsWith('api', { again: 'none', status }),
    strike: async ({ response }) => {
      const location = `http://${response.req.headers.host}/elsewhere`;
      await sendAnswer(response, answerOf(status, '', { location }));
    },
  };
}

function problem(category: string): object {
  return { status: 'error', message: 'This is a fault', correlationId: 'c-1', category };
}

function rateLimit(policyName: string): object {
  return {
    status: 'error',
    message: 'You have reached your limit',
    errorType: 'RATE_LIMIT',
    correlationId: 'c-1',
    policyName,
  };
}
