// Chromium, through chromedriver.
import { adopt, said, start, stop, temporaryFolder } from './processes.mjs';
import { connect } from './webdriver.mjs';

const ARGS = [
  '--headless',
  '--no-sandbox', // its sandbox refuses root, which is what continuous integration runs as
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {import('./index.mjs').Wants} wants */
export async function launch({ args = [] }) {
  const profile = temporaryFolder('chromium');
  const driver = start('chromedriver', ['--port=0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [, port] = await said(driver.stdout, /started successfully on port (\d+)/);
  const remote = await connect(Number(port), {
    browserName: 'chrome',
    'goog:loggingPrefs': { browser: 'ALL' },
    'goog:chromeOptions': { args: [...ARGS, `--user-data-dir=${profile.path}`, ...args] },
  });
  const endBrowser = adopt(remote.capabilities['goog:processID']); // it has a process group of its own
  return {
    remote,
    console: () => consoleOf(remote),
    /** Where the DevTools protocol is spoken, for what comes as a stream. */
    debugger: remote.capabilities['goog:chromeOptions'].debuggerAddress,
    /** A command of the DevTools protocol. @param {string} cmd @param {object} [params] */
    devtools: (cmd, params = {}) => remote.raw('POST', '/goog/cdp/execute', { cmd, params }),
    async close() {
      await remote.end().catch(() => {}); // a browser that has crashed is closed enough
      await stop(driver);
      endBrowser();
      profile.remove();
    },
  };
}

/** @param {Awaited<ReturnType<typeof connect>>} remote @returns {Promise<import('./index.mjs').Message[]>} */
async function consoleOf(remote) {
  const entries = await remote.raw('POST', '/se/log', { type: 'browser' });
  return entries.map((/** @type {{level: string, message: string}} */ { level, message }) => ({
    level: level === 'SEVERE' ? 'error' : level === 'WARNING' ? 'warn' : 'info',
    text: message,
  }));
}
