// `make chaos`: visitors whose every step meets a fault drawn at random. Nothing may be lost, and nothing stored twice.
// A seed makes the same draws again; how the machine takes them is not in its power.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { FAULTS } from './gate.mjs';
import { Shop } from './shop.mjs';

const VISITS_EACH = 10;
const HEAL_MS = 60_000; // Retry-After and back-off of the last fault, on a busy machine
/** How a visitor's steps may go wrong; each lasts until the next one is drawn. @type {[string, import('./gate.mjs').Fault | null][]} */
const WAYS = [
  ['well', null],
  ['500', FAULTS.answers(500)],
  ['429', FAULTS.answers(429, 2)],
  ['503', FAULTS.answers(503, 1)],
  ['reset', FAULTS.resets()],
  ['stored, reset', FAULTS.storesAndResets()],
  ['silent', FAULTS.isSilent()],
  ['stored, silent', FAULTS.storesInSilence()],
  ['small', FAULTS.refusesAbove(8 * 1024)],
];

/** Numbers from a seed. @param {number} seed */
function drawing(seed) {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (/** @type {number} */ below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** @typedef {(below: number) => number} Draw */

/** @param {Shop} shop @param {Draw} draw @returns {Promise<string>} what was drawn */
async function breakSomething(shop, draw) {
  await shop.gate.close();
  if (draw(8) === 0) return 'refused';
  await shop.gate.open();
  const [name, fault] = WAYS[draw(WAYS.length)];
  shop.gate.fault = fault;
  if (draw(8)) return name;
  await shop.collector.kill9();
  await shop.collector.begin();
  return `${name}, collector begun anew`;
}

/** @param {Shop} shop @param {Draw} draw */
async function visit(shop, draw) {
  const said = [await breakSomething(shop, draw)];
  await shop.nextVisit();
  for (let steps = 1 + draw(3); steps > 0; steps--) {
    await shop.report(1 + draw(30), { small: draw(2) === 0 });
    if (draw(2)) await shop.reportAndFollow(draw(6));
    if (draw(3) === 0) said.push(await breakSomething(shop, draw));
  }
  const end = ['stays', 'closes', 'closes', 'killed'][draw(4)];
  if (end === 'closes') await shop.closeTab();
  if (end === 'killed') await shop.kill();
  return [...said, end].join('; ');
}

/** One visitor, several visits. @param {number} seed @returns {Promise<{lost: number, doubled: number}>} */
async function live(seed) {
  const draw = drawing(seed);
  const shop = await new Shop({}).open();
  const story = [];
  try {
    for (let n = 0; n < VISITS_EACH; n++) story.push(await visit(shop, draw));
    await shop.gate.close();
    shop.gate.fault = null;
    await shop.gate.open();
    await shop.nextVisit();
    const numbers = await shop.untilDelivered(shop.reported, HEAL_MS).catch(() => shop.delivered());
    const stored = new Set(numbers).size;
    const result = { lost: shop.reported - stored, doubled: numbers.length - stored };
    const bad = result.lost || result.doubled;
    console.log(
      `${bad ? 'FAILED' : 'ok'}  seed ${seed}: ${shop.reported} events, lost ${result.lost}, stored twice ${result.doubled}, ${shop.gate.again} came again`,
    );
    if (bad) console.log(story.map((line, n) => `    visit ${n + 1}: ${line}`).join('\n'));
    return result;
  } finally {
    await shop.close();
  }
}

const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    together: { type: 'string', default: '3' },
  },
});
const visitors = Math.ceil(Number(values.visits) / VISITS_EACH);
const seeds = Array.from({ length: visitors }, (_, n) => Number(values.seed) + n);
let [lost, doubled] = [0, 0];
async function work() {
  for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
    const result = await live(seed);
    lost += result.lost;
    doubled += result.doubled;
  }
}
await Promise.all(Array.from({ length: Number(values.together) }, work));
console.log(`${visitors * VISITS_EACH} visits: lost ${lost}, stored twice ${doubled}`);
process.exitCode = lost || doubled ? 1 : 0;
