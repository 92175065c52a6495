// Times what an editor does at a call of a client: `node time-editor.js <consumer> <method> <compiler options>`.
// Prints the times of its language service as JSON, in ms of CPU time, and what hovering shows.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';

const KEYSTROKES = 25;
const WARM_UP = 10;

const [consumer, method, options] = process.argv.slice(2);
const { options: compilerOptions, errors } = ts.convertCompilerOptionsFromJson(
  JSON.parse(options),
  dirname(consumer),
);
if (errors.length > 0) throw new Error(JSON.stringify(errors));
const source = readFileSync(consumer, 'utf8');
let version = 0;
const service = ts.createLanguageService({
  getCompilationSettings: () => compilerOptions,
  getCurrentDirectory: () => dirname(consumer),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  getScriptFileNames: () => [consumer],
  getScriptVersion: (path) => (path === consumer ? `${version}` : '0'),
  getScriptSnapshot: (path) =>
    ts.ScriptSnapshot.fromString(
      path === consumer ? source + ' '.repeat(version) : readFileSync(path, 'utf8'),
    ),
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
  realpath: ts.sys.realpath,
});

const call = source.lastIndexOf(`${method}(`);
const value = source.indexOf("'SENT'", call) + 1;
const hover = () => service.getQuickInfoAtPosition(consumer, call);
const complete = () => service.getCompletionsAtPosition(consumer, value, {});
const findErrors = () => service.getSemanticDiagnostics(consumer);

const openMs = timeOf(hover);
const shown = [call, source.indexOf('attachments.map')].map((position) =>
  showHover(service.getQuickInfoAtPosition(consumer, position)),
);
check();
const times = { hoverMs: [], completeMs: [], errorsMs: [] };
for (let keystroke = -WARM_UP; keystroke < KEYSTROKES; keystroke += 1) {
  for (const [name, ask] of [
    ['hoverMs', hover],
    ['completeMs', complete],
    ['errorsMs', findErrors],
  ]) {
    version += 1;
    const time = timeOf(ask);
    if (keystroke >= 0) times[name].push(time);
  }
}
const medians = Object.entries(times).map(([name, figures]) => [
  name,
  figures.toSorted((a, b) => a - b)[KEYSTROKES >> 1],
]);
console.log(JSON.stringify({ openMs, ...Object.fromEntries(medians), hovers: shown }));

function timeOf(ask) {
  const start = process.threadCpuUsage();
  ask();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** Nothing is to be timed that gives a wrong answer. */
function check() {
  const names =
    complete()
      ?.entries.map(({ name }) => name)
      .toSorted() ?? [];
  const found = findErrors().map(({ messageText }) => messageText);
  if (found.length > 0) throw new Error(`${consumer}: ${JSON.stringify(found)}`);
  if (`${names}` === 'FAILED,READ,SENT') return;
  throw new Error(`${consumer}: completes a status to ${names.slice(0, 5)}`);
}

/** As an editor lays it out: the type, the description, the tags. */
function showHover({ displayParts, documentation, tags = [] }) {
  const text = (parts) => ts.displayPartsToString(parts);
  return [
    text(displayParts),
    text(documentation),
    ...tags.map((tag) => `@${tag.name} ${text(tag.text)}`),
  ]
    .filter(Boolean)
    .join('\n\n');
}
