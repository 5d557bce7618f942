// The torture pages: what people do on ordinary and on broken pages, with trusted input, and the verdict of each as the
// collector stored it. Every innocent must go free, in every engine.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { SCENARIOS, SHEETS } from './torture/scenario.mjs';
import { setTheStage } from './torture/stage.mjs';
import { isTold, strayIn, tableOf, verdictOn } from './torture/verdicts.mjs';
import { play } from './torture/visitor.mjs';

/** @typedef {import('./torture/scenario.mjs').Scenario} Scenario */
/** @typedef {import('./torture/scenario.mjs').Sheet} Sheet */
/** @typedef {Record<string, any>} Json */

/** WebKitGTK 2.50's web process aborts in a garbage collection of its own (SIGABRT inside JavaScriptCore) in about one
 * of four runs of this length: the page is then played again in a new browser. No other engine gets a second try. */
const TRIES = { webkit: 4 };
const CRASHED = /crash|hung up|invalid session|ECONNRE|socket|no such window/i;

/** Three engines side by side take a minute and a half on two busy cores. */
const MOST_MS = 240_000;
const HOOK = { timeout: MOST_MS };

/** Plays a page to its end: when the mark is stored, so is every verdict that fell due before it.
 * @param {import('./drive/page.mjs').Page} page @param {string} url @param {Sheet} sheet @param {string} engine */
async function playSheet(page, url, { file, scenarios, settle_ms }, engine) {
  await page.go(`${url}/${file}`);
  await page.waitFor('return !!window.koord?.stop && document.readyState === "complete"');
  for (const scenario of scenarios) if (!scenario.not?.[engine]) await play(page, scenario);
  await page.waitFor(
    `window.played ??= performance.now();
     if (performance.now() - played < arguments[0]) return false;
     koord.event('played', { file: arguments[1] });
     return true`,
    { args: [settle_ms, file], timeout: settle_ms + 10_000 },
  );
}

/** Two browsers of each engine, for half of the time goes by in waiting. @param {number} rest */
const laneOf = rest => SHEETS.filter((_, n) => n % 2 === rest);
const LANES = [laneOf(0), laneOf(1)];

/** @param {Json[]} records */
const playedIn = records =>
  records.filter(({ kind, name }) => kind === 'custom' && name === 'played').map(({ facts }) => facts.file);

/** @param {string} engine @param {import('./drive/collector.mjs').Collector} collector @param {Sheet[]} sheets */
async function playAll(engine, collector, sheets) {
  let tries = TRIES[/** @type {'webkit'} */ (engine)] ?? 1;
  let left = [...sheets];
  while (left.length) {
    tries--;
    const page = await open(engine, { size: [1000, 800] });
    try {
      for (const sheet of [...left]) {
        await playSheet(page, collector.url, sheet, engine);
        left = left.filter(one => one !== sheet);
      }
      await page.go('about:blank');
      await collector.untilStored(all => sheets.every(({ file }) => playedIn(all).includes(file)), 20_000);
    } catch (error) {
      if (!tries || !CRASHED.test(String(error))) throw new Error(`${left[0]?.file}: ${error.message}`);
      console.info(`${engine} crashed on ${left[0]?.file}, which is played again: ${error.message}`);
    } finally {
      await page.close().catch(() => {}); // a browser that has crashed is closed enough
    }
  }
}

/** @type {Map<string, Map<Scenario, string>>} */
const columns = new Map();
after(() => console.info(tableOf(SCENARIOS, columns)));

describe('torture', { concurrency: true, timeout: MOST_MS }, () => {
  for (const engine of ENGINES) {
    describe(engine, { timeout: MOST_MS }, () => {
      /** @type {Awaited<ReturnType<typeof setTheStage>>} */
      let stage;
      /** @type {Json[][]} */
      const sessions = [];
      before(async () => {
        stage = await setTheStage();
        await Promise.all(LANES.map(sheets => playAll(engine, stage.collector, sheets)));
        for (const { session } of await stage.collector.sessions())
          sessions.push((await stage.collector.session(session)).records);
      }, HOOK);
      after(() => stage?.close());
      columns.set(engine, new Map());

      test('nothing is said about any other press', () => {
        assert.deepEqual(sessions.flatMap(strayIn), []);
      });

      for (const { file, scenarios } of SHEETS) {
        for (const scenario of scenarios) {
          test(scenario.name, { skip: scenario.not?.[engine] }, () => {
            const records = sessions.find(all => playedIn(all).includes(file)) ?? [];
            const verdict = verdictOn(scenario, records);
            columns.get(engine)?.set(scenario, `${verdict.join(' ') || 'nothing'}`);
            assert.deepEqual(verdict, scenario.verdict ?? []);
            if (scenario.tells) assert.ok(isTold(scenario, records), 'nothing of this kind was stored');
          });
        }
      }
    });
  }
});
