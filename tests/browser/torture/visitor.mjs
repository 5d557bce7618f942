// What a scenario's visitor does, within the part of the page that is theirs.
import { idOf } from './scenario.mjs';

/** @typedef {{x: number, y: number}} Point */
/** @typedef {{times?: number, every_ms?: number, button?: number, modifier?: 'Shift' | 'Control' | 'Alt'}} How */
/** @typedef {ReturnType<typeof visitor>} Visitor */

const HOLD_MS = 30;
const KEYS = { Shift: '\uE008', Control: '\uE009', Alt: '\uE00A' };

/** @param {Point} point @param {number} [duration] ms */
const moveTo = ({ x, y }, duration = 0) => ({
  type: 'pointerMove',
  origin: 'viewport',
  duration,
  x: Math.round(x),
  y: Math.round(y),
});

/** @param {object[]} actions @param {'mouse' | 'touch'} [kind] */
const pointer = (actions, kind = 'mouse') => [
  { type: 'pointer', id: kind, parameters: { pointerType: kind }, actions },
];

/** @param {Point} point @param {How} how */
function presses(point, { times = 1, every_ms = 120, button = 0 }) {
  const once = [
    { type: 'pointerDown', button },
    { type: 'pause', duration: HOLD_MS },
    { type: 'pointerUp', button },
    { type: 'pause', duration: every_ms - HOLD_MS },
  ];
  return pointer([moveTo(point), ...Array(times).fill(once).flat().slice(0, -1)]);
}

/** From one point to another with the button, or the finger, down. @param {Point} from @param {Point} to @param {'mouse' | 'touch'} kind */
const drawn = (from, to, kind) =>
  pointer(
    [moveTo(from), { type: 'pointerDown', button: 0 }, moveTo(to, 200), { type: 'pointerUp', button: 0 }],
    kind,
  );

/** @param {import('../drive/page.mjs').Page} page @param {import('./scenario.mjs').Scenario} scenario */
export function visitor(page, scenario) {
  const find = (/** @type {string} */ selector) => `#${idOf(scenario)} ${selector}`;
  const point = (/** @type {string} */ selector) => page.point(find(selector));

  /** @param {string} value @param {'keyDown' | 'keyUp'} type */
  const modify = (value, type) => page.act([{ type: 'key', id: 'keyboard', actions: [{ type, value }] }]);

  /** @param {string} selector @param {number} dx @param {number} dy @param {'mouse' | 'touch'} [kind] */
  async function drag(selector, dx, dy, kind = 'mouse') {
    const from = await point(selector);
    await page.act(drawn(from, { x: from.x + dx, y: from.y + dy }, kind));
  }

  return {
    drag,
    /** @param {string} selector @param {How} [how] */
    async press(selector, how = {}) {
      if (how.modifier) await modify(KEYS[how.modifier], 'keyDown');
      await page.act(presses(await point(selector), how));
      if (how.modifier) await modify(KEYS[how.modifier], 'keyUp');
    },
    /** With a finger. @param {string} selector @param {How} [how] */
    tap: (selector, how) => page.tap(find(selector), how),
    /** @param {string} selector @param {number} dx @param {number} dy */
    swipe: (selector, dx, dy) => drag(selector, dx, dy, 'touch'),
    /** @param {number} top */
    scroll: top =>
      page.run(
        `await new Promise(scrolled => {
           addEventListener('scroll', scrolled, { once: true });
           scrollTo({ top: arguments[0], behavior: 'instant' });
         })`.replace('arguments[0]', String(top)),
      ),
    /** @param {string} selector */
    focus: selector => page.run('document.querySelector(arguments[0]).focus()', find(selector)),
    /** @param {string} name */
    key: name => page.press(name),
    /** @param {string} path */
    arrive: path =>
      page.waitFor('return location.pathname === arguments[0] && document.readyState === "complete"', {
        args: [path],
      }),
    async back() {
      await page.back();
      await page.waitFor('return !!window.koord?.stop && document.readyState === "complete"');
    },
    /** To another tab, for a moment. */
    async leaveAndReturn() {
      const here = await page.tab();
      await page.newTab();
      await page.closeTab();
      await page.switchTab(here);
    },
  };
}

/** @param {import('../drive/page.mjs').Page} page @param {import('./scenario.mjs').Scenario} scenario */
export async function play(page, scenario) {
  const actor = visitor(page, scenario);
  const { press = '', times, every_ms, act, rest_ms } = scenario;
  await (act ? act(actor) : actor.press(press, { times, every_ms }));
  if (rest_ms) await page.run('await new Promise(rested => setTimeout(rested, arguments[0]))', rest_ms);
}
