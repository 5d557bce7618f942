// hand.js - does in the shop what a visitor's hand does: moves, presses, types. The events are those of a browser, in
// its order; that a script makes them is why the tour's copy of the shop carries data-koord-untrusted.

import { calm } from './pointer.js';
import { until } from './stage.js';

/** @typedef {import('./stage.js').Shop} Shop */
/** @typedef {import('./pointer.js').Point} Point */
/** @typedef {ReturnType<typeof createHand>} Hand */

const HOLD_MS = 70; // between down and up
const LETTER_MS = 90;
const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';

/** @param {HTMLElement} element @returns {Point} its middle, in the frame */
function middleOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** @param {Shop} shop @param {HTMLElement} element */
function isInView(shop, element) {
  const { x, y } = middleOf(element);
  return x > 0 && x < shop.innerWidth && y > 40 && y < shop.innerHeight - 40;
}

/** @param {Shop} shop @param {EventTarget} target @param {string} type @param {Point} point */
function pointerEvent(shop, target, type, { x, y }) {
  const isClick = type === 'click';
  const Kind = type.startsWith('pointer') || isClick ? shop.PointerEvent : shop.MouseEvent;
  const down = type.endsWith('down');
  target.dispatchEvent(
    new Kind(type, {
      bubbles: true,
      cancelable: true,
      composed: true,
      view: shop,
      clientX: x,
      clientY: y,
      detail: isClick || down ? 1 : 0,
      buttons: down ? 1 : 0,
      ...{ pointerId: 1, pointerType: 'mouse', isPrimary: true },
    }),
  );
}

/** As a task of the shop's own: WebKit takes an address that its scripts set as relative to the page whose script began,
 * which would be ours. @param {Shop} shop @param {() => void} work @returns {Promise<void>} */
function asTheShop(shop, work) {
  const run = new shop.Function('work', 'done', 'work(); done();');
  return new Promise(done => shop.setTimeout(run, 0, work, done));
}

/** @param {Shop} shop @param {EventTarget} target @param {string} type @param {string} key */
function keyEvent(shop, target, type, key) {
  target.dispatchEvent(
    new shop.KeyboardEvent(type, { key, bubbles: true, cancelable: true, composed: true, view: shop }),
  );
}

/**
 * @param {import('./stage.js').Stage} stage @param {import('./pointer.js').Pointer} pointer
 * @param {{pace: number, signal: AbortSignal}} how pace: how many times faster than a person
 */
export function createHand(stage, pointer, { pace, signal }) {
  /** @param {number} ms of a person's time */
  function pause(ms) {
    const end = performance.now() + ms / pace;
    return until(() => performance.now() >= end, signal);
  }

  /** Scrolls it into view, as softly as the visitor likes, and waits for the page to be at rest. @param {HTMLElement} element */
  async function bring(element) {
    const shop = stage.shop();
    if (isInView(shop, element)) return;
    element.scrollIntoView({
      block: 'center',
      inline: 'nearest',
      behavior: calm.matches ? 'instant' : 'smooth',
    });
    let [last, still] = [middleOf(element).y, 0];
    await until(() => {
      const now = middleOf(element).y;
      still = Math.abs(now - last) < 0.5 ? still + 1 : 0;
      last = now;
      return still > 6;
    }, signal);
  }

  /** The pointer goes to an element. @param {string} selector */
  async function reach(selector) {
    const element = await stage.element(selector, signal);
    await bring(element);
    await pointer.move(middleOf(element), pace, signal, point => {
      const shop = stage.shop();
      const under = shop.document.elementFromPoint(point.x, point.y) ?? shop.document.body;
      for (const type of ['pointermove', 'mousemove']) pointerEvent(shop, under, type, point);
    });
    return element;
  }

  /** @param {HTMLElement} element */
  async function pressOn(element) {
    const shop = stage.shop();
    const point = middleOf(element);
    pointer.ripple();
    pointerEvent(shop, element, 'pointerdown', point);
    pointerEvent(shop, element, 'mousedown', point);
    /** @type {HTMLElement | null} */ (element.closest(FOCUSABLE))?.focus({ preventScroll: true });
    await pause(HOLD_MS * pace); // a press has a length, however fast the tour goes by
    pointerEvent(shop, element, 'pointerup', point);
    pointerEvent(shop, element, 'mouseup', point);
    await asTheShop(shop, () => pointerEvent(shop, element, 'click', point));
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} value */
  function setValue(field, value) {
    const shop = stage.shop();
    const kind = field.matches('textarea') ? shop.HTMLTextAreaElement : shop.HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  }

  const hand = {
    pause,

    /** @param {string} selector @param {{times?: number, every_ms?: number}} [how] */
    async press(selector, { times = 1, every_ms = 200 } = {}) {
      const element = await reach(selector);
      for (let count = 0; count < times; count++) {
        if (count) await pause((every_ms - HOLD_MS) * pace);
        await pressOn(element);
      }
      await pause(300);
    },

    /** Presses into a field, and writes letter by letter. @param {string} selector @param {string} text */
    async write(selector, text) {
      await hand.press(selector);
      const field = /** @type {HTMLInputElement} */ (await stage.element(selector, signal));
      for (const letter of text) {
        const shop = stage.shop();
        keyEvent(shop, field, 'keydown', letter);
        setValue(field, field.value + letter);
        const what = { data: letter, inputType: 'insertText', bubbles: true, composed: true };
        field.dispatchEvent(new shop.InputEvent('input', what));
        keyEvent(shop, field, 'keyup', letter);
        if (!calm.matches) await pause(LETTER_MS * (0.7 + 0.6 * Math.random()));
      }
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await pause(250);
    },

    /** The Enter key in a field of a form. @param {string} selector */
    async enter(selector) {
      const field = /** @type {HTMLInputElement} */ (await stage.element(selector, signal));
      const shop = stage.shop();
      keyEvent(shop, field, 'keydown', 'Enter');
      await asTheShop(shop, () => field.form?.requestSubmit());
    },

    /** @param {string} page */
    async arrives(page) {
      await stage.arrives(page, signal);
      await pause(700); // one looks before one acts
    },

    /** @param {string} selector @returns {Promise<unknown>} */
    sees: selector => stage.element(selector, signal),

    /** @param {string} path */
    async open(path) {
      await stage.open(path, signal);
      await hand.arrives(path.split('?')[0]);
    },
  };
  return hand;
}
