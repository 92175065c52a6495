import type { SizeRow } from '../sizes.ts';

/** One step of the rehearsal, as it went. */
export interface StepReport {
  readonly name: string;
  readonly seconds: number;
  readonly ok: boolean;
}

/** What there is to say about a rehearsal, also about one that ended early. */
export class Report {
  readonly steps: StepReport[] = [];
  /** The sizes of the packages, once they are known. */
  sizes: readonly SizeRow[] = [];

  /** Runs a step, and says on the standard error how it goes; what it throws ends the rehearsal. */
  async step<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
    process.stderr.write(`… ${name}\n`);
    const start = performance.now();
    let ok = false;
    try {
      const result = await run();
      ok = true;
      return result;
    } finally {
      const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
      this.steps.push({ name, seconds, ok });
      process.stderr.write(`${ok ? '✓' : '✗'} ${name} (${seconds} s)\n`);
    }
  }
}
