// The longest task of ours from a search that finds nothing to the question it asks, in Chromium slowed down four times.
// Counted is what runs in our scripts, whoever called it: parsing, compiling, evaluating, event handlers, timers.
import { collect } from '../browser/drive/collector.mjs';
import { open } from '../browser/drive/index.mjs';

const SLOWER = 4;
const MOST_MS = 16;
const OURS = /\/dist\/koord/;
const RUNS = [
  'FunctionCall',
  'EvaluateScript',
  'v8.compile',
  'v8.evaluateModule',
  'v8.compileModule',
  'TimerFire',
];

/** Speaks the DevTools protocol with the page's target and gathers the trace. @param {string} address */
async function traceOf(address) {
  const targets = await (await fetch(`http://${address}/json/list`)).json();
  const socket = new WebSocket(
    targets.find((/** @type {any} */ { type }) => type === 'page').webSocketDebuggerUrl,
  );
  await new Promise(opened => socket.addEventListener('open', opened));
  /** @type {any[]} */
  const events = [];
  const done = new Promise(finished => {
    socket.addEventListener('message', ({ data }) => {
      const { method, params } = JSON.parse(data);
      if (method === 'Tracing.dataCollected') events.push(...params.value);
      if (method === 'Tracing.tracingComplete') finished(undefined);
    });
  });
  const say = (/** @type {string} */ method, params = {}) =>
    socket.send(JSON.stringify({ id: 1, method, params }));
  say('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline', 'v8'] } });
  return {
    async end() {
      say('Tracing.end');
      await done;
      socket.close();
      return events;
    },
  };
}

/** Milliseconds of each task in which a script of ours ran. @param {any[]} events */
function tasksOfOurs(events) {
  const urlOf = (/** @type {any} */ { args }) =>
    args?.data?.url ?? args?.data?.fileName ?? args?.fileName ?? '';
  const ours = events.filter(event => RUNS.includes(event.name) && OURS.test(urlOf(event)));
  const outermost = ours.filter(one => !ours.some(other => other !== one && holds(other, one)));
  const dispatches = events.filter(({ name }) => name === 'EventDispatch');
  const called = (/** @type {any} */ one) =>
    dispatches.find(outer => holds(outer, one))?.args.data.type ?? one.name;
  return outermost
    .map(one => ({ name: called(one), ms: (one.tdur ?? one.dur) / 1000 }))
    .sort((a, b) => b.ms - a.ms);
}

/** @param {any} outer @param {any} inner */
const holds = (outer, inner) =>
  outer.tid === inner.tid &&
  outer.ts <= inner.ts &&
  outer.ts + outer.dur >= inner.ts + inner.dur &&
  outer.dur > inner.dur;

/** @returns {Promise<boolean>} whether the limit held */
export async function benchTasks() {
  const collector = await collect();
  const page = await open('chromium');
  try {
    await page.go(`${collector.url}/index.html`);
    await page.waitFor('return !!window.koord?.stop');
    await page.devtools?.('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const trace = await traceOf(page.debugger ?? '');
    await page.click('#search-field');
    await page.type('hammok');
    await page.press('Enter');
    await page.waitFor('return !!document.querySelector("koord-survey")', { timeout: 20_000 });
    const tasks = tasksOfOurs(await trace.end());
    const [longest] = tasks;
    const sum = tasks.reduce((all, { ms }) => all + ms, 0);
    const held = longest.ms <= MOST_MS;
    console.log(
      `\nFrom the search that finds nothing to the question, ${SLOWER}x slower: ${tasks.length} tasks of ours, ${sum.toFixed(1)} ms in all`,
    );
    for (const { name, ms } of tasks.slice(0, 5)) console.log(`${ms.toFixed(1).padStart(8)} ms  ${name}`);
    console.log(`  longest ${longest.ms.toFixed(1)} ms, limit ${MOST_MS} ms: ${held ? 'ok' : 'TOO LONG'}`);
    return held;
  } finally {
    await page.close();
    await collector.stop();
  }
}
