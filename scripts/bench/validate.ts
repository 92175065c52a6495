/**
 * Measures validators of one message: ours against those that others generate from the same spec, in time and in bytes.
 *
 * Prints Markdown tables; `RESULTS.md` says what they mean. Figures depend on the machine, so nothing asserts them.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { bundleForNode, measureBundle, type Size } from './bundle.ts';
import { generateValidators, SPEC_AS_JSON } from './generate-validators.ts';
import { measureInterleaved, type Contender } from './measure.ts';
import { MESSAGE, WRONG_MESSAGES } from './message.ts';
import { describeMachine } from './report.ts';
import {
  formatRates,
  formatSizes,
  formatVerdicts,
  STRICT,
  type Sized,
  type Verdicts,
} from './validator-report.ts';
import {
  createValidators,
  SCHEMAS,
  WEIGHED_ONLY,
  type Validator,
  type ValidatorModule,
} from './validators.ts';

/** What a strict Content Security Policy comes to: no `eval`, no `new Function`. */
const STRICT_FLAG = '--disallow-code-generation-from-strings';

/** A validator of the large schema as a module. */
interface Bundle {
  readonly name: string;
  readonly path: string;
}

/** JSON texts by what they have in common. */
type Bodies = ReadonlyMap<string, readonly string[]>;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes 1 or more');

const root = join(import.meta.dirname, '../..');
const scratch = await mkdtemp(join(tmpdir(), 'apipin-bench-'));
try {
  const spec = join(root, 'specs/2026-03/custom-channels.yaml');
  await generateValidators(root, spec, scratch);
  const validators = createValidators();
  const bundles: Bundle[] = [];
  for (const { name, source } of validators) {
    const code = source(SCHEMAS.large) ?? '';
    const path = await bundleForNode(scratch, `validator-${bundles.length}`, code);
    bundles.push({ name, path });
  }
  console.log(describeMachine());

  const bodies: Bodies = new Map<string, readonly string[]>([
    ['valid', [MESSAGE]],
    ['an example of the spec', await readExamples()],
    ...Object.entries(WRONG_MESSAGES).map(([title, text]) => [title, [text]] as const),
  ]);
  const verdicts = await Promise.all(bundles.map((bundle) => judge(bundle, bodies)));
  console.log(`\n${formatVerdicts(verdicts)}`);

  // Of what is wrong, only what every validator sees.
  for (const title of [
    'valid',
    'an example of the spec',
    'wrong at the top',
    'wrong deep inside',
  ]) {
    const texts = join(scratch, 'bodies.json');
    await writeFile(texts, JSON.stringify(bodies.get(title)));
    const contenders = bundles.flatMap((bundle) => createContenders(bundle, texts));
    const rates = await measureInterleaved(contenders, rounds);
    console.log(`\nThe body is ${title}:\n\n${formatRates(rates, validators)}`);
  }

  console.log(`\n${formatSizes(await measureSizes(validators))}\n\n${describeMachine()}`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** The bodies of a message among the examples of the spec. */
async function readExamples(): Promise<string[]> {
  const text = await readFile(join(scratch, SPEC_AS_JSON), 'utf8');
  const { components } = JSON.parse(text) as {
    components: { examples: Record<string, { value: unknown }> };
  };
  return Object.entries(components.examples)
    .filter(([name]) => name.startsWith('message'))
    .map(([, { value }]) => JSON.stringify(value));
}

async function judge({ name, path }: Bundle, bodies: Bodies): Promise<Verdicts> {
  const { accepts, takesText } = (await import(pathToFileURL(path).href)) as ValidatorModule;
  const verdicts = [...bodies].map(([title, texts]) => [
    title,
    texts.every((text) => accepts(takesText === true ? text : JSON.parse(text))),
  ]);
  return { name, verdicts: Object.fromEntries(verdicts) as Record<string, boolean> };
}

/** Without and with a strict policy. */
function createContenders({ name, path }: Bundle, texts: string): Contender<number>[] {
  const script = join(import.meta.dirname, 'time-validator.ts');
  const measure = async (...flags: string[]): Promise<number> => {
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, path, texts]);
    return Number(stdout);
  };
  return [
    { name, measure: () => measure() },
    { name: `${name}${STRICT}`, measure: () => measure(STRICT_FLAG) },
  ];
}

async function measureSizes(validators: readonly Validator[]): Promise<Sized[]> {
  const sized: Sized[] = [];
  for (const { name, source } of [...WEIGHED_ONLY, ...validators]) {
    const sizes: (Size | undefined)[] = [];
    for (const schema of [SCHEMAS.large, SCHEMAS.small]) {
      const code = source(schema);
      const entry = `size-${sized.length}-${schema}`;
      sizes.push(code === undefined ? undefined : await measureBundle(scratch, entry, code));
    }
    const [large, small] = sizes;
    sized.push({ name, large, small });
  }
  return sized;
}
