import { expect, test } from 'vitest';

import { followRedirects } from './follow-redirects.ts';

/** Follows one redirect from `from` to `location`, and gives the URL that was requested last. */
async function follow(from: string, location: string): Promise<string> {
  const { url } = await followRedirects(new URL(from), (at) =>
    Promise.resolve(
      at.href === new URL(from).href
        ? new Response(null, { status: 302, headers: { location } })
        : new Response('openapi: 3.1.0'),
    ),
  );
  return url.href;
}

test.each([
  ['https://api.example/a', '/b', 'https://api.example/b'],
  ['https://api.example/a', 'https://8.8.8.8/b', 'https://8.8.8.8/b'],
  ['https://api.example/a', 'https://[2001:db8::1]/b', 'https://[2001:db8::1]/b'],
  ['https://10.0.0.1/a', 'https://10.0.0.2/b', 'https://10.0.0.2/b'],
  ['http://127.0.0.1/a', 'https://api.example/b', 'https://api.example/b'],
  ['http://localhost/a', 'http://[::1]/b', 'http://[::1]/b'],
])('from %s a redirect to %s is followed', async (from, location, want) => {
  expect(await follow(from, location)).toBe(want);
});

test.each([
  'http://api.example/b',
  'http://127.0.0.1/b',
  'file:///etc/hosts',
  'data:text/plain,openapi',
  'https://user:secret@api.example/b',
  'https://localhost/b',
  'https://api.localhost./b',
  'https://127.0.0.1/b',
  'https://2130706433/b',
  'https://0x7f.1/b',
  'https://0.0.0.0/b',
  'https://10.1.2.3/b',
  'https://100.64.0.1/b',
  'https://169.254.169.254/latest/meta-data',
  'https://172.31.255.255/b',
  'https://192.168.0.1/b',
  'https://[::]/b',
  'https://[::1]/b',
  'https://[::ffff:10.0.0.1]/b',
  'https://[fd00::1]/b',
  'https://[fe80::1]/b',
])('from a public URL a redirect to %s is refused', async (location) => {
  const following = follow('https://api.example/a', location);
  await expect(following).rejects.toMatchObject({ code: 'network-refused' });
  await expect(following).rejects.not.toThrow('secret');
});

test('a redirect to what is no URL is reported', async () => {
  await expect(follow('https://api.example/a', 'https://')).rejects.toMatchObject({
    code: 'cannot-read',
  });
});

test.each([304, 300])('an answer of %i is no redirect, whatever its location', async (status) => {
  const { response } = await followRedirects(new URL('https://api.example/a'), () =>
    Promise.resolve(new Response(null, { status, headers: { location: '/b' } })),
  );
  expect(response.status).toBe(status);
});
