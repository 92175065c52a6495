// Loaded into a measured process with `--require`: at its exit, writes what it used.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const report = process.env.BENCH_USAGE_REPORT;
// The tool is to see the environment that its users have, and so are the processes it starts.
delete process.env.BENCH_USAGE_REPORT;

if (isMainThread && report !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakBytes: maxRSS * 1024 };
    writeFileSync(report, JSON.stringify(usage));
  });
}
