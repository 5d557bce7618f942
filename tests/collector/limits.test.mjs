// How much, how often, how slowly, and by whom.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { test } from 'node:test';
import { batch, record, records, startCollector, untilClosed } from './collector.mjs';

test('a body of 64 KiB is taken, and one byte more is not', async t => {
  const collector = await startCollector(t);
  const body = batch(records(1, 20));
  const full = body + ' '.repeat(64 * 1024 - body.length);
  assert.equal((await collector.post(full)).status, 204);
  const answer = await collector.post(`${full} `);
  assert.equal(answer.status, 413);
  assert.match(JSON.parse(answer.body).mend, /fewer records/);
});

test('a body that never says how large it will be is stopped at the same size', async t => {
  const collector = await startCollector(t);
  const socket = await collector.connect();
  const heard = untilClosed(socket);
  socket.write(
    'POST /v1/batch HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  for (let i = 0; i < 20; i++) socket.write(`2000\r\n${' '.repeat(0x2000)}\r\n`);
  socket.write('0\r\n\r\n');
  assert.match(await heard, /^HTTP\/1\.1 413 /);
});

test('bodies without end take no memory, and end', async t => {
  const environment = { ASAN_OPTIONS: 'quarantine_size_mb=0' };
  const collector = await startCollector(t, [], undefined, environment);
  const residentKb = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${collector.pid}/status`, 'utf8'))?.[1]);
  await collector.post(batch(records(1, 100)));
  const before = residentKb();
  let most = before;

  /** Pours until it is cut off, 50 MB at most. */
  async function pour() {
    const socket = await collector.connect();
    const closed = untilClosed(socket);
    let open = true;
    closed.then(() => (open = false));
    socket.write('POST /v1/batch HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    for (let i = 0; open && i < 800; i++) {
      if (!socket.write(`10000\r\n${' '.repeat(0x10000)}\r\n`))
        await Promise.race([once(socket, 'drain').catch(() => {}), closed]);
      most = Math.max(most, residentKb());
    }
    assert.ok(!open, 'it was cut off');
  }
  await Promise.all(Array.from({ length: 20 }, pour));
  assert.ok(most - before < 20 * 2 * 64 + 4096, `${most - before} KiB more`);
  assert.equal((await collector.post(batch([record(1)]))).status, 204);
});

test('a body announced as huge is answered before it is sent', async t => {
  const collector = await startCollector(t);
  const socket = await collector.connect();
  socket.write('POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000000\r\n\r\n');
  const [answer] = await once(socket, 'data');
  assert.match(String(answer), /^HTTP\/1\.1 413 /);
  socket.destroy();
});

test('a body that is encoded is not unpacked', async t => {
  const collector = await startCollector(t);
  const answer = await collector.post(batch([record(1)]), { 'Content-Encoding': 'gzip' });
  assert.equal(answer.status, 400);
  assert.match(JSON.parse(answer.body).mend, /without Content-Encoding/);
});

test('who sends too often is told to wait, and nothing of it is stored', async t => {
  const collector = await startCollector(t, ['--rate', '2']);
  const answers = [];
  for (let id = 1; id <= 6; id++) answers.push(await collector.post(batch([record(id)])));
  const late = answers.filter(answer => answer.status === 429);
  assert.deepEqual(
    answers.slice(0, 4).map(answer => answer.status),
    [204, 204, 204, 204],
  );
  assert.ok(late.length >= 1);
  assert.equal(late[0].headers.get('retry-after'), '1');
  assert.equal(late[0].headers.get('access-control-expose-headers'), 'Retry-After');
  assert.equal((await collector.lines()).length, answers.length - late.length);
});

test('ten thousand records within a second from one address are too many', async t => {
  const collector = await startCollector(t, ['--rate', '50']);
  const statuses = [];
  for (let n = 0; n < 33; n++)
    statuses.push((await collector.post(batch(records(n * 300 + 1, n * 300 + 300)))).status);
  assert.ok(
    statuses.slice(0, 20).every(status => status === 204),
    'six thousand may come at once',
  );
  const late = await collector.post(batch(records(20_001, 20_001 + 300)));
  assert.ok(statuses.includes(429) || late.status === 429, String(statuses));
  assert.equal((await collector.lines()).length, statuses.filter(status => status === 204).length * 300);
});

test('a site may have a measure of its own, whoever sends', async t => {
  const collector = await startCollector(t, ['--site-rate', '1', '--behind-proxy']);
  /** @param {string} site @param {number} from */
  const send = (site, from) =>
    collector.post(batch([record(from)], {}, { site }), { 'X-Forwarded-For': `203.0.113.${from}` });
  assert.equal((await send('shop-nl', 1)).status, 204);
  assert.equal((await send('shop-nl', 2)).status, 204);
  const third = await send('shop-nl', 3);
  assert.equal(third.status, 429);
  assert.match(JSON.parse(third.body).error, /of this site/);
  assert.equal(third.headers.get('retry-after'), '1');
  assert.equal((await send('shop-be', 4)).status, 204);
});

test('behind a proxy each sender has its own measure', async t => {
  const collector = await startCollector(t, ['--rate', '1', '--behind-proxy']);
  /** @param {string} from @param {number} id */
  const status = async (from, id) =>
    (await collector.post(batch([record(id)]), { 'X-Forwarded-For': from })).status;
  assert.equal(await status('203.0.113.7', 1), 204);
  assert.equal(await status('198.51.100.1, 203.0.113.7', 2), 204);
  assert.equal(
    await status('198.51.100.2, 198.51.100.3, 203.0.113.7', 3),
    429,
    'only the last address is our own word',
  );
  assert.equal(await status('203.0.113.7, 2001:db8::1', 4), 204);
});

test('a proxy may append a header of its own behind the one that the sender wrote', async t => {
  const collector = await startCollector(t, ['--rate', '1', '--behind-proxy']);
  /** @param {string[]} headers */
  async function status(...headers) {
    const socket = await collector.connect();
    const heard = untilClosed(socket);
    const lines = [
      'POST /v1/erase HTTP/1.1',
      'Host: x',
      'Connection: close',
      'Content-Length: 1',
      ...headers,
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\nx`);
    return Number(/^HTTP\/1.1 (\d+)/.exec(await heard)?.[1]);
  }
  const statuses = [];
  for (let n = 1; n <= 4; n++)
    statuses.push(await status(`X-Forwarded-For: 198.51.100.${n}`, 'x-forwarded-for: 203.0.113.7:5000'));
  assert.ok(statuses.includes(429), String(statuses));
  assert.equal(await status('X-Forwarded-For: 203.0.113.8'), 400, 'somebody else is not told to wait');
});

test('a collector that listens to both families tells IPv4 senders apart', async t => {
  const collector = await startCollector(t, ['--rate', '1', '--listen', '[::]:0']);
  /** @param {string} localAddress */
  async function status(localAddress) {
    const socket = net.connect({ port: collector.port, host: '127.0.0.1', localAddress });
    await once(socket, 'connect');
    const heard = untilClosed(socket);
    socket.write('POST /v1/erase HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx');
    return Number(/^HTTP\/1.1 (\d+)/.exec(await heard)?.[1]);
  }
  const statuses = [];
  for (let n = 1; n <= 4; n++) statuses.push(await status('127.0.0.2'));
  assert.ok(statuses.includes(429), String(statuses));
  assert.equal(await status('127.0.0.3'), 400, 'another address has a measure of its own');
});

test('without a list any page may send, without cookies', async t => {
  const collector = await startCollector(t);
  const answer = await collector.post(batch([record(1)]), { Origin: 'https://any.example' });
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  assert.equal(answer.headers.get('access-control-allow-credentials'), null);
});

test('with a list only its pages may send, and nothing of others is stored', async t => {
  const collector = await startCollector(t, ['--allow-origin', 'https://shop.example']);
  for (const Origin of [
    'https://evil.example',
    'null',
    'https://shop.example.evil.example',
    'http://shop.example',
  ]) {
    const answer = await collector.post(batch([record(1)]), { Origin });
    assert.equal(answer.status, 403, Origin);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  }
  assert.deepEqual(await collector.lines(), []);
  const answer = await collector.post(batch([record(1)]), { Origin: 'https://shop.example' });
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get('access-control-allow-origin'), 'https://shop.example');
  assert.equal(answer.headers.get('vary'), 'Origin');
});

test('a preflight is answered for a day, and refused to strangers', async t => {
  const collector = await startCollector(t, ['--allow-origin', 'https://shop.example']);
  /** @param {string} Origin */
  const ask = Origin =>
    collector.get('/v1/batch', {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'POST' },
    });
  const answer = await ask('https://shop.example');
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get('access-control-max-age'), '86400');
  assert.equal(answer.headers.get('access-control-allow-headers'), 'Content-Type');
  assert.equal((await ask('https://evil.example')).status, 403);
});

test('questions and erasures stand under the same rules as batches', async t => {
  const collector = await startCollector(t, ['--allow-origin', 'https://shop.example', '--rate', '1']);
  for (const path of ['/v1/have', '/v1/erase']) {
    assert.equal((await collector.post('{}', { Origin: 'https://evil.example' }, path)).status, 403);
    const asked = { method: 'OPTIONS', headers: { Origin: 'https://shop.example' } };
    assert.equal((await collector.get(path, asked)).status, 204);
  }
  const statuses = [];
  for (let n = 0; n < 4; n++) statuses.push((await collector.post('{}', {}, '/v1/erase')).status);
  assert.ok(statuses.includes(429), String(statuses));
});

test('no other page may read the sessions', async t => {
  const collector = await startCollector(t);
  const answer = await collector.get('/api/sessions', { headers: { Origin: 'https://any.example' } });
  assert.equal(answer.headers.get('access-control-allow-origin'), null);
});

test('a site that is not on the list is refused', async t => {
  const collector = await startCollector(t, ['--site', 'shop-nl', '--site', 'shop-be']);
  assert.equal((await collector.post(batch([record(1)]))).status, 403);
  assert.equal((await collector.post(batch([record(1)], {}, { site: 'shop-be' }))).status, 204);
  assert.equal((await collector.lines()).length, 1);
});

test('slow senders', { concurrency: true }, async t => {
  const collector = await startCollector(t);

  /** Sends a byte a second, and tells after how many ms the collector hung up.
   * @param {string} head @param {string} drip */
  async function dribble(head, drip) {
    const socket = await collector.connect();
    const began = performance.now();
    const closed = untilClosed(socket);
    socket.write(head);
    const timer = setInterval(() => socket.write(drip), 1000);
    await closed;
    clearInterval(timer);
    return performance.now() - began;
  }

  const headers = t.test('headers at a byte a second are hung up on after 10 s', async () => {
    const took = await dribble('POST /v1/batch HTTP/1.1\r\nX: ', 'x');
    assert.ok(took > 9000 && took < 13_000, `${took} ms`);
  });
  const body = t.test('a body at a byte a second is hung up on after 30 s', async () => {
    const took = await dribble('POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n', ' ');
    assert.ok(took > 29_000 && took < 34_000, `${took} ms`);
  });
  const silent = t.test('a thousand silent connections keep nobody waiting', async () => {
    const sockets = await Promise.all(Array.from({ length: 1000 }, () => collector.connect()));
    const closed = Promise.all(sockets.map(untilClosed));
    for (let id = 1; id <= 20; id++) {
      const began = performance.now();
      assert.equal((await collector.post(batch([record(id)]))).status, 204);
      assert.ok(performance.now() - began < 1000, 'answered meanwhile');
    }
    await closed;
  });
  await Promise.all([headers, body, silent]);
});
