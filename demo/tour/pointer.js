// pointer.js - the pointer that one sees moving over the shop, with a ripple where it presses. It only shows; the
// hand does the pressing.

import { h } from '../shop/dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const ARROW = 'M3 2 3 21 8.2 16.2 11.6 24 15 22.5 11.7 14.9 18.5 14.6Z';
/** How long a way takes: a hand is quicker over a long one, but not in proportion. */
const LEAST_MS = 260;
const PER_PX_MS = 0.9;
const MOST_MS = 1100;

export const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** @typedef {{x: number, y: number}} Point in the frame */
/** @typedef {ReturnType<typeof createPointer>} Pointer */

function arrow() {
  const drawing = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  drawing.setAttribute('viewBox', '0 0 24 28');
  drawing.setAttribute('class', 'pointer');
  path.setAttribute('d', ARROW);
  drawing.append(path);
  return drawing;
}

/** Sets off gently and arrives gently. @param {number} part 0 to 1 */
const eased = part => (part < 0.5 ? 4 * part ** 3 : 1 - (-2 * part + 2) ** 3 / 2);

export function createPointer() {
  const drawing = arrow();
  const layer = h('div', { class: 'pointer-layer', 'aria-hidden': 'true', hidden: true });
  layer.append(drawing);
  /** @type {Point} */
  let at = { x: 0, y: 0 };

  /** @param {Point} point */
  function put(point) {
    at = point;
    drawing.style.transform = `translate(${at.x}px, ${at.y}px)`;
  }

  return {
    layer,
    show() {
      if (layer.hidden) put({ x: layer.clientWidth / 2, y: layer.clientHeight / 2 });
      layer.hidden = false;
    },
    hide() {
      layer.hidden = true;
    },

    /** @param {Point} to @param {number} pace @param {AbortSignal} signal @param {(point: Point) => void} onMove */
    async move(to, pace, signal, onMove) {
      const from = at;
      const way = Math.hypot(to.x - from.x, to.y - from.y);
      const length_ms = Math.min(MOST_MS, LEAST_MS + way * PER_PX_MS) / pace;
      const begin = performance.now();
      for (let part = calm.matches ? 1 : 0; part < 1; ) {
        await new Promise(requestAnimationFrame);
        signal.throwIfAborted();
        part = Math.min(1, (performance.now() - begin) / length_ms);
        const now = eased(part);
        const bow = Math.sin(now * Math.PI) * Math.min(30, way / 12); // no hand moves along a ruler
        put({ x: from.x + (to.x - from.x) * now + bow, y: from.y + (to.y - from.y) * now - bow });
        onMove(at);
      }
      put(to);
      onMove(to);
    },

    ripple() {
      if (calm.matches) return;
      const ring = h('span', { class: 'ripple', style: `left: ${at.x}px; top: ${at.y}px` });
      ring.addEventListener('animationend', () => ring.remove());
      layer.append(ring);
    },
  };
}
