// begin.js - in the demo that needs no server: has the worker that collects at work before the tag sends anything to it.
// It stands where the shop's script tag would, and hands that tag's attributes on.

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const { top: up = '', ...attributes } = own.dataset;

/** Resolves when requests of this page go through the worker. */
async function collecting() {
  if (!navigator.serviceWorker) throw new Error('this browser, or a private window, has no service workers');
  await navigator.serviceWorker.register(new URL(`${up}worker.js`, location.href), {
    updateViaCache: 'none',
  });
  const { active } = await navigator.serviceWorker.ready;
  if (navigator.serviceWorker.controller) return;
  await new Promise(come => {
    navigator.serviceWorker.addEventListener('controllerchange', come, { once: true });
    active?.postMessage({}); // a page that was still being made when the worker came has been passed over
  });
}

const UNHEARD = 'demo batch '; // begins the names of batches in localStorage

const isBatch = (/** @type {unknown} */ url, /** @type {unknown} */ body) =>
  String(url).endsWith('/v1/batch') && typeof body === 'string';

/** @param {string} batch @returns {Promise<Response>} */
function hand(batch) {
  const { port1, port2 } = new MessageChannel();
  navigator.serviceWorker.controller?.postMessage({ batch }, [port2]);
  return new Promise(answer => {
    port1.onmessage = ({ data: { text, status } }) => answer(new Response(text || null, { status }));
  });
}

/** A page that goes may be gone before its message is: every batch is kept until somebody was heard to have it. What
 * arrives twice is stored once. @param {string} batch */
async function send(batch) {
  const name = UNHEARD + crypto.randomUUID();
  localStorage.setItem(name, batch);
  const answer = await hand(batch);
  localStorage.removeItem(name);
  return answer;
}

/** What pages before this one could not hear the answer to. */
function sendUnheard() {
  for (const name of Object.keys(localStorage).filter(one => one.startsWith(UNHEARD))) {
    hand(localStorage.getItem(name) ?? '').then(() => localStorage.removeItem(name));
  }
}

/** A page that goes takes its requests through a worker with it, and here nobody else listens. So batches, and nothing
 * else, travel as messages. */
function sendByMessage() {
  const [native, beacon] = [window.fetch, navigator.sendBeacon.bind(navigator)];
  window.fetch = (url, how) => (isBatch(url, how?.body) ? send(String(how?.body)) : native(url, how));
  navigator.sendBeacon = (url, body) => {
    if (!isBatch(url, body)) return beacon(url, body);
    send(String(body));
    return true;
  };
}

function startTag() {
  sendByMessage();
  const tag = document.createElement('script');
  tag.src = new URL(`${up}dist/koord.js`, location.href).href;
  Object.assign(tag.dataset, attributes);
  document.head.append(tag);
}

// A page that reads what was stored, and not one of the shop's, is told that it will be answered.
if (navigator.serviceWorker && !attributes.site) document.documentElement.dataset.collector = 'near';
collecting().then(
  () => {
    sendUnheard();
    if (attributes.site) startTag();
  },
  error => console.warn('the demo runs without its collector:', error.message),
);
