// What one trusted move, click and key cost the main thread of a page in Chromium: with the tag, beside the same page with
// nothing and with bare listeners that note four numbers. CPU time of scripts, timers that follow included; the ratios of
// one run mean the same on every machine.
import { open } from '../browser/drive/index.mjs';
import { serve } from '../browser/stage.mjs';

const ROUNDS = 2;
/** Long enough for the core to judge a press, and for what is read after it. */
const LINGER_MS = 2500;

/** @param {string} script */
const pageWith = script => `<!doctype html><meta charset="utf-8"><title>Bench</title>
<body style="margin:0"><main><p><button style="height:40px">Add to cart</button>
<p><input aria-label="Street" style="height:40px">${'<section><h2>A thing</h2><p>€ 9.95</p></section>'.repeat(200)}</main>
${script}`;

/** The least that a tracker can do. */
const BARE = `<script>
  const ring = new Float64Array(1 << 16);
  let at = 0;
  const note = ({ type, timeStamp, clientX, clientY }) => {
    for (const number of [type.charCodeAt(0), timeStamp, clientX | 0, clientY | 0]) ring[at++ & 65535] = number;
  };
  for (const type of ['pointermove', 'click', 'input']) addEventListener(type, note, { capture: true, passive: true });
</script>`;
const TAG =
  '<script src="/dist/koord.js" data-site="bench" data-consent="granted" data-collector="/none"></script>';
const PAGES = { none: '', bare: BARE, tag: TAG };

/** @typedef {(command: string, parameters?: object) => Promise<any>} Devtools */

/** @param {Devtools} devtools @param {string} type @param {number} x @param {number} y @param {object} [more] */
const mouse = (devtools, type, x, y, more) =>
  devtools('Input.dispatchMouseEvent', { type, x, y, pointerType: 'mouse', ...more });

/** @param {Devtools} devtools @param {number} y */
async function click(devtools, y) {
  const left = { button: 'left', clickCount: 1 };
  await mouse(devtools, 'mousePressed', 30, y, { ...left, buttons: 1 });
  await mouse(devtools, 'mouseReleased', 30, y, left);
}

/** @type {Record<string, {times: number, begin?: (devtools: Devtools) => Promise<void>,
 *   once: (devtools: Devtools, n: number) => Promise<unknown>}>} */
const INPUTS = {
  move: {
    times: 200,
    once: (devtools, n) => mouse(devtools, 'mouseMoved', 100 + ((n * 7) % 600), 200 + (n % 90)),
  },
  click: { times: 40, once: devtools => click(devtools, 35) },
  key: {
    times: 60,
    begin: devtools => click(devtools, 90),
    once: async devtools => {
      await devtools('Input.dispatchKeyEvent', { type: 'keyDown', key: 'a', text: 'a' });
      await devtools('Input.dispatchKeyEvent', { type: 'keyUp', key: 'a' });
    },
  },
};

const pause = (/** @type {number} */ ms) => new Promise(over => setTimeout(over, ms));

/** CPU time that the page's scripts have taken, in microseconds. @param {Devtools} devtools @returns {Promise<number>} */
async function scripts(devtools) {
  const { metrics } = await devtools('Performance.getMetrics');
  return 1e6 * metrics.find((/** @type {any} */ { name }) => name === 'ScriptDuration').value;
}

/** Microseconds for one of each input. @param {Devtools} devtools */
async function measure(devtools) {
  /** @type {Record<string, number>} */
  const us = {};
  for (const [what, { times, begin, once }] of Object.entries(INPUTS)) {
    await begin?.(devtools);
    await pause(LINGER_MS); // what that or the page's beginning left to do
    const before = await scripts(devtools);
    for (let n = 0; n < times; n++) await once(devtools, n);
    await pause(LINGER_MS);
    us[what] = ((await scripts(devtools)) - before) / times;
  }
  return us;
}

/** The least of several rounds: whatever else the machine does only adds. */
export async function benchInputs() {
  const texts = Object.fromEntries(
    Object.entries(PAGES).map(([name, script]) => [`/${name}.html`, pageWith(script)]),
  );
  const stage = await serve({ folders: { '/dist/': 'dist' }, texts });
  const page = await open('chromium');
  const devtools = /** @type {Devtools} */ (page.devtools);
  try {
    await devtools('Performance.enable', { timeDomain: 'threadTicks' });
    /** @type {Record<string, Record<string, number>>} */
    const least = {};
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of Object.keys(PAGES)) {
        await page.go(`${stage.url}/${name}.html`);
        const us = await measure(devtools);
        const known = least[name] ?? us;
        least[name] = Object.fromEntries(
          Object.keys(us).map(what => [what, Math.min(known[what], us[what])]),
        );
      }
    }
    print(least);
  } finally {
    await page.close();
    stage.close();
  }
}

/** @param {Record<string, Record<string, number>>} us by page and input */
function print({ none, bare, tag }) {
  console.log(
    '\nScripts for one trusted input in Chromium, us: nothing on the page, bare listeners, the tag',
  );
  for (const what of Object.keys(INPUTS)) {
    const times = [none, bare, tag].map(page => page[what].toFixed(0).padStart(6)).join('');
    console.log(
      `${what.padEnd(8)}${times}   ${(tag[what] / bare[what]).toFixed(1)} times the bare listeners`,
    );
  }
}
