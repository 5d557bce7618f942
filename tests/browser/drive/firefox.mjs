// Firefox ESR, through its Marionette socket.

import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect } from './marionette.mjs';
import { start, stop, temporaryFolder, until } from './processes.mjs';

/** `console.error: "text"` (the browser's own messages have no quotes), `JavaScript error: https://..., line 3: TypeError: text`. */
const SAID = /^(?:console\.(\w+): (?=["(])|JavaScript (error|warning): (?=https?:|file:))(.*)/;

const PREFS = {
  'marionette.port': 0, // it chooses one, and writes it into the profile
  'remote.prefs.recommended': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.dom.window.dump.enabled': true, // uncaught errors, and with the next one console.*, go to its stdout
  'devtools.console.stdout.content': true,
  'devtools.console.stdout.chrome': false,
};

/** @param {import('./index.mjs').Wants} wants */
export async function launch({ args = [], prefs = {} }) {
  const profile = temporaryFolder('firefox');
  writeFileSync(join(profile.path, 'user.js'), userJs({ ...PREFS, ...prefs }));
  const browser = start(
    'firefox-esr',
    [
      '--headless',
      '--no-remote',
      '--remote-allow-system-access',
      '--profile',
      profile.path,
      '--marionette',
      ...args,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { HOME: profile.path, MOZ_HEADLESS: '1', MOZ_DISABLE_CONTENT_SANDBOX: '1' },
    },
  );
  /** @type {import('./index.mjs').Message[]} */
  const messages = [];
  listen(browser.stdout, messages);
  listen(browser.stderr, messages);
  const portFile = join(profile.path, 'MarionetteActivePort');
  const port = await until('Firefox', async () => Number(await readFile(portFile, 'utf8')), 60_000);
  const remote = await connect(port);
  return {
    remote,
    console: async () => messages.splice(0),
    async close() {
      await remote.end();
      await stop(browser);
      profile.remove();
    },
  };
}

/** @param {Record<string, unknown>} prefs */
function userJs(prefs) {
  return Object.entries(prefs)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** @param {import('node:stream').Readable | null} stream @param {import('./index.mjs').Message[]} messages */
function listen(stream, messages) {
  if (!stream) return;
  createInterface({ input: stream }).on('line', line => {
    const [, method, severity, text] = line.match(SAID) ?? [];
    if (text) messages.push({ level: levelOf(method ?? severity), text });
  });
}

/** @param {string} word @returns {import('./index.mjs').Message['level']} */
const levelOf = word => (word === 'error' ? 'error' : /^warn/.test(word) ? 'warn' : 'info');
