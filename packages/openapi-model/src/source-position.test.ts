import { expect, test } from 'vitest';

import { parseSource } from './parse-source.ts';

const yaml = `openapi: 3.1.0
paths:
  /pets/{id}:
    get:
      parameters:
        - &id
          name: id
          in: path
        - *id
      "x~y": 1
`;

const json = `{
  "openapi": "3.1.0",
  "paths": {
    "/pets/{id}": {
      "get": {
        "parameters": [
          { "name": "id",
            "in": "path" },
          { "na\\u006de": "id", "in": "path" }
        ], "x~y": 1
      }
    }
  }
}`;

test.each([
  ['', 1, 1],
  ['/openapi', 1, 2],
  ['/paths', 2, 3],
  ['/paths/~1pets~1{id}', 3, 4],
  ['/paths/~1pets~1{id}/get/parameters/0/in', 8, 8],
  ['/paths/~1pets~1{id}/get/x~0y', 10, 10],
])('%s has a line', (pointer, yamlLine, jsonLine) => {
  for (const [text, line] of [
    [yaml, yamlLine],
    [json, jsonLine],
  ] as const) {
    expect(parseSource(text, 'a').source?.locate(pointer)).toEqual({ file: 'a', pointer, line });
  }
});

test('an escaped name is found by its meaning', () => {
  const pointer = '/paths/~1pets~1{id}/get/parameters/1/name';
  expect(parseSource(json, 'a').source?.locate(pointer)).toEqual({ file: 'a', pointer, line: 9 });
});

test('what stands behind an alias has the line of its anchor', () => {
  const { source } = parseSource(yaml, 'a');
  const pointer = '/paths/~1pets~1{id}/get/parameters/1';
  expect(source?.locate(pointer)).toMatchObject({ pointer, line: 9 });
  expect(source?.locate(`${pointer}/name`)).toMatchObject({ pointer: `${pointer}/name`, line: 7 });
});

test('a place that does not exist has the line of its nearest ancestor', () => {
  const at = { file: 'a', pointer: '/paths/~1pets~1{id}', line: 3 };
  expect(parseSource(yaml, 'a').source?.locate('/paths/~1pets~1{id}/post/tags/0')).toEqual(at);
});

test('lines end as on any system', () => {
  const { source } = parseSource('a: 1\r\nb: 2\r\nc: 3\r\n', 'a');
  expect(source?.locate('/c').line).toBe(3);
});
