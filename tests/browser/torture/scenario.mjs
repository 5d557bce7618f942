// What a scenario is, and how many of them share a page without disturbing each other.
import { BROWSER, MOVING, SLOW } from './browser.mjs';
import { BLOCKED, DEADLY, FAILING, MASHING, RAGING, SWIPED, TICKING } from './guilty.mjs';
import { NOBODYS, OFTEN, ONCE } from './innocent.mjs';

/**
 * @typedef {object} Scenario
 * @property {string} name in words
 * @property {string} html of its part of the page; scripts may stand in it
 * @property {string} [press] what is pressed, a selector within that part
 * @property {number} [times] how often
 * @property {number} [every_ms]
 * @property {(visitor: import('./visitor.mjs').Visitor) => unknown} [act] instead of pressing
 * @property {number} [presses] that Koord may judge, where `act` makes them; 1 unless given
 * @property {string} [within] id of the part that its presses are in, where it is not the scenario's own
 * @property {number} [rest_ms] before the next scenario begins
 * @property {string[]} [verdict] signals that must be stored, as detector.variant; none unless given
 * @property {Record<string, any>} [tells] a fact that must be stored about it, as far as given here
 * @property {Record<string, string>} [not] engines that cannot play it, and why
 *
 * @typedef {{file: string, scenarios: Scenario[], settle_ms: number}} Sheet one page
 */

/** The core remembers twelve presses and eight questions: more at once could hide a verdict. */
const PRESSES_MOST = 12;
const SCENARIOS_MOST = 8;

/** Less patience with the page than is usual, so that waiting for its answer takes less of everybody's time: an innocent
 * page has to be quicker, and a dead one is told sooner. */
const EFFECT_MS = 1500;
export const SETTINGS = {
  'dead_click.effect_ms': EFFECT_MS,
  'rage_click.repeat_ms': EFFECT_MS,
  'dead_swipe.enabled': 1,
  'signal.page_most': 255, // every verdict is to be seen, however many came before it
  'signal.session_most': 255,
};

/** Verdicts have fallen by then: after a press; where something goes on changing; where a request is awaited. */
const PRESS_MS = EFFECT_MS + 200;
const WATCH_MS = EFFECT_MS + 5500;
const REQUEST_MS = 11_000;

/** @param {Scenario} scenario */
const pressesOf = ({ presses, times = 1 }) => presses ?? times;

/** @param {Scenario[]} scenarios @returns {Scenario[][]} */
function packed(scenarios) {
  /** @type {Scenario[][]} */
  const packs = [];
  let room = 0;
  for (const scenario of scenarios) {
    room -= pressesOf(scenario);
    if (room < 0 || packs[packs.length - 1].length >= SCENARIOS_MOST) {
      packs.push([]);
      room = PRESSES_MOST - pressesOf(scenario);
    }
    packs[packs.length - 1].push(scenario);
  }
  return packs;
}

/** @type {[name: string, packs: Scenario[][], settle_ms: number][]} */
const KINDS = [
  ['often', packed(OFTEN), PRESS_MS],
  ['once', packed(ONCE), PRESS_MS],
  ['nobodys', packed(NOBODYS), PRESS_MS],
  ['browser', packed(BROWSER), PRESS_MS],
  ['moving', MOVING, PRESS_MS],
  ['dead', packed([...DEADLY, ...FAILING]), PRESS_MS],
  ['raging', packed(RAGING), PRESS_MS],
  ['blocked', packed(BLOCKED), PRESS_MS],
  ['swiped', packed(SWIPED), PRESS_MS],
  ['slow', packed([...MASHING, ...SLOW]), WATCH_MS],
  ['ticking', packed(TICKING), REQUEST_MS],
];

/** All of them, or those whose names begin as the environment's KOORD_SHEETS says ("ticking"). @type {Sheet[]} */
export const SHEETS = KINDS.flatMap(([name, packs, settle_ms]) =>
  packs.map((scenarios, n) => ({ file: `${name}-${n + 1}.html`, scenarios, settle_ms })),
).filter(({ file }) => file.startsWith(process.env.KOORD_SHEETS ?? ''));

export const SCENARIOS = SHEETS.flatMap(({ scenarios }) => scenarios);

/** The id of its part of the page. @param {Scenario} scenario */
export const idOf = ({ name }) => name.replace(/\W+/g, '-').slice(0, 50);
