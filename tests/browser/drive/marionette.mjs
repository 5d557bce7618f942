// A session over Firefox's own remote protocol, since Debian 12 has no geckodriver. Each message is its length in
// bytes, a colon, and JSON: [0, id, command, parameters] there, [1, id, error, result] back.
import { once } from 'node:events';
import { connect as dial } from 'node:net';
import { COMMANDS } from './commands.mjs';

/** @param {number} port */
export async function connect(port) {
  const socket = dial(port, '127.0.0.1');
  await once(socket, 'connect');
  const talk = conversation(socket);
  await talk.greeted;
  const session = await talk.ask('WebDriver:NewSession', {});
  return {
    /** @type {Record<string, any>} */
    capabilities: session.capabilities,
    raw: talk.ask,
    /** @param {import('./commands.mjs').Command} command @param {object} [parameters] */
    async send(command, parameters = {}) {
      const [, , name] = COMMANDS[command];
      const result = await talk.ask(name, inItsOwnWords(command, parameters));
      return result && typeof result === 'object' && 'value' in result ? result.value : result;
    },
    async end() {
      socket.destroy();
    },
  };
}

/** @param {import('./commands.mjs').Command} command @param {object} parameters */
function inItsOwnWords(command, parameters) {
  return command === 'execute' ? { ...parameters, newSandbox: true, sandbox: null } : parameters;
}

/** Pairs answers with questions. @param {import('node:net').Socket} socket */
function conversation(socket) {
  let last = 0;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const open = new Map();
  /** @type {(hello: unknown) => void} */
  let greet = () => {};
  const greeted = new Promise(resolve => {
    greet = resolve;
  });

  /** @param {any} message */
  function receive(message) {
    if (!Array.isArray(message)) return greet(message);
    const [, id, error, result] = message;
    const question = open.get(id);
    open.delete(id);
    if (error) question?.reject(new Error(`${error.error}: ${error.message}`));
    else question?.resolve(result);
  }
  socket.on('data', splitter(receive));
  socket.on('error', () => {}); // `close` follows, and says all
  socket.on('close', () => {
    for (const question of open.values()) question.reject(new Error('Firefox hung up'));
    open.clear();
  });

  /** @param {string} name @param {object} parameters @returns {Promise<any>} */
  function ask(name, parameters) {
    const message = JSON.stringify([0, ++last, name, parameters]);
    socket.write(`${Buffer.byteLength(message)}:${message}`);
    return new Promise((resolve, reject) => open.set(last, { resolve, reject }));
  }
  return { greeted, ask };
}

/** @param {(message: any) => void} receive @returns {(chunk: Buffer) => void} */
function splitter(receive) {
  let waiting = Buffer.alloc(0);
  return chunk => {
    waiting = Buffer.concat([waiting, chunk]);
    for (let colon = waiting.indexOf(':'); colon >= 0; colon = waiting.indexOf(':')) {
      const end = colon + 1 + Number(waiting.subarray(0, colon));
      if (waiting.length < end) return;
      const message = waiting.subarray(colon + 1, end).toString();
      waiting = waiting.subarray(end);
      receive(JSON.parse(message));
    }
  };
}
