// Drives three real browser engines with trusted input: open('firefox') gives a Page.
import { launch as chromium } from './chromium.mjs';
import { launch as firefox } from './firefox.mjs';
import { Page } from './page.mjs';
import { launch as webkit } from './webkit.mjs';

/**
 * @typedef {object} Wants
 * @property {string[]} [args] for the browser's command line
 * @property {Record<string, unknown>} [prefs] Firefox only
 * @property {[width: number, height: number]} [size] of the viewport, in CSS pixels
 *
 * @typedef {{level: 'error' | 'warn' | 'info', text: string}} Message what the console of a page said
 *
 * @typedef {object} Browser
 * @property {import('./commands.mjs').Remote} remote
 * @property {() => Promise<Message[]>} console always empty in WebKitGTK
 * @property {(command: string, parameters?: object) => Promise<any>} [devtools] Chromium only
 * @property {string} [debugger] host and port of that protocol, Chromium only
 * @property {() => Promise<void>} close
 */

/** @type {Record<string, (wants: Wants) => Promise<Browser>>} */
const LAUNCHERS = { chromium, firefox, webkit };

/** All engines, or those that the environment's KOORD_ENGINES names ("chromium,webkit"). */
export const ENGINES = process.env.KOORD_ENGINES?.split(',') ?? Object.keys(LAUNCHERS);

/**
 * @param {string} engine one of ENGINES
 * @param {Wants} [wants]
 * @returns {Promise<Page>}
 */
export async function open(engine, wants = {}) {
  const launch = LAUNCHERS[engine];
  if (!launch) throw new Error(`no engine "${engine}"; there are ${Object.keys(LAUNCHERS).join(', ')}`);
  const page = new Page(engine, await launch(wants));
  await page.begin(wants.size ?? [1200, 800]);
  return page;
}
