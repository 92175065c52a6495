/**
 * A registry of npm packages for one rehearsal, as a process of its own: Verdaccio, which listens on loopback and ends
 * with the process that has started it. Started with the configuration and the package.json that Verdaccio is installed
 * beside; sends its port.
 */
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';

interface Verdaccio {
  runServer(configuration: string): Promise<Server>;
}

const [configuration, tools] = process.argv.slice(2);
if (configuration === undefined || tools === undefined) {
  throw new TypeError('registry-process takes a configuration and the package.json of the tools');
}
process.on('disconnect', () => process.exit());
const { runServer } = createRequire(tools)('verdaccio') as Verdaccio;
const server = await runServer(configuration);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
