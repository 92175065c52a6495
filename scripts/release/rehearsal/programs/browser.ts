import { createChannel } from './create-channel.ts';

Object.assign(globalThis, { createChannel });
