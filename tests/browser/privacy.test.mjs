// What people type, and what stands in addresses and titles, never leaves: every request, every storage and the export of a real
// collector are searched for it.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { openShop } from './shops/serve.mjs';
import { shopper } from './shops/shopper.mjs';

/** All that the page's origin has on the device, as one text. */
const ON_DEVICE = `
  const stores = [document.cookie, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise((done, fail) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); r.onerror = fail; });
    for (const table of base.objectStoreNames) {
      const all = base.transaction(table).objectStore(table).getAll();
      await new Promise(done => { all.onsuccess = done; });
      stores.push(JSON.stringify(all.result));
    }
    base.close();
  }
  return stores.join('\\n');`;

/** What is typed, by the field that it is typed into. */
const TYPED = {
  password: 'Tr0ub4dor&3x',
  card: '4111 1111 1111 1111',
  code: '836251',
  mail: 'grace.hopper@navy.example',
  phone: '+31 6 12345678',
  name: 'Wilhelmina',
  notes: 'gate code 7719',
  draft: 'zebra-stripes',
  inner: 'quagga-hooves',
  framed: 'okapi-tongue',
  private: 'secret-garden',
};

const PAGE = `<main><h1>Account</h1><form id="form" action="javascript:void 0">
  <label>Password <input id="password" type="password"></label><button type="button" id="show">Show</button>
  <label>Card <input id="card" autocomplete="cc-number"></label><label>Code <input id="code" autocomplete="one-time-code"></label>
  <label>E-mail <input id="mail" type="email"></label><label>Phone <input id="phone" type="tel"></label>
  <label>Name <input id="name"></label><label>Notes <textarea id="notes"></textarea></label>
  <div data-koord-private><input id="private" placeholder="Nickname"><button type="button" id="hush">Call me secret-garden</button></div>
  <div id="draft" contenteditable="" style="min-height:1em">.</div><div id="host"></div><iframe id="frame" srcdoc="<input id=framed>"></iframe>
  <button id="send">Send</button></form><button type="button" id="fail">Fail</button><a id="away" href="/next?mail=ada%40example.com">On</a></main>
  <script>
    host.attachShadow({ mode: 'open' }).innerHTML = '<input id="inner">';
    show.onclick = () => { password.type = 'text'; };
    fail.onclick = () => { throw new Error('cannot mail milner@bletchley.example, card 4111111111111111'); };
    form.onsubmit = event => { event.preventDefault(); fetch('/api/account', { method: 'POST', body: new FormData(form) }); };
  </script>`;

const FOCUS = {
  inner: 'document.querySelector("#host").shadowRoot.querySelector("#inner").focus()',
  framed: 'document.querySelector("#frame").contentDocument.querySelector("#framed").focus()',
};

for (const engine of ENGINES) {
  describe(`what nobody may hear of, in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {import('./shops/serve.mjs').OpenShop} */
    let shop;
    /** @type {ReturnType<typeof shopper>} */
    let ada;
    before(async () => {
      page = await open(engine, { size: [1000, 900] });
    });
    after(() => page?.close());
    beforeEach(async () => {
      shop = await openShop(({ path, query }) => ({
        ...(path.startsWith('/api/') ? { type: 'application/json', body: '{}' } : pageFor(query)),
      }));
      ada = shopper(page, shop);
    });
    afterEach(() => shop.close());

    /** @param {URLSearchParams} query */
    const pageFor = query => shopPage(query.get('title') ?? 'Account');
    /** @param {string} title */
    const shopPage = title => shop.page('en', title, PAGE);

    /** Everything that was kept or told, as one text. */
    async function everything() {
      const kept = await page.run(ON_DEVICE);
      await ada.story();
      return [kept, ...shop.sent, ...(await shop.exported())].join('\n');
    }

    /** @param {string} all @param {string} word and every part of it with six characters */
    function assertAbsent(all, word) {
      for (let at = 0; at + 6 <= word.length; at++)
        assert.ok(!all.includes(word.slice(at, at + 6)), `"${word.slice(at, at + 6)}" of "${word}" was told`);
    }

    test('what is typed: no character of it, but that something was', async () => {
      await ada.go('/account', 'page_view');
      for (const [id, text] of Object.entries(TYPED)) {
        if (id in FOCUS) await page.run(FOCUS[/** @type {keyof typeof FOCUS} */ (id)]);
        else await page.click(`#${id}`);
        await page.type(text, 5);
        if (id === 'password') await page.click('#show');
      }
      await page.click('#password');
      await page.type('more', 5);
      await page.click('#hush');
      await page.click('#send');
      await ada.until('submit');
      const all = await everything();
      for (const text of Object.values(TYPED)) assertAbsent(all, text);
      assertAbsent(all, 'Nickname');
      const fields = (await shop.stored()).filter(({ kind }) => kind === 'field');
      const left = new Set(fields.filter(({ phase }) => phase === 'left').map(({ content }) => content));
      for (const content of ['password', 'card', 'one_time_code', 'email', 'phone', 'name'])
        assert.ok(left.has(content), `${content} was seen being left`);
      for (const { content, length } of fields)
        if (/password|card|one_time/.test(content)) assert.ok(!length || length === 'empty');
    });

    test('addresses, titles, buttons and errors: what names a person or opens a door is replaced', async () => {
      const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P';
      const address = `/account?mail=alan%40bletchley.example&token=tok_9f8e7d6c5b4a&code=oauthcode77&session=sessabc123&q=joan%2540bletchley.example&jwt=${token}`;
      await ada.go(
        `${address}&title=Hello+clarke@bletchley.example#mail=knox@bletchley.example`,
        'page_view',
      );
      await page.run("document.querySelector('#send').textContent = 'Send to turing@bletchley.example'");
      await page.click('#fail');
      await ada.until('error exception');
      await page.click('#send');
      await ada.until('submit');
      await page.run('history.pushState({}, "", "/order/2223000048410010/welchman%40bletchley.example")');
      await ada.until('page_view', 2);
      const all = await everything();
      for (const name of ['alan', 'joan', 'clarke', 'knox', 'turing', 'milner', 'welchman'])
        assert.doesNotMatch(all, new RegExp(`${name}(@|%40|%2540)`), `${name}'s address was told`);
      for (const word of [
        'tok_9f8e7d6c5b4a',
        'oauthcode77',
        'sessabc123',
        token,
        '4111111111111111',
        '2223000048410010',
      ])
        assertAbsent(all, word);
      assert.match(all, /<email>/);
    });

    for (const [number, told] of [
      ['4111 1111 1111 1111', '<card>'],
      ['2223 0000 4841 0010', '<card>'],
      ['123-45-6789', '123-45-6789'],
    ])
      test(`a search for ${number} is told as ${told}`, async () => {
        await ada.go(`/search?q=${encodeURIComponent(number)}`, `search ${told}`);
        const all = await everything();
        if (told === '<card>') assertAbsent(all, number.replaceAll(' ', ''));
        if (told === '<card>') assertAbsent(all, number.replaceAll(' ', '+'));
      });
  });
}
