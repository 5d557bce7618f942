// Scripts of the page that fail, files that do not come, policies that forbid; not the noise that every page makes.
import { redactPath, redactText } from '../redact.js';
import { isOwnSite } from '../site.js';

/** Enough for any verdict; a page that fails in a loop must not fill the trail. */
const ERRORS_MOST = 30;
/** Pictures that are not there come on every page of some shops, and policies forbid the same thing again and again. */
const RESOURCES_MOST = 5;
const NOISE = /^ResizeObserver loop|^Script error\.?$|AbortError|aborted/i;
const FOREIGN = /\b[a-z]+-extension:\/\//;
const FRAME = /(\w+:\/\/[^\s)]+?):(\d+)(?::\d+)?\)?$/m;

/** @param {import('../page.js').Page} page */
export function captureError(page) {
  let told = 0;
  let lacking = 0;

  /** @param {string} source @param {number} timeStamp @param {string} message @param {string} [file] @param {number} [line] */
  function report(source, timeStamp, message, file, line) {
    if (told >= ERRORS_MOST) return;
    told++;
    const url = file ? new URL(file, location.href) : null;
    const facts = {
      source,
      own_site: url ? +isOwnSite(url.href) : undefined,
      line,
      message: redactText(message, 160),
      file: url ? redactPath(url.pathname).slice(0, 120) : undefined,
    };
    page.report('error', facts, timeStamp);
  }

  /** A script, style sheet or picture that did not come. @param {any} element @param {number} timeStamp */
  function missing(element, timeStamp) {
    const file = element.currentSrc || element.src || element.href;
    if (lacking >= RESOURCES_MOST || !/^http/.test(file)) return;
    lacking++;
    report('resource', timeStamp, element.localName, file);
  }

  page.on(window, 'error', event => {
    const { message, filename, lineno, error } = event;
    if (event.target !== window) return missing(event.target, event.timeStamp);
    if (NOISE.test(message) || FOREIGN.test(filename + error?.stack)) return;
    report('exception', event.timeStamp, message, filename, lineno);
  });

  page.on(window, 'unhandledrejection', ({ reason, timeStamp }) => {
    const message = `${reason?.name ? `${reason.name}: ` : ''}${reason?.message ?? String(reason)}`;
    const stack = String(reason?.stack || '');
    if (NOISE.test(message) || FOREIGN.test(stack)) return;
    const [, file, line] = FRAME.exec(stack) || [];
    report('rejection', timeStamp, message, file, line ? +line : undefined);
  });

  // What a policy forbids; "wasm-eval" was tried by us, for the core.
  page.on(document, 'securitypolicyviolation', ({ effectiveDirective, blockedURI, timeStamp }) => {
    if (lacking >= RESOURCES_MOST || /^wasm/.test(blockedURI)) return;
    lacking++;
    report('policy', timeStamp, effectiveDirective, /^http/.test(blockedURI) ? blockedURI : undefined);
  });
}
