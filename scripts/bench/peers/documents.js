/** What to generate from, and where to: `{ name, spec, out }` for each document, with absolute paths. */
export const documents = JSON.parse(process.env.BENCH_DOCUMENTS);
