import { setImmediate as turn } from 'node:timers/promises';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a process holds on to. */
export interface Resources {
  /** In bytes, after a collection. */
  readonly heap: number;
  /** Open connections, either end. */
  readonly sockets: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Measures what this thread holds on to. */
export async function measureResources(): Promise<Resources> {
  collect();
  // What is told of the first collection lets go of more.
  await turn();
  collect();
  return {
    heap: getHeapStatistics().used_heap_size,
    sockets: process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length,
  };
}

/**
 * By how much a series of measurements has grown: from the median of its first third to that of its last. One that goes up and
 * down for other reasons has grown by little, whenever it was taken.
 */
export function growthOf(series: readonly number[]): number {
  const third = Math.ceil(series.length / 3);
  return median(series.slice(-third)) - median(series.slice(0, third));
}

function median(series: readonly number[]): number {
  const sorted = series.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
