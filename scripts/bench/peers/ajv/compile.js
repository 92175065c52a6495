// Compiles component schemas to modules of their own, and leaves the spec beside them as JSON:
// `node compile.js <spec> <folder> <schema>...`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const [spec, folder, ...names] = process.argv.slice(2);
// ajv looks at a discriminator, and does not try each member of a `oneOf`, only where there is no `mapping`. Ours says
// nothing that the enums do not say.
const document = parse(readFileSync(spec, 'utf8'), (key, value) =>
  key === 'discriminator' ? { propertyName: value.propertyName } : value,
);

writeFileSync(join(folder, 'spec.json'), JSON.stringify(document));
for (const name of names) {
  writeFileSync(join(folder, `${name}.js`), compile(name, true));
  writeFileSync(join(folder, `${name}-no-formats.js`), compile(name, false));
}

function compile(name, validateFormats) {
  const code = { source: true, esm: true };
  const ajv = new Ajv2020({ strict: false, discriminator: true, validateFormats, code });
  addFormats.default(ajv);
  ajv.addSchema(document, 'spec');
  return standaloneCode.default(ajv, ajv.compile({ $ref: `spec#/components/schemas/${name}` }));
}
