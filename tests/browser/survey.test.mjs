// The survey widget under the strictest page policies: who has the focus, what is reported, what it looks like.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { axeFindings, beNarrow, emulate, serve } from './stage.mjs';

// Images only for the favicon, which WebKit asks for by itself.
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';
  require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, ' ');

// A shop that is hard on its guests: its rules would hide, stretch or redden whatever they reach.
const CSS = `html { font-size: 62.5% } body { font: 16px/1.5 sans-serif; margin: 2rem }
  :empty:not(link, input, script) { display: none } * { letter-spacing: 3px; color: navy }
  button { background: red !important } section { position: static !important }`;

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stage</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/stage.css"><script type="module" src="/stage.js"></script>
<main><h1>Search</h1><p><label>Search <input id="field"></label> <button id="button">Go</button></p></main>`;

const SCRIPT = `import { show } from '/js/survey/survey.js';
const stage = (window.stage = { log: [], keys: [], violations: [], ask, age });
document.addEventListener('securitypolicyviolation', event => stage.violations.push(event.violatedDirective));
addEventListener('error', event => stage.violations.push(event.message));
for (const type of ['keydown', 'keyup', 'input']) addEventListener(type, event => stage.keys.push(event.key));
function age() { window.CSSStyleSheet = undefined; }
async function ask(language = 'en', survey = { id: 'search_effort' }) {
  const say = name => () => stage.log.push(name);
  const onAnswer = (question, answer) => stage.log.push([question.id, answer]);
  stage.open = await show(survey, { language, onAnswer, onShown: say('shown'), onDone: say('done'), onDismiss: say('dismissed') });
}`;

const CARD = 'koord-survey';
const point = (/** @type {number} */ number) => `${CARD} >>> .point:nth-child(${number})`;
const ONWARD = `${CARD} >>> .onward`;
const CLOSE = `${CARD} >>> .close`;
const TEXT = `${CARD} >>> textarea`;

/** @type {import('./stage.mjs').Stage} */
let stage;
before(async () => {
  stage = await serve({
    folders: { '/js/': 'js' },
    texts: { '/index.html': PAGE, '/stage.css': CSS, '/stage.js': SCRIPT },
    headers: { 'content-security-policy': POLICY },
  });
});
after(() => stage.close());

for (const engine of ENGINES) {
  describe(engine, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    before(async () => {
      page = await open(engine, { size: [1000, 700] });
    });
    after(() => page?.close());
    beforeEach(async () => {
      await page.go(`${stage.url}/`);
      await page.waitFor('return window.stage');
      await page.run('document.getElementById("field").focus()');
    });

    /** @param {...any} args */
    const ask = (...args) => page.run('await stage.ask(...arguments)', ...args);
    const log = () => page.run('return stage.log');
    const focus = () => page.run('return document.activeElement.id || document.activeElement.localName');
    const gone = () => page.waitFor('return !document.querySelector("koord-survey")');
    /** @param {string} selector */
    const textOf = selector =>
      page.run(
        `return document.querySelector('${CARD}').shadowRoot.querySelector(arguments[0])?.textContent`,
        selector,
      );
    /** @param {string} selector */
    const appears = selector =>
      page.waitFor(`return !!document.querySelector('${CARD}')?.shadowRoot.querySelector(arguments[0])`, {
        args: [selector],
      });

    test('it comes without taking the focus or moving the page, and says so politely', async () => {
      const before = await page.run('return [document.body.scrollHeight, scrollY]');
      await ask();
      assert.equal(await focus(), 'field');
      assert.deepEqual(await page.run('return [document.body.scrollHeight, scrollY]'), before);
      await page.waitFor(
        `return document.querySelector('${CARD}').shadowRoot.querySelector('[role=status]').textContent`,
      );
      assert.match(await textOf('[role=status]'), /short question/);
      const role = `const card = document.querySelector('${CARD}').shadowRoot.querySelector('[role=dialog]');`;
      assert.equal(await page.run(`${role} return card.getAttribute('aria-modal')`), 'false');
      assert.deepEqual(await log(), ['shown']);
    });

    test('it moves above what the shop puts in its corner, so that it can be pressed', async () => {
      await ask();
      await page.run(`const toast = document.createElement('button');
        toast.id = 'toast'; toast.textContent = 'Added: view the cart'; document.body.append(toast);
        toast.style.setProperty('position', 'fixed'); toast.style.setProperty('right', '8px'); toast.style.setProperty('bottom', '8px');`);
      await page.waitFor(`const { left, right, top, bottom } = document.getElementById('toast').getBoundingClientRect();
        return document.elementFromPoint((left + right) / 2, (top + bottom) / 2).id === 'toast'
          && document.querySelector('${CARD}').getBoundingClientRect().bottom < top`);
      assert.ok(await page.run(`return document.querySelector('${CARD}').getBoundingClientRect().top >= 0`));
    });

    test('each answer is told as the visitor moves on; then thanks, then nothing', async () => {
      await ask();
      await page.click(point(3));
      assert.deepEqual(await log(), ['shown'], 'choosing is not yet moving on');
      await page.click(ONWARD);
      await appears('textarea');
      assert.deepEqual(await log(), ['shown', ['effort', { value: 3 }]]);
      await page.click(TEXT);
      await page.type('a tent/');
      await page.click(ONWARD);
      await appears('.thanks');
      assert.deepEqual(await log(), [
        'shown',
        ['effort', { value: 3 }],
        ['wanted', { text: 'a tent/' }],
        'done',
      ]);
      await gone();
      assert.equal((await log()).length, 4, 'the thanks leave without a word');
    });

    test('a required answer that is missing is asked for, and the complaint goes with the answer', async () => {
      await ask();
      await page.click(ONWARD);
      assert.equal(await textOf('[role=alert]'), 'Please choose an answer first.');
      await page.click(point(7));
      assert.equal(await textOf('[role=alert]'), '');
      await page.click(ONWARD);
      assert.deepEqual(await log(), ['shown', ['effort', { value: 7 }]]);
    });

    test('an optional answer may be left out', async () => {
      await ask();
      await page.click(point(1));
      await page.click(ONWARD);
      await appears('textarea');
      await page.click(ONWARD);
      await appears('.thanks');
      assert.deepEqual(await log(), ['shown', ['effort', { value: 1 }], 'done']);
    });

    test('thanks that are closed before their time are no dismissal', async () => {
      await ask('en', {
        id: 'x',
        questions: [{ id: 'q', type: 'ces', text: 'How easy?' }],
        thanks: 'Thanks',
      });
      await page.click(ONWARD);
      await appears('.thanks');
      await page.click(CLOSE);
      await gone();
      assert.deepEqual(await log(), ['shown', 'done']);
    });

    test('by keyboard alone: choose, move on, write, leave', async () => {
      await ask();
      await page.run(`document.querySelector('${CARD}').shadowRoot.querySelector('.close').focus()`);
      await page.press('Tab');
      await page.press('ArrowRight');
      await page.press('ArrowRight');
      await page.press('Enter');
      await appears('textarea');
      await page.type('boots');
      await page.press('Escape');
      await gone();
      assert.deepEqual(await log(), ['shown', ['effort', { value: 3 }], 'dismissed']);
      assert.equal(await focus(), 'field', 'the focus is back where it was');
    });

    test('Escape outside the card is the page’s own', async () => {
      await ask();
      await page.press('Escape');
      assert.deepEqual(await log(), ['shown']);
      await page.click(CLOSE);
      await gone();
      assert.deepEqual(await log(), ['shown', 'dismissed']);
    });

    test('no key of an answer reaches the listeners of the shop', async () => {
      await ask();
      await page.click(point(2));
      await page.click(ONWARD);
      await page.click(TEXT);
      await page.type('secret');
      assert.deepEqual(await page.run('return stage.keys'), []);
    });

    test('the strictest policies hold, and markup in a text is text', async () => {
      const text = '<img src=x onerror=alert(1)>';
      await ask('en', { id: 'x', questions: [{ id: 'q', type: 'ces', text, low: text }], thanks: text });
      assert.equal(await textOf('#title'), text);
      await page.click(ONWARD);
      await appears('.thanks');
      assert.equal(await textOf('.thanks'), text);
      const images = `return document.querySelector('${CARD}').shadowRoot.querySelectorAll('img').length`;
      assert.equal(await page.run(images), 0);
      assert.deepEqual(await page.run('return stage.violations'), []);
    });

    test('Dutch for nl-BE, English where the language is not there', async () => {
      await ask('nl-BE');
      assert.match(await textOf('#title'), /^Hoe gemakkelijk/);
      assert.equal(await textOf('.onward'), 'Volgende');
      await page.run('stage.open.close()');
      await ask('pt');
      assert.match(await textOf('#title'), /^How easy/);
    });

    test('closed by its host it goes without a word', async () => {
      await ask();
      await page.run('stage.open.close()');
      await gone();
      assert.deepEqual(await log(), ['shown']);
    });

    test('in a browser without constructed style sheets nobody is asked, and nothing is left behind', async () => {
      await page.run('stage.age()');
      await assert.rejects(ask(), /TypeError/);
      await gone();
      assert.deepEqual(await log(), []);
    });

    test('a survey that cannot be shown says what to mend, and leaves the page alone', async () => {
      const bad = { id: 'x', questions: [{ id: 'q', type: 'number', text: 'How many?' }] };
      await assert.rejects(
        ask('en', bad),
        /survey "x", question "q" has type "number"; use one of nps, csat/,
      );
      await assert.rejects(ask('en', { id: 'x', questions: [] }), /survey "x" has no "questions"/);
      await assert.rejects(ask('en', { id: 'unknown' }), /survey "unknown" has no "questions"/);
      await gone();
    });

    test('axe finds nothing in any step', async () => {
      await ask();
      assert.deepEqual(await axeFindings(page, CARD), []);
      await page.click(ONWARD);
      assert.deepEqual(await axeFindings(page, CARD), []);
      await page.click(point(4));
      await page.click(ONWARD);
      assert.deepEqual(await axeFindings(page, CARD), []);
      await page.click(ONWARD);
      assert.deepEqual(await axeFindings(page, CARD), []);
    });
  });
}

describe('chromium, as the visitor has set it', {
  skip: !ENGINES.includes('chromium') && 'Chromium is not asked for',
}, () => {
  /** @type {import('./drive/page.mjs').Page} */
  let page;
  before(async () => {
    page = await open('chromium');
  });
  after(() => page?.close());
  const start = async () => {
    await page.go(`${stage.url}/`);
    await page.waitFor('return window.stage');
    await page.run('await stage.ask()');
  };
  const box = (/** @type {string} */ selector) =>
    page.run(
      `const { x, y, width, height, right, bottom } = document.querySelector('${CARD}').shadowRoot
         .querySelector(arguments[0]).getBoundingClientRect();
       return { x, y, width, height, right, bottom };`,
      selector,
    );

  test('dark: axe finds nothing', async () => {
    await emulate(page, { 'prefers-color-scheme': 'dark' });
    await start();
    assert.deepEqual(await axeFindings(page, CARD), []);
    await emulate(page, {});
  });

  test('a phone of 320 px: a sheet at the bottom, with targets of 44 px', async () => {
    await beNarrow(page, 320, 640);
    await start();
    await page.waitFor(`return document.querySelector('${CARD}').shadowRoot.getAnimations().length === 0`);
    const sheet = await box('[role=dialog]');
    assert.deepEqual([sheet.x, sheet.width, sheet.bottom], [0, 320, 640]);
    for (const selector of ['.point', '.point:last-child', '.close', '.onward']) {
      const { width, height, right } = await box(selector);
      assert.ok(
        width >= 44 && height >= 44 && right <= 320,
        `${selector}: ${width} x ${height}, to ${right}`,
      );
    }
    await page.devtools?.('Emulation.clearDeviceMetricsOverride');
  });

  test('from right to left it stands at the left', async () => {
    await page.go(`${stage.url}/`);
    await page.waitFor('return window.stage');
    await page.run('document.documentElement.dir = "rtl"; await stage.ask("en")');
    const { x, right } = await box('[role=dialog]');
    assert.ok(x < 40 && right < 500, `from ${x} to ${right}`);
  });

  test('reduced motion: nothing moves, and the thanks still leave', async () => {
    await emulate(page, { 'prefers-reduced-motion': 'reduce' });
    await start();
    const moving = `return document.querySelector('${CARD}').shadowRoot.getAnimations().length`;
    assert.equal(await page.run(moving), 0);
    await page.click(point(4));
    await page.click(ONWARD);
    await page.click(ONWARD);
    await page.waitFor('return !document.querySelector("koord-survey")');
    await emulate(page, {});
  });
});
