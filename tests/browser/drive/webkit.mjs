// WebKitGTK's MiniBrowser, through WebKitWebDriver, on a screen of its own.
import { existsSync } from 'node:fs';
import { asScript } from './inpage.mjs';
import { freePort, said, start, stop, temporaryFolder, until } from './processes.mjs';
import { connect, ready } from './webdriver.mjs';

const MINIBROWSER = ['4.1', '6.0', '4.0']
  .flatMap(api => ['x86_64', 'aarch64'].map(cpu => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-${api}/MiniBrowser`))
  .find(existsSync);

/** @param {import('./index.mjs').Wants} wants */
export async function launch({ args = [] }) {
  if (!MINIBROWSER) throw new Error('MiniBrowser is missing: tools/setup.sh installs webkit2gtk-driver');
  const home = temporaryFolder('webkit');
  const screen = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [, display] = await said(screen.stdout, /^(\d+)\n/);
  const port = await freePort();
  const driver = start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    env: surroundings(home.path, `:${display}`),
  });
  await until('WebKitWebDriver', () => ready(port));
  const remote = await connect(port, {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: MINIBROWSER, args: ['--automation', ...args] },
  });
  return {
    remote: { ...remote, send: paintingForScreenshots(remote) },
    console: async () => [], // under automation it says nothing to anybody
    async close() {
      await remote.end().catch(() => {}); // a browser that has crashed is closed enough
      await stop(driver);
      await stop(screen);
      home.remove();
    },
  };
}

/**
 * WebKitGTK takes a screenshot when the page is next painted, and a page at rest never is: repaint for a second.
 * @param {Awaited<ReturnType<typeof connect>>} remote
 * @returns {typeof remote.send}
 */
function paintingForScreenshots(remote) {
  const script = asScript(() => {
    const { style } = document.documentElement;
    let left = 40;
    const timer = setInterval(() => {
      style.outline = left % 2 ? '1px solid transparent' : '';
      if (left-- === 0) clearInterval(timer);
    }, 25);
  });
  return async (command, parameters) => {
    if (command === 'screenshot') await remote.send('execute', { script, args: [] });
    return remote.send(command, parameters);
  };
}

/** Nothing of this user's desktop, and drawing that needs no graphics card. @param {string} home @param {string} display */
function surroundings(home, display) {
  return {
    DISPLAY: display,
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    GIO_USE_VFS: 'local',
  };
}
