/**
 * A process that sends requests as fast as its rate budget allows, for rate-budget-processes.test.ts.
 * Its arguments are the URLs of the store and of the API, and how many requests to send.
 */
import { createRateBudget } from '../src/rate-budget/create-rate-budget.ts';

const call = { operation: 'getThing', method: 'GET', path: '/things' };

const [storeUrl = '', apiUrl = '', count = '0'] = process.argv.slice(2);

const budget = createRateBudget({
  account: 'shared',
  store: {
    async compareAndSwap(key, expected, next, ttl) {
      const body = JSON.stringify({ key, expected, next, ttl });
      const response = await fetch(storeUrl, { method: 'POST', body });
      return ((await response.json()) as { found?: string }).found;
    },
  },
  onStoreError(error) {
    throw error;
  },
});

async function send(): Promise<number> {
  await budget.acquire(new AbortController().signal, call);
  const start = performance.now();
  const response = await fetch(apiUrl);
  await response.arrayBuffer();
  budget.observe(response.status, response.headers, performance.now() - start);
  return response.status;
}

const statuses = await Promise.all(Array.from({ length: Number(count) }, send));
console.log(JSON.stringify(statuses));
