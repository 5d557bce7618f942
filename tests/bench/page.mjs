// What the tag costs a page: the main thread's time for a click, with the tag and without, in each engine.
import { ENGINES, open } from '../browser/drive/index.mjs';
import { serve } from '../browser/stage.mjs';

const CLICKS = 300;

/** @param {string} script */
const pageWith = script => `<!doctype html><meta charset="utf-8"><title>Bench</title>
<body data-koord-untrusted><main>${'<section><button>Add to cart</button><p>A thing</p></section>'.repeat(200)}</main>
${script}`;
const TAG =
  '<script src="/dist/koord.js" data-site="bench" data-consent="granted" data-collector="/none"></script>';

/** Presses many buttons as fast as it can, one per task, and gives the mean time of a press on the main thread. */
async function press(/** @type {number} */ times) {
  const buttons = [...document.querySelectorAll('button')];
  const at = {
    bubbles: true,
    composed: true,
    isPrimary: true,
    pointerType: 'mouse',
    clientX: 30,
    clientY: 30,
    detail: 1,
  };
  let spent_ms = 0;
  for (let n = 0; n < times; n++) {
    const begin = performance.now();
    for (const [type, Kind] of /** @type {const} */ ([
      ['pointerdown', PointerEvent],
      ['pointerup', PointerEvent],
      ['click', PointerEvent],
    ])) {
      buttons[n % buttons.length].dispatchEvent(new Kind(type, at));
    }
    spent_ms += performance.now() - begin;
    await new Promise(next => setTimeout(next));
  }
  return (1000 * spent_ms) / times;
}

export async function benchPage() {
  const stage = await serve({
    folders: { '/dist/': 'dist' },
    texts: { '/with.html': pageWith(TAG), '/without.html': pageWith('') },
  });
  try {
    for (const engine of ENGINES) await benchIn(engine, stage.url);
  } finally {
    stage.close();
  }
}

/** @param {string} engine @param {string} url */
async function benchIn(engine, url) {
  const page = await open(engine);
  try {
    /** @type {Record<string, number>} */
    const us = {};
    for (const path of ['without', 'with']) {
      await page.go(`${url}/${path}.html`);
      await page.waitFor(() => document.readyState === 'complete');
      await page.run(press, 50); // warm up
      us[path] = await page.run(press, CLICKS);
    }
    console.log(
      `${engine.padEnd(9)} a click takes ${us.with.toFixed(0)} us with the tag, ${us.without.toFixed(0)} us without`,
    );
  } finally {
    await page.close();
  }
}
