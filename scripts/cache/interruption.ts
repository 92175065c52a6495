/** Aborts when somebody interrupts this process or ends it, instead of the process going at once and leaving things behind. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => controller.abort(new Error(`interrupted by ${signal}`)));
  return controller.signal;
}
