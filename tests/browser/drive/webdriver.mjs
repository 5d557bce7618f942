// A WebDriver session over HTTP (chromedriver, WebKitWebDriver).
import { request } from 'node:http';
import { COMMANDS } from './commands.mjs';

/**
 * @param {number} port where the driver listens on 127.0.0.1
 * @param {object} capabilities
 */
export async function connect(port, capabilities) {
  const session = await call(port, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  const base = `/session/${session.sessionId}`;
  /** @param {string} method @param {string} path @param {object} [body] */
  const raw = (method, path, body) => call(port, method, base + path, body);
  return {
    /** @type {Record<string, any>} */
    capabilities: session.capabilities,
    raw,
    /** @param {import('./commands.mjs').Command} command @param {object} [parameters] */
    send(command, parameters = {}) {
      const [method, path] = COMMANDS[command];
      return raw(method, path, method === 'POST' ? parameters : undefined);
    },
    end: () => raw('DELETE', ''),
  };
}

/** Whether a driver answers on this port. @param {number} port */
export const ready = async port => (await call(port, 'GET', '/status')).ready !== false;

/**
 * @param {number} port @param {string} method @param {string} path @param {object} [body]
 * @returns {Promise<any>}
 */
function call(port, method, path, body) {
  const text = body && JSON.stringify(body);
  const headers = text
    ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
    : {};
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, async answer => {
      let said = '';
      for await (const chunk of answer.setEncoding('utf8')) said += chunk;
      try {
        resolve(answerOf(said, answer.statusCode ?? 0));
      } catch (error) {
        reject(new Error(`${error.message} (${method} ${path.replace(/^\/session\/[^/]+/, '')})`));
      }
    });
    asked.on('error', reject);
    asked.end(text);
  });
}

/** @param {string} said @param {number} status */
function answerOf(said, status) {
  const { value } = JSON.parse(said);
  if (status >= 400)
    throw new Error(
      `${value.error}: ${value.message || 'no reason given; a crash of the engine looks like this'}`,
    );
  return value;
}
