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

/** What a page sends as it goes passes workers by, and here nobody else listens: it is handed over instead. */
function handBeaconsOver() {
  const send = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (url, body) => {
    const { controller } = navigator.serviceWorker;
    if (!controller || typeof body !== 'string' || !String(url).endsWith('/v1/batch')) return send(url, body);
    controller.postMessage({ batch: body });
    return true;
  };
}

function startTag() {
  handBeaconsOver();
  const tag = document.createElement('script');
  tag.src = new URL(`${up}dist/koord.js`, location.href).href;
  Object.assign(tag.dataset, attributes);
  document.head.append(tag);
}

// A page that reads what was stored, and not one of the shop's, is told that it will be answered.
if (navigator.serviceWorker && !attributes.site) document.documentElement.dataset.collector = 'near';
collecting().then(
  () => attributes.site && startTag(),
  error => console.warn('the demo runs without its collector:', error.message),
);
