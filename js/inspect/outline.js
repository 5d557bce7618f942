// outline.js - shows on the page which element was pressed. It is found again by the key that the records know it by.
import { element } from '../survey/dom.js';

const ROOM = 4; // between the element and its outline, CSS pixels

/** @param {string} target 8 hexadecimal digits @param {import('./hook.js').Host['keyOf']} keyOf @returns {Element | undefined} */
function find(target, keyOf) {
  const key = parseInt(target, 16);
  return [...document.body.querySelectorAll('*')].find(one => keyOf(one) === key);
}

/** @param {import('./hook.js').Host} host @param {AbortSignal} signal ends it */
export function createOutline({ keyOf }, signal) {
  const view = element('div', { class: 'outline', 'aria-hidden': 'true' });
  view.hidden = true;
  /** @type {Element | undefined} */
  let found;

  function place() {
    const box = found?.isConnected ? found.getBoundingClientRect() : undefined;
    view.hidden = !box?.width;
    if (!box) return;
    const { style } = view;
    style.transform = `translate(${box.x - ROOM}px, ${box.y - ROOM}px)`;
    style.width = `${box.width + 2 * ROOM}px`;
    style.height = `${box.height + 2 * ROOM}px`;
  }
  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener('resize', place, { signal });

  return {
    view,
    /** @param {string | undefined} target @returns {import('./findings.js').Where} */
    show(target) {
      found = target ? find(target, keyOf) : undefined;
      place();
      if (!target) return '';
      const box = found?.getBoundingClientRect();
      if (!box?.width) return 'notOnPage';
      return box.bottom > 0 && box.top < innerHeight ? 'onPage' : 'offPage';
    },
  };
}
