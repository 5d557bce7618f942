// Shops that were made, and judged, by somebody who had not seen how Koord reads shops: of the facts that an analyst wants
// 95 of 100 are stored, and of those that are stored 95 of 100 are wanted. docs/shops.md has the figures of all visits, also
// of those that are not read as well yet.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGINES } from './drive/index.mjs';
import { candles } from './shops/candles.mjs';
import * as candlesVisits from './shops/candles-visits.mjs';
import { soaps } from './shops/soaps.mjs';
import * as soapsVisits from './shops/soaps-visits.mjs';
import { spades } from './shops/spades.mjs';
import * as spadesVisits from './shops/spades-visits.mjs';
import { visitStranger } from './shops/strangers.mjs';
import { teas } from './shops/teas.mjs';
import * as teasVisits from './shops/teas-visits.mjs';

const LEAST = 0.95;

/** @type {[string, (tag: string) => import('./shops/stranger.mjs').Shop, import('./shops/reckon.mjs').Step[]][]} */
const VISITS = [
  ['a good visit to the Dutch garden shop', spades, spadesVisits.HAPPY],
  ['a bad visit to the Dutch garden shop', spades, spadesVisits.UNHAPPY],
  ['a good visit to the German tea shop', teas, teasVisits.HAPPY],
  ['a bad visit to the British candle shop', candles, candlesVisits.UNHAPPY],
  ['a good visit to the French soap shop', soaps, soapsVisits.HAPPY],
];

// They are long, and the engines differ in other things than in what a shop says.
for (const engine of ENGINES.filter(name => name === 'chromium')) {
  describe(`strange shops in ${engine}`, () => {
    for (const [name, shop, visit] of VISITS) {
      test(name, async t => {
        const { precision, recall, missed, invented } = await visitStranger(engine, shop, visit);
        t.diagnostic(`precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`);
        assert.ok(precision >= LEAST && recall >= LEAST, JSON.stringify({ missed, invented }, null, 1));
      });
    }
  });
}
