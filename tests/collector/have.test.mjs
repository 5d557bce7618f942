// "What do you have of this page load?" is answered truly, cheaply, and to all that can name it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batch, record, records, startCollector } from './collector.mjs';

/** @param {import('./collector.mjs').Collector} collector @param {object[]} pages */
async function ask(collector, pages) {
  const answer = await collector.post(JSON.stringify({ pages }), {}, '/v1/have');
  assert.equal(answer.status, 200, answer.body);
  return JSON.parse(answer.body).have;
}
const MINE = { nonce: '4fzyo82m1k9q', trail: 'k3v9q2a1' };

test('spans of ids, and none of what was never heard of', async t => {
  const collector = await startCollector(t);
  await collector.post(batch([...records(3, 40), record(42), record(50), record(51)]));
  const other = { nonce: 'neverheard1', trail: 'k3v9q2a1' };
  assert.deepEqual(await ask(collector, [MINE, other]), [
    {
      ...MINE,
      ids: [
        [3, 40],
        [42, 42],
        [50, 51],
      ],
    },
    { ...other, ids: [] },
  ]);
  assert.deepEqual(await ask(collector, [{ ...MINE, trail: 'another1' }]), [
    { ...MINE, trail: 'another1', ids: [] },
  ]);
  assert.deepEqual(await ask(collector, []), []);
});

test('a page of any origin may read the answer, of a list only its own', async t => {
  const collector = await startCollector(t);
  const answer = await collector.post('{"pages":[]}', { Origin: 'https://any.example' }, '/v1/have');
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
});

test('no answer grows beyond bounds', async t => {
  const collector = await startCollector(t);
  const odd = Array.from({ length: 300 }, (_, i) => record(2 * i + 1));
  await collector.post(batch(odd));
  const [{ ids }] = await ask(collector, [MINE]);
  assert.equal(ids.length, 100, 'what lies beyond is simply not told');
  assert.deepEqual(ids[99], [199, 199]);
});

/** @type {[string, string, RegExp][]} */
const faults = [
  ['nothing', '', /an object should stand here/],
  ['a list', '[]', /an object should stand here/],
  ['pages that are none', '{"pages":3}', /a list should stand here/],
  ['no trail', '{"pages":[{"nonce":"4fzyo82m1k9q"}]}', /nonce or trail is missing/],
  ['a nonce that is none', '{"pages":[{"nonce":"%","trail":"k3v9q2a1"}]}', /nonce must be a text/],
  ['a trail that is a number', '{"pages":[{"nonce":"4fzyo82m1k9q","trail":7}]}', /trail must be a text/],
  ['too many', JSON.stringify({ pages: new Array(21).fill(MINE) }), /more than 20/],
  ['more behind the end', '{"pages":[]}{}', /follows the end/],
  ['brackets without end', '['.repeat(10_000), /an object should stand here/],
  ['64 KiB', `{"pages":[]${' '.repeat(70_000)}}`, /too large/],
];

test('a question is refused with a reason when it holds', async t => {
  const collector = await startCollector(t);
  for (const [says, body, error] of faults) {
    await t.test(says, async () => {
      const answer = await collector.post(body, {}, '/v1/have');
      assert.equal(answer.status, 400);
      assert.match(JSON.parse(answer.body).error, error);
    });
  }
});
