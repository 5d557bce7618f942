// Every type of question: in all languages and themes, on a phone, by keyboard alone, and beside somebody who types.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { axeFindings, emulate, serve } from './stage.mjs';

const POLICY =
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self';
  require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, ' ');
const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Checkout</title>';
const PHONE = '<meta name="viewport" content="width=device-width, initial-scale=1">';
const PAGE = `${HEAD}${PHONE}<link rel="stylesheet" href="/page.css">
<script type="module" src="/tests/browser/survey/page.js"></script>
<main><h1>Checkout</h1><label>Street <input id="street" autocomplete="off"></label> <button id="pay">Pay</button></main>`;
const FRAMED = `${HEAD}<link rel="stylesheet" href="/page.css"><main><h1>Phone</h1>
<iframe title="Phone" src="/index.html" width="320" height="568"></iframe></main>`;
const CSS = 'body { margin: 0; font: 16px/1.5 sans-serif } iframe { border: 0 } main > div { margin: 1rem }';

const LANGUAGES = ['en', 'nl', 'de', 'fr', 'es', 'it', 'pl'];
const CARD = 'koord-survey';
const ROOT = `document.querySelector('${CARD}').shadowRoot`;

/** @type {import('./stage.mjs').Stage} */
let stage;
before(async () => {
  stage = await serve({
    folders: { '/js/': 'js', '/tests/': 'tests' },
    texts: { '/index.html': PAGE, '/phone.html': FRAMED, '/page.css': CSS },
    headers: { 'content-security-policy': POLICY },
  });
});
after(() => stage.close());

/** @param {import('./drive/page.mjs').Page} page */
async function begin(page) {
  await page.go(`${stage.url}/`);
  await page.waitFor('return window.stage');
}

/** Runs in the frame that is as wide as a phone, where no window can be. */
const INSIDE = 'const { document, stage } = frames[0];';

for (const engine of ENGINES) {
  describe(engine, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    before(async () => {
      page = await open(engine, { size: [1000, 700] });
    });
    after(() => page?.close());

    /** @param {object} survey */
    const ask = survey => page.run('await stage.ask(arguments[0])', survey);
    const log = () => page.run('return stage.log');
    /** @param {string} selector */
    const has = selector =>
      page.waitFor(`return !!document.querySelector('${CARD}') && !!${ROOT}.querySelector(arguments[0])`, {
        args: [selector],
      });
    /** @param {string} selector */
    const textOf = selector => page.run(`return ${ROOT}.querySelector(arguments[0])?.textContent`, selector);
    /** @param {string} selector */
    const click = selector => page.click(`${CARD} >>> ${selector}`);

    test('axe finds nothing in any type, in any language; the strictest policies hold', async () => {
      await begin(page);
      await page.run('await stage.showAll(arguments[0])', LANGUAGES);
      assert.deepEqual(await axeFindings(page, 'main'), []);
      assert.deepEqual(await page.run('return stage.violations'), []);
    });

    test('each type tells its own kind of answer', async () => {
      await begin(page);
      const types = [
        'nps',
        'stars',
        'emoji',
        'thumbs',
        'single',
        'multiple',
        'consent',
        'information',
        'text',
      ];
      await page.run(
        'const ids = arguments[0]; stage.some = ids.map(id => stage.QUESTIONS.find(one => one.id === id))',
        types,
      );
      await page.run('await stage.ask({ questions: stage.some })');
      for (const pressed of [
        '[value="10"]',
        '[value="4"]',
        '[value="1"]',
        '[value="0"]',
        '[value="delivery"]',
      ]) {
        await click(pressed);
        await click('.onward');
      }
      await click('[value="filters"]');
      await click('[value="other"]');
      await click('.room');
      await page.type('a friend');
      await click('.onward');
      await click('.onward');
      await has('a[href="/cart.html"]');
      await click('.onward');
      await click('.onward');
      await has('.thanks');
      const told = await log();
      told.find((/** @type {string[]} */ [id]) => id === 'multiple')[1].choices.sort();
      assert.deepEqual(told, [
        'shown',
        ['nps', { value: 10 }],
        ['stars', { value: 4 }],
        ['emoji', { value: 1 }],
        ['thumbs', { value: 0 }],
        ['single', { choices: ['delivery'] }],
        ['multiple', { choices: ['filters', 'other'], text: 'a friend' }],
        ['consent', { value: 0 }],
        'done',
      ]);
    });

    test('back: what was answered stands there still, is told again only when it changed, and may lead elsewhere', async () => {
      await begin(page);
      await ask({
        questions: [
          { id: 'worked', type: 'thumbs', text: 'Did it work?', next: [{ when: [{ is: 1 }], go_to: 'end' }] },
          { id: 'why', type: 'text', text: 'Why not?' },
          { id: 'more', type: 'text', text: 'What else?' },
        ],
      });
      assert.equal(await textOf('.step'), 'Question 1 of 3');
      await click('[value="0"]');
      assert.equal(await textOf('.onward'), 'Next');
      await click('.onward');
      await has('textarea');
      assert.equal(await textOf('.step'), 'Question 2 of 3');
      await click('.back');
      await has('[value="0"]:checked');
      await click('.onward');
      await has('textarea');
      await click('.back');
      await click('[value="1"]');
      assert.equal(await textOf('.onward'), 'Send');
      await click('.onward');
      await has('.thanks');
      assert.deepEqual(await log(), ['shown', ['worked', { value: 0 }], ['worked', { value: 1 }], 'done']);
    });

    test('a yes that is required must be given; words beside a choice that was taken back are not told', async () => {
      await begin(page);
      await page.run(`await stage.ask({ questions: [
        { ...stage.QUESTIONS.find(one => one.id === 'consent'), required: true },
        { ...stage.QUESTIONS.find(one => one.id === 'single'), required: true }] })`);
      await click('.onward');
      assert.equal(await textOf('[role=alert]'), 'Please choose an answer first.');
      await click('.choice');
      await click('.onward');
      await click('[value="other"]');
      await click('.room');
      await page.type('it rains');
      await click('[value="price"]');
      assert.equal(await page.run(`return ${ROOT}.querySelector('.room').hidden`), true);
      await click('.onward');
      await has('.thanks');
      const told = ['shown', ['consent', { value: 1 }], ['single', { choices: ['price'] }], 'done'];
      assert.deepEqual(await log(), told);
    });

    test('what was answered before it is closed stays answered', async () => {
      await begin(page);
      await ask({
        questions: [
          { id: 'a', type: 'stars', text: 'A?' },
          { id: 'b', type: 'text', text: 'B?' },
        ],
      });
      await click('[value="2"]');
      await click('.onward');
      await has('textarea');
      await click('.close');
      assert.deepEqual(await log(), ['shown', ['a', { value: 2 }], 'dismissed']);
    });

    test('markup is text, wherever it stands; a link leads to http(s) alone', async () => {
      await begin(page);
      const evil = '<img src=x onerror=alert(1)>';
      for (const [url, href] of [
        ['javascript:alert(1)', undefined],
        ['JAVASCRIPT:alert(1)', undefined],
        ['data:text/html,<script>alert(1)</script>', undefined],
        ['//evil.example', undefined],
        ['/\\evil.example', undefined],
        ['/\t/evil.example', undefined],
        ['https://shop.example/a b', undefined],
        ['https://shop.example/privacy', 'https://shop.example/privacy'],
        ['/privacy.html', '/privacy.html'],
      ]) {
        const link = { text: evil, url };
        await ask({
          questions: [{ id: 'q', type: 'information', text: evil, help: evil, link }],
          thanks: evil,
        });
        const found = await page.run(`const link = ${ROOT}.querySelector('a');
          return link ? [link.getAttribute('href'), link.rel, link.textContent] : []`);
        assert.deepEqual(found, href ? [href, 'noopener', evil] : [], url);
        await page.run('stage.open.close()');
      }
      const choices = ['a', 'b'].map(id => ({ id, text: evil }));
      await ask({ questions: [{ id: 'q', type: 'single', text: evil, help: evil, choices }], thanks: evil });
      assert.deepEqual(
        [await textOf('#title'), await textOf('.help'), await textOf('.choice')],
        [evil, evil, evil],
      );
      await click('.onward');
      await has('.thanks');
      assert.equal(await textOf('.thanks'), evil);
      assert.equal(await page.run(`return ${ROOT}.querySelectorAll('img, script').length`), 0);
      assert.deepEqual(await page.run('return [stage.alerts, stage.violations]'), [0, []]);
    });

    test('one who types is not disturbed: every letter arrives, the caret stays, the focus too', async () => {
      await begin(page);
      await page.run(`const street = document.getElementById('street');
        street.value = 'Main 12'; street.focus(); street.setSelectionRange(4, 4);
        street.addEventListener('input', () => street.value.includes('S') && !stage.open && (stage.open = stage.ask({
          questions: stage.QUESTIONS })))`);
      await page.type(' Street');
      await page.waitFor('await stage.open; return stage.log.length');
      await page.type(' N');
      assert.deepEqual(
        await page.run(`const street = document.getElementById('street');
          return [document.activeElement.id, street.value, street.selectionStart, street.selectionEnd]`),
        ['street', 'Main Street N 12', 13, 13],
      );
    });

    test('a card over the field that is written in gives way, and comes back', async () => {
      await begin(page);
      await page.run(`await stage.ask({ questions: stage.QUESTIONS }); Object.assign(document.getElementById('street').style,
        { position: 'fixed', right: '40px', bottom: '60px' }); document.getElementById('street').focus()`);
      const seen = `return getComputedStyle(document.querySelector('${CARD}')).visibility`;
      await page.waitFor(`${seen} === 'hidden'`);
      await page.type('Main 1');
      assert.equal(await page.run('return document.getElementById("street").value'), 'Main 1');
      await page.run('document.getElementById("street").blur()');
      await page.waitFor(`${seen} === 'visible'`);
    });

    test('on a phone it leaves its room to the keyboard, whatever field is written in', async () => {
      await page.go(`${stage.url}/phone.html`);
      await page.waitFor('return frames[0]?.stage');
      const seen = `${INSIDE} return frames[0].getComputedStyle(document.querySelector('${CARD}')).visibility`;
      await page.run(`${INSIDE} await stage.ask({ questions: [stage.QUESTIONS[4]] });
        document.getElementById('street').focus()`);
      await page.waitFor(`${seen} === 'hidden'`);
      await page.run(`${INSIDE} document.getElementById('pay').focus()`);
      await page.waitFor(`${seen} === 'visible'`);
    });

    test('in a slot of the page it stands where the shop wants it; without the slot it is not shown', async () => {
      await begin(page);
      const inline = {
        placement: 'inline',
        slot: 'foot',
        questions: [{ id: 'q', type: 'stars', text: 'How?' }],
      };
      await assert.rejects(ask(inline), /survey "one": no element has data-koord-slot="foot"/);
      await page.run(
        'document.querySelector("main").insertAdjacentElement("beforeend", document.createElement("div")).dataset.koordSlot = "foot"',
      );
      await ask({ ...inline, theme: { '--koord-accent': 'rgb(1, 2, 3)', color: 'red' } });
      const looks = `const host = document.querySelector('[data-koord-slot] > ${CARD}');
        return [getComputedStyle(host).position, host.style.color,
          getComputedStyle(host.shadowRoot.querySelector('.onward')).backgroundColor]`;
      assert.deepEqual(await page.run(looks), ['static', '', 'rgb(1, 2, 3)']);
      assert.deepEqual(await page.run('return stage.violations'), []);
    });

    test('a phone of 320 px, by keyboard alone: every type fits, with targets of 44 px, to the thanks', async () => {
      await page.go(`${stage.url}/phone.html`);
      await page.waitFor('return frames[0]?.stage');
      const inside = (/** @type {string} */ source, /** @type {any[]} */ ...args) =>
        page.run(`${INSIDE} ${source}`, ...args);
      await inside(
        `await stage.ask({ questions: stage.QUESTIONS }); ${ROOT}.querySelector('.close').focus()`,
      );
      const focused = () =>
        inside(`const { type, className } = ${ROOT}.activeElement; return type || className`);
      /** Arrows choose, space ticks, letters are words; Enter sends from a choice, the button from words. */
      const answerByKeyboard = async () => {
        const type = await focused();
        if (type === 'radio') await page.press('ArrowRight');
        if (type === 'checkbox') await page.press(' ');
        if (type === 'textarea') await page.type('words');
        for (let tabs = 0; /^(textarea|title|button|)$/.test(await focused()) && tabs < 5; tabs++)
          await page.press('Tab');
        await page.press('Enter');
      };
      const count = await inside('return stage.QUESTIONS.length');
      for (let at = 1; at <= count; at++) {
        await page.waitFor(
          `${INSIDE} return ${ROOT}.querySelector('.step').textContent.startsWith(arguments[0])`,
          {
            args: [`Question ${at} of`],
          },
        );
        assert.deepEqual(await inside(MISFITS), [], `question ${at}`);
        if (at === 1) await page.press('Tab');
        await answerByKeyboard();
      }
      await page.waitFor(`${INSIDE} return !!${ROOT}.querySelector('.thanks')`);
      const told = await inside('return stage.log.map(one => (Array.isArray(one) ? one[0] : one))');
      const scales = ['nps', 'csat', 'ces_7', 'ces_5', 'stars', 'emoji', 'thumbs'];
      assert.deepEqual(told, ['shown', ...scales, 'single', 'multiple', 'text', 'consent', 'done']);
    });
  });
}

/** In the frame: whatever is wider than it, or a target too small for a finger. */
const MISFITS = `
  const root = ${ROOT};
  const dialog = root.querySelector('[role=dialog]');
  const wide = dialog.scrollWidth > dialog.clientWidth || document.documentElement.scrollWidth > 320;
  const small = [...root.querySelectorAll('.point, .choice, button, a, textarea, .room:not([hidden])')].filter(one => {
    const { width, height, left, right } = one.getBoundingClientRect();
    return width < 43.9 || height < 43.9 || left < 0 || right > 320;
  });
  return [...(wide ? ['wide'] : []), ...small.map(one => one.className + ' ' + one.getBoundingClientRect().width)];`;

describe('chromium, themes', { skip: !ENGINES.includes('chromium') && 'Chromium is not asked for' }, () => {
  /** @type {import('./drive/page.mjs').Page} */
  let page;
  before(async () => {
    page = await open('chromium', { size: [1000, 700] });
  });
  after(() => page?.close());

  for (const [name, value] of [
    ['prefers-color-scheme', 'dark'],
    ['prefers-contrast', 'more'],
    ['forced-colors', 'active'],
  ]) {
    test(`${name}: ${value}: axe finds nothing in any type, in any language`, async () => {
      await emulate(page, { [name]: value });
      await begin(page);
      await page.run('await stage.showAll(arguments[0])', LANGUAGES);
      assert.deepEqual(await axeFindings(page, 'main'), []);
    });
  }

  test('a page that says what it is, light or dark, is followed', async () => {
    for (const [said, prefers, ground] of [
      ['light', 'dark', 'rgb(255, 255, 255)'],
      ['dark', 'light', 'rgb(29, 37, 45)'],
      ['light dark', 'dark', 'rgb(29, 37, 45)'],
      ['', 'light', 'rgb(255, 255, 255)'],
    ]) {
      await emulate(page, { 'prefers-color-scheme': prefers });
      await begin(page);
      await page.run(
        `document.documentElement.style.colorScheme = arguments[0];
        await stage.ask({ questions: stage.QUESTIONS })`,
        said,
      );
      const found = await page.run(
        `return getComputedStyle(${ROOT}.querySelector('[role=dialog]')).backgroundColor`,
      );
      assert.equal(found, ground, `${said}, ${prefers}`);
    }
  });

  test('Arabic in a shop that reads from left to right stands from right to left', async () => {
    await emulate(page, {});
    await begin(page);
    await page.run(
      `await stage.ask({ questions: [{ id: 'q', type: 'stars', text: { ar: 'كيف كان البحث؟' } }] }, 'ar')`,
    );
    const [close, dialog] = await page.run(`return ['.close', '[role=dialog]'].map(one => {
      const { left, right } = ${ROOT}.querySelector(one).getBoundingClientRect(); return (left + right) / 2 })`);
    assert.ok(close < dialog, 'the cross is at the left');
  });
});
