// listen.mjs - a server of a test's own, on a free port that this machine alone can reach.

/** @param {import('node:http').Server} server @returns {Promise<{url: string, close: () => void}>} */
export async function listen(server) {
  await new Promise(listening => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
