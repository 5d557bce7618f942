// The collector that browser tests use keeps its port and its store over a crash, and forgets both in the end.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { collect } from './drive/collector.mjs';

const SESSION = '01939f0e-0000-7000-8000-000000000001';

/** @type {import('./drive/collector.mjs').Collector} */
let collector;
before(async () => {
  collector = await collect();
});
after(() => collector.stop());

/** @param {number} id */
async function send(id) {
  const page = { nonce: 'n0nce0000001', session: SESSION, trail: 'trail1', origin: Date.now() };
  const records = [{ id, t: id * 10, kind: 'click' }];
  const body = JSON.stringify({ v: 1, site: 'demo', sent: Date.now(), pages: [{ ...page, records }] });
  return (await fetch(`${collector.url}/v1/batch`, { method: 'POST', body })).status;
}

test('what is sent can be read back, as records and line by line', async () => {
  assert.equal(await send(1), 204);
  const stored = await collector.untilStored(1);
  assert.equal(stored[0].kind, 'click');
  assert.equal((await collector.sessions())[0].session, SESSION);
  assert.match(await collector.ndjson(SESSION), /^\{"id":1,.*\}\n$/);
});

test('a crash and a restart keep the address and the store', async () => {
  const { url } = collector;
  await collector.kill9();
  await assert.rejects(send(2), /fetch failed/);
  await collector.restart();
  assert.equal(collector.url, url);
  assert.equal(await send(2), 204);
  await collector.untilStored(all => all.length === 2);
});

test('the demo shop and the tag are served beside it', async () => {
  for (const path of ['/', '/dist/koord.js']) assert.equal((await fetch(collector.url + path)).status, 200);
});
