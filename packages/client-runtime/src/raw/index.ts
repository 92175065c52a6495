export { createRawClient, type RawClient, type RawClientOptions } from './create-raw-client.ts';
