// The boundary: what goes into the real module and what comes out of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EFFECT } from '../../js/abi.gen.js';
import { loadCore } from '../../js/core.js';
import { compileSurvey } from '../../js/survey/compile.js';
import { realCore, wasmText } from './fakes.mjs';

const SESSION = {
  session: '01939f0e-0000-7000-8000-000000000000',
  trail: 'k3v9q2a1',
  draw: 17,
  sight: ['response'],
};
const records = effects => effects.filter(({ record }) => record).map(({ record }) => JSON.parse(record));

test('writes facts down with every type of field', async () => {
  const core = await realCore();
  const [session] = records(core.feed('session', SESSION, 0, 0));
  assert.equal(session.trail, 'k3v9q2a1');
  assert.equal(session.draw, 17);
  assert.deepEqual(session.sight, ['response']);
  const facts = {
    target: 0x9f3a01bc,
    x: 640,
    y: 371,
    within: 0xffffffff,
    traits: ['operable', 'submit'],
    label: 'button Betaal €',
  };
  const [click] = records(core.feed('click', facts, 5210, 5204));
  assert.equal(click.target, '9f3a01bc');
  assert.equal(click.within, 'ffffffff');
  assert.equal(click.at, 5204);
  assert.deepEqual(click.traits, ['operable', 'submit']);
  assert.equal(click.label, 'button Betaal €');
  assert.equal('press_ms' in click, false);
});

test('leaves out what is not known: undefined, NaN, unknown words and fields', async () => {
  const core = await realCore();
  core.feed('session', SESSION, 0, 0);
  const facts = {
    x: undefined,
    y: Number.NaN,
    press_ms: 12,
    nonsense: 3,
    traits: ['operable', 'never heard of'],
  };
  const [click] = records(core.feed('click', facts, 1, 1));
  assert.deepEqual(click, { id: 2, t: 1, kind: 'click', press_ms: 12, traits: ['operable'] });
  const [view] = records(core.feed('page_view', { place: 'moon' }, 2, 2));
  assert.equal(view.place, undefined);
});

test('clips texts to whole characters and mends half pairs', async () => {
  const core = await realCore();
  core.feed('session', SESSION, 0, 0);
  const [click] = records(core.feed('click', { label: `${'é'.repeat(500)}\ud800` }, 1, 1));
  assert.match(click.label, /^é{80}$/);
  const [half] = records(core.feed('click', { label: 'a\ud800b' }, 1, 1));
  assert.equal(half.label, 'a\ufffdb');
});

test('says that a session is over, and begins another', async () => {
  const core = await realCore();
  core.feed('session', SESSION, 0, 0);
  assert.equal(core.feed('click', {}, 1_800_000, 1_800_000), null);
  core.tick(1_800_000);
  assert.equal(core.ended(), true);
  core.open();
  assert.equal(core.ended(), false);
  assert.equal(core.feed('session', SESSION, 0, 0)[0].kind, EFFECT.FACT);
});

test('goes on where the page before left off', async () => {
  const before = await realCore();
  before.feed('session', SESSION, 0, 0);
  before.feed('click', { x: 1 }, 10, 10);
  const saved = before.save();
  const after = await realCore();
  assert.equal(after.restore(saved), true);
  assert.equal(records(after.feed('click', { x: 2 }, 20, 20))[0].id, 3);
});

test('does not go on from damage, or under other settings', async () => {
  const before = await realCore();
  before.feed('session', SESSION, 0, 0);
  const saved = before.save();
  const after = await realCore();
  assert.equal(after.restore(saved.slice(0, -1)), false);
  assert.equal(after.restore(new Uint8Array(40_000)), false);
  assert.equal(after.set('rage_click.clicks', 4), '');
  assert.equal(after.restore(saved), false);
});

test('says what is wrong with a setting or a survey', async () => {
  const core = await realCore();
  assert.match(core.set('rage_click.clicks', 99), /between 2 and 12/);
  assert.match(core.set('rage_click.clicks', 'many'), /between 2 and 12/);
  assert.match(core.set('rage_clock', 1), /not the name of a setting/);
  const rows = compileSurvey({ id: 'x', trigger: { on: 'rage_click' } });
  assert.match(core.survey('x'.repeat(33), rows), /1 to 32 bytes/);
  assert.match(core.survey('x', new Int32Array(2000)), /shorter/);
  assert.match(core.survey('x', new Int32Array(2)), /shorter/);
  assert.equal(core.survey('x', rows), '');
});

test('takes the fallback on any error of WebAssembly, and tells another build', async () => {
  const other = { abi: () => 99 };
  const attempt = loadCore('not a module', async () => ({ instantiate: () => other }));
  await assert.rejects(attempt, /ABI 99/);
});

test('the fallback writes the same records', async () => {
  const fallback = await loadCore('00', () => import('../../dist/koord.fallback.js'));
  const core = await realCore();
  for (const one of [fallback, core]) one.feed('session', SESSION, 0, 0);
  const click = { target: 7, x: 3, traits: ['text'], label: 'text ✓' };
  assert.equal(fallback.feed('click', click, 5, 4)[0].record, core.feed('click', click, 5, 4)[0].record);
  assert.ok(wasmText.length > 1000);
});
