// Who a visitor is: an id that only the holder of its secret can have erased.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createClock } from '../../js/clock.js';
import { drawIdentity, erase, visitorOf } from '../../js/identity.js';
import { drawUuid } from '../../js/random.js';
import { createSession, secretIn } from '../../js/session.js';
import { createShelf } from '../../js/shelf.js';
import { fakeBrowser } from './fakes.mjs';

const V8 = /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const SECRET = 'k3v9q2a1-K3V9Q2A1_0';

beforeEach(() => {
  fakeBrowser();
});

test('the id is made of the secret, as docs/wire.md says', async () => {
  assert.equal(await visitorOf(SECRET), '596a36af-7947-8096-b8cb-d844cc187602');
});

test('every visitor has another secret', async () => {
  const [one, other] = [await drawIdentity(), await drawIdentity()];
  assert.match(one.secret, /^[a-z0-9]{24}$/);
  assert.match(one.visitor, V8);
  assert.equal(one.visitor, await visitorOf(one.secret));
  assert.notEqual(one.visitor, other.visitor);
});

test('a page that may not hash has no identity to give', async t => {
  t.mock.method(crypto.subtle, 'digest', () => Promise.reject(new Error('insecure')));
  assert.equal(await drawIdentity(), undefined);
});

test('session ids are of version 7 and begin with the time', () => {
  const wall = 1_764_000_000_000;
  assert.match(drawUuid(wall), /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.equal(parseInt(drawUuid(wall).replaceAll('-', '').slice(0, 12), 16), wall);
});

function join(newcomer) {
  const shared = createShelf('localStorage');
  const [tab, clock] = [createShelf(), createClock()];
  const session = createSession({ shared, tab, clock, remember: true, idleMs: 1000, newcomer });
  return { ...session.join(clock.wall()), secret: secretIn(shared.read()) };
}

test('a newcomer keeps both, and keeps them when he comes back', async () => {
  const first = await drawIdentity();
  assert.equal(join(first).visitor, first.visitor);
  const again = join(await drawIdentity());
  assert.deepEqual([again.visitor, again.secret], [first.visitor, first.secret]);
});

test('who was here before there were secrets stays who he is', async () => {
  const { visitor } = join(undefined);
  const again = join(await drawIdentity());
  assert.deepEqual([again.visitor, again.secret], [visitor, '']);
});

for (const [status, kept] of [
  [204, ''],
  [400, ''],
  [0, SECRET],
  [503, SECRET],
]) {
  test(`asked to erase, the collector answers ${status || 'nothing'}: ${kept ? 'asked again' : 'done'}`, async () => {
    const asked = [];
    const ask = async secret => {
      asked.push(secret);
      return status;
    };
    await erase(SECRET, ask);
    assert.equal(createShelf('localStorage', 'koord.erase').read(), kept);
    await erase('', ask);
    assert.equal(asked.length, kept ? 2 : 1);
  });
}
