// `make pictures`: takes the README's pictures anew, of the demo shop as it is, with a real visit in it.
import { mkdirSync } from 'node:fs';
import { collect } from '../tests/browser/drive/collector.mjs';
import { open } from '../tests/browser/drive/index.mjs';

const FOLDER = 'docs/pictures';
const SURVEY = 'return !!document.querySelector("koord-survey")';
/** Animations inside a shadow root are its own. */
const FADED_IN = `document.querySelector("koord-survey").shadowRoot.getAnimations()
  .every(one => one.playState !== 'running' || one.effect.getTiming().duration > 1000)`;

/** @typedef {import('../tests/browser/drive/page.mjs').Page} Page */

/** A search that finds nothing, and the question that follows.
 * @param {Page} page @param {string} url @param {string} [more] of the address */
async function searchInVain(page, url, more = '') {
  await page.go(`${url}/index.html${more}`);
  await page.waitFor('return !!window.koord?.stop');
  await page.click('#search-field');
  await page.type('hammok');
  await page.press('Enter');
  await page.waitFor(SURVEY, { timeout: 20_000 });
  await page.waitFor(`return ${FADED_IN}`);
}

/** The unhappy visitor, until the dead button was pressed in anger. @param {Page} page @param {string} url */
async function unhappy(page, url) {
  await page.go(`${url}/tour/?pace=4`);
  await page.waitFor('return !!document.querySelector("iframe").contentWindow.koord?.stop');
  await page.click('.story:nth-child(2)');
  await page.waitFor('return !!document.querySelector("[data-signal=rage_click]")', { timeout: 90_000 });
  await page.waitFor('return /Pressed in anger/.test(document.querySelector(".caption p").textContent)');
}

/** Both visitors of the tour, as they were stored. @param {Page} page @param {string} url */
async function stored(page, url) {
  await unhappy(page, url);
  await page.waitFor('return document.documentElement.dataset.told');
  await page.click('.story:nth-child(3)');
  await page.waitFor('return document.documentElement.dataset.told', { timeout: 90_000 });
  await page.go(`${url}/sessions/`);
  await page.waitFor(
    'return document.querySelector(".bought") && document.querySelector("[data-signal=rage_click]")',
  );
}

/** @param {[number, number]} size @param {(page: Page) => Promise<void>} visit @param {string} name */
async function take(size, visit, name) {
  const page = await open('chromium', { size, args: ['--force-device-scale-factor=1', '--hide-scrollbars'] });
  try {
    await visit(page);
    await page.screenshot(`${FOLDER}/${name}.png`);
    console.log(`${FOLDER}/${name}.png`);
  } finally {
    await page.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
const collector = await collect({ folders: { '/': 'build/demo' } });
try {
  const { url } = collector;
  await take([1200, 760], page => searchInVain(page, url), 'survey');
  await take([1440, 860], page => searchInVain(page, url, '?koord=inspect'), 'inspector');
  await take([1200, 760], page => unhappy(page, url), 'tour');
  await take([1200, 620], page => stored(page, url), 'sessions');
  await take([390, 760], page => searchInVain(page, url), 'survey-phone');
} finally {
  await collector.stop();
}
