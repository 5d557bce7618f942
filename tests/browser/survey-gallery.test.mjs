// The demo's page of ready surveys: each of the eight opens, in English and Dutch, light and dark, at the desk and on a
// phone, and what is answered is told.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { READY } from '../../js/survey/ready.js';
import { ENGINES, open } from './drive/index.mjs';
import { demoFolder } from './shop/demo.mjs';
import { axeFindings, beNarrow, emulate, serve } from './stage.mjs';

const CARD = 'koord-survey';
const show = (/** @type {string} */ id) => `[data-survey=${id}] button`;
const heard = `return [...document.querySelectorAll('.heard li')].map(one => one.textContent)`;

describe('the ready surveys in the demo', {
  skip: !ENGINES.includes('chromium') && 'Chromium is not asked for',
}, () => {
  /** @type {import('./drive/page.mjs').Page} */
  let page;
  /** @type {import('./stage.mjs').Stage} */
  let stage;
  before(async () => {
    stage = await serve({ folders: { '/': await demoFolder('gallery') } });
    page = await open('chromium', { size: [1200, 860] });
  });
  after(async () => {
    await page?.close();
    stage?.close();
  });

  for (const [scheme, language, width] of /** @type {const} */ ([
    ['light', 'en', 1200],
    ['dark', 'nl', 1200],
    ['dark', 'en', 360],
    ['light', 'nl', 360],
  ])) {
    test(`${scheme}, ${language}, ${width} px: axe finds nothing on the page, nor in any survey`, async () => {
      await emulate(page, { 'prefers-color-scheme': scheme });
      await beNarrow(page, width, 800);
      await page.console();
      await page.go(`${stage.url}/surveys/?lang=${language}`);
      await page.waitFor('return document.querySelectorAll(".card").length === 8');
      assert.deepEqual(await axeFindings(page), []);
      assert.ok(await page.run('return document.documentElement.scrollWidth <= innerWidth'));
      for (const { id, questions } of READY.surveys) {
        await page.run('document.querySelector(arguments[0]).click()', show(id));
        const title = `return document.querySelector('${CARD}')?.shadowRoot.getElementById('title').textContent === arguments[0]`;
        await page.waitFor(title, { args: [questions[0].text[language]] });
        assert.deepEqual(await axeFindings(page, CARD), [], id);
      }
      assert.deepEqual(await page.console(), []);
    });
  }

  test('what is answered is told, to the end', async () => {
    await emulate(page, {});
    await beNarrow(page, 1200, 860);
    await page.go(`${stage.url}/surveys/?lang=en`);
    await page.click(show('checkout_smooth'));
    await page.click(`${CARD} >>> [value="10"]`);
    await page.click(`${CARD} >>> .onward`);
    await page.click(`${CARD} >>> textarea`);
    await page.type('The tents');
    await page.click(`${CARD} >>> .onward`);
    await page.waitFor(`return !!document.querySelector('${CARD}').shadowRoot.querySelector('.thanks')`);
    assert.deepEqual(await page.run(heard), [
      'shown',
      'answered recommend: 10',
      'answered liked: “The tents”',
      'completed',
    ]);
  });
});
