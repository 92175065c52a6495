export type { Credentials } from './authentication.ts';
export type { Inbox, NewStagingToken, SeedMessage } from './inbox.ts';
export type * from './model.ts';
export { createSandbox } from './sandbox.ts';
export type { Sandbox, SandboxOptions } from './sandbox.ts';
export { startSandbox } from './start-sandbox.ts';
export type { RunningSandbox, StartSandboxOptions } from './start-sandbox.ts';
export type { Sources } from './store.ts';
