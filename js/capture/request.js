// Requests that an action started, and how they ended: by fetch and by XMLHttpRequest, both left as they were.
import { bodyVerdict, redactPath } from '../redact.js';
import { isOwnSite } from '../site.js';

/** A request belongs to an action that came this long before it, or this little after it. */
const AFTER_MS = 1000;
const BEFORE_MS = 100;
/** A page that is left loses its requests a moment before it goes: that is no failure of the shop's. */
const LEAVING_MS = 250;
/** A body that takes longer to read than this is a stream. */
const BODY_MS = 1000;
const READABLE = /^(application\/([\w.+-]*\+)?json|text\/plain)\b/i;
const BODY_MOST = 65536;

/** @typedef {{number: number, at: number, path: string, own: boolean, told: boolean}} Sent */

/** @param {import('../page.js').Page} page */
export function captureRequest(page) {
  let acted = -AFTER_MS;
  let number = 0;
  let pending = 0;
  const collector = new URL(page.settings.collector, document.baseURI);
  /** What the tag itself asks for, as js/transport.js does. */
  const ours = ['', 'have', 'erase', 'quota'].map(name => new URL(name, collector).href);
  /** @type {Sent[]} began before any action; told if one follows at once */
  let early = [];

  /** @param {Sent} request */
  function tell(request) {
    request.told = true;
    const { at, path, own } = request;
    page.report('request', { request: request.number, phase: 'started', own_site: +own, path }, at);
  }

  /** Whoever reads the page waits for what the shop itself has asked for. @param {Sent} request @param {1 | -1} by */
  function count(request, by) {
    if (!request.own) return;
    pending += by;
    page.tell('pending', { requests: pending }, page.now());
  }

  /** @param {unknown} _ @param {number} timeStamp */
  function act(_, timeStamp) {
    acted = timeStamp;
    early.filter(request => timeStamp - request.at <= BEFORE_MS).forEach(tell);
    early = [];
  }

  /** @param {string} address @returns {Sent | undefined} nothing for our own collector and other schemes */
  function begin(address) {
    const url = new URL(address, document.baseURI);
    if (!/^http/.test(url.protocol) || ours.some(one => url.href.startsWith(one))) return undefined;
    const at = page.now();
    const path = redactPath(url.pathname).slice(0, 160);
    const request = { number: ++number, at, path, own: isOwnSite(url.href), told: false };
    count(request, 1);
    if (at - acted <= AFTER_MS) tell(request);
    else early = [...early.filter(other => at - other.at <= BEFORE_MS), request];
    return request;
  }

  /** @param {Sent} request @param {number} status @param {string} body @param {boolean} [aborted] */
  function end(request, status, body, aborted) {
    count(request, -1);
    if (!request.told) return;
    const now = page.now();
    const facts = {
      request: request.number,
      phase: 'ended',
      status,
      body,
      own_site: +request.own,
      path: request.path,
    };
    const more = {
      took_ms: Math.round(now - request.at),
      aborted: aborted ? 1 : undefined,
      offline: status || navigator.onLine ? undefined : 1,
    };
    const report = () => page.report('request', { ...facts, ...more }, now);
    if (status || aborted) report();
    else page.later(LEAVING_MS, report);
  }

  page.listen('press', act);
  page.on(document, 'change submit', event => act(event, event.timeStamp));
  watchFetch(page, begin, end);
  watchXhr(page, begin, end);
}

/** @typedef {(address: string) => Sent | undefined} Begin */
/** @typedef {(request: Sent, status: number, body: string, aborted?: boolean) => void} End */

/** @param {import('../page.js').Page} page @param {Begin} begin @param {End} end */
function watchFetch(page, begin, end) {
  page.patch(window, 'fetch', (_, [input]) => {
    const request = begin(input instanceof Request ? input.url : String(input));
    if (!request) return undefined;
    const guardedEnd = page.guard(end);
    // The page gets a promise that settles as the native one does; a handler on the side would
    // hide a rejection that the page forgot to handle.
    return promise =>
      promise.then(
        (/** @type {Response} */ response) => {
          page.guard(
            () =>
              void verdictOf(page, request, response).then(body =>
                guardedEnd(request, response.status, body),
              ),
          )();
          return response;
        },
        (/** @type {any} */ reason) => {
          guardedEnd(request, 0, 'unread', reason?.name === 'AbortError');
          throw reason;
        },
      );
  });
}

/** @param {import('../page.js').Page} page @param {Sent} request @param {Response} response @returns {Promise<string>} */
async function verdictOf(page, request, response) {
  const type = response.headers.get('content-type') || '';
  const size = +(response.headers.get('content-length') || 0);
  if (!request.told || !request.own || !response.body || size > BODY_MOST || !READABLE.test(type))
    return 'unread';
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.clone().body).getReader();
  let stopped = false;
  const stop = () => {
    stopped = true;
    reader.cancel().catch(() => {}); // it was only a copy
  };
  const timer = page.later(BODY_MS, stop);
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
      if (text.length > BODY_MOST) stop();
    }
  } catch {
    stopped = true; // the connection broke off, or the page gave it up
  }
  page.cancel(timer);
  return stopped ? 'unread' : bodyVerdict(text);
}

/** @param {import('../page.js').Page} page @param {Begin} begin @param {End} end */
function watchXhr(page, begin, end) {
  /** @type {WeakMap<XMLHttpRequest, string>} */
  const addresses = new WeakMap();
  page.patch(
    XMLHttpRequest.prototype,
    'open',
    (xhr, [, address]) => void addresses.set(xhr, String(address)),
  );
  page.patch(XMLHttpRequest.prototype, 'send', xhr => {
    const request = begin(addresses.get(xhr) || '');
    if (!request) return;
    let aborted = false;
    xhr.addEventListener('abort', () => (aborted = true), { once: true });
    const ended = page.guard(() => end(request, xhr.status, xhrVerdict(request, xhr), aborted));
    xhr.addEventListener('loadend', ended, { once: true });
  });
}

/** @param {Sent} request @param {XMLHttpRequest} xhr */
function xhrVerdict(request, xhr) {
  if (!request.own || !READABLE.test(xhr.getResponseHeader('content-type') || '')) return 'unread';
  if (xhr.responseType === 'json') return bodyVerdict(JSON.stringify(xhr.response));
  return /^(text)?$/.test(xhr.responseType) ? bodyVerdict(xhr.responseText) : 'unread';
}
