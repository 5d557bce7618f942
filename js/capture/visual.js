// Visible change after a press, region by region. One observer, which looks only while it is armed.
import { CONTROL } from '../target.js';

/** Regions told apart after one press: enough for any answer, few enough for a page that rebuilds itself. */
const REGIONS_MOST = 24;
/** Changes this close together are one moment to the eye. */
const MOMENT_MS = 200;
/** So many moments over so long a time are a clock or a ticker, not an answer. */
const AMBIENT_MOMENTS = 4;
const AMBIENT_MS = 2500;
/** A transition this soon after the pointer moved is likely a hover. */
const HOVER_MS = 100;

const CHANGES = {
  subtree: true,
  childList: true,
  attributeOldValue: true,
  characterDataOldValue: true,
};
/** What comes and goes without being seen: tags of others, mostly. */
const UNSEEN = 'script,noscript,meta,template,link[rel^=pre],[hidden]';

/** @typedef {{first: number, last: number, count: number, least: number, most: number}} Moments */

/** The first moment of a region since the press is told at once; when it goes on like a clock, that is told once
 * more, with its rhythm.
 * @param {import('../page.js').Page} page @param {import('../effects.js').Report} report */
export function watchVisual(page, report) {
  /** @type {WeakMap<Element, number>} */
  const numbers = new WeakMap();
  /** @type {Map<number, Moments | null>} since the press; null: nothing more is told */
  let regions = new Map();
  /** @type {EventTarget[]} what was pressed, from the inside out */
  let pressed = [];
  let numbered = 0;
  let hovered = 0;

  /** Attributes and children of an element change for different reasons, so they are two regions.
   * @param {Element} element @param {number} kind 0 children, 1 attributes */
  function regionOf(element, kind) {
    const number = numbers.get(element) || ++numbered;
    numbers.set(element, number);
    return number * 2 + kind;
  }

  /** @param {Element | null | undefined} element @param {number} kind @param {number} at */
  function changed(element, kind, at) {
    if (!element) return;
    const region = regionOf(element, kind);
    const known = regions.get(region);
    if (known) again(region, known, at);
    else if (
      known === undefined &&
      regions.size < REGIONS_MOST &&
      !element.closest(page.settings.surveyHost)
    ) {
      regions.set(region, { first: at, last: at, count: 1, least: Infinity, most: 0 });
      report({ what: 'visual', region }, at);
    }
  }

  /** @param {number} region @param {Moments} moments @param {number} at */
  function again(region, moments, at) {
    const gap = Math.round(at - moments.last);
    if (gap < MOMENT_MS) return;
    moments.last = at;
    moments.least = Math.min(moments.least, gap);
    moments.most = Math.max(moments.most, gap);
    if (++moments.count < AMBIENT_MOMENTS || at - moments.first < AMBIENT_MS) return;
    regions.set(region, null);
    const { count, least, most } = moments;
    report({ what: 'visual', region, count, gap_least_ms: least, gap_most_ms: most }, at);
  }

  /** Our own survey coming or going is no answer of the shop, and neither is what cannot be seen, or a node that
   * gives way to one just like it. @param {MutationRecord} record */
  function isNothing({ addedNodes, removedNodes }) {
    const [added, removed] = [[...addedNodes], [...removedNodes]];
    const unseen = (/** @type {any} */ node) => node.matches?.(`${UNSEEN},${page.settings.surveyHost}`);
    return (
      [...added, ...removed].every(unseen) ||
      (added.length === removed.length && added.every((node, i) => node.isEqualNode(removed[i])))
    );
  }

  /** @param {MutationRecord[]} records */
  function note(records) {
    const at = page.now();
    for (const record of records) {
      const { type, oldValue, attributeName } = record;
      const target = /** @type {any} */ (record.target);
      if (type === 'childList') {
        if (!isNothing(record)) changed(target.host || target, 0, at);
      } else if (oldValue !== (attributeName ? target.getAttribute(attributeName) : target.data))
        changed(target.parentElement, attributeName ? 1 : 0, at);
    }
  }

  const observer = new MutationObserver(page.guard(note));
  page.observe(() => observer.disconnect());
  page.on(document, 'pointermove', event => {
    hovered = event.timeStamp;
  });

  return {
    /** @param {EventTarget[]} path */
    arm(path) {
      observer.takeRecords(); // from before the press
      regions = new Map();
      pressed = path;
      for (const node of path) if (node instanceof ShadowRoot) observer.observe(node, CHANGES);
      for (const inner of page.documents()) observer.observe(inner, CHANGES);
    },
    disarm() {
      observer.disconnect();
      pressed = [];
    },
    /** A style in motion, unless it is the look of what was pressed, focused or hovered. @param {Element | null} element */
    moved(element) {
      if (
        !element ||
        element.closest(CONTROL) ||
        pressed.includes(element) ||
        page.now() - hovered < HOVER_MS
      )
        return;
      changed(element.parentElement, 1, page.now());
    },
  };
}
