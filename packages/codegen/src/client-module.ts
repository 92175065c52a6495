/** A module of a client besides its index: an entry point of its package, or a file in its folder. */
export function clientModule(client: string, name: 'types' | 'webhooks'): string {
  const index = /\/index\.js$/;
  return index.test(client) ? client.replace(index, `/${name}.js`) : `${client}/${name}`;
}
