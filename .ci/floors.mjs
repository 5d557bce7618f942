// Names every file that reaches above its floor: an include that climbs, a detector that knows another, a core that
// wants a clock, a JavaScript module that does what one module alone may do. docs/architecture.md has the plan.
//   node .ci/floors.mjs [ROOT]
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folders of src/, lowest first; the doors stand side by side on top and do not know each other. */
const FLOORS = ['base', 'model', 'detect', 'score', 'survey', 'wire', 'core'];
const DOORS = ['wasm', 'cli', 'collector'];

/** Floors 1 to 7 do no input and no output, ask no clock, allocate nothing, and agree in every build. */
const OUTSIDE = /^(stdio|stdlib|time|math|assert|errno|locale|signal|unistd|pthread|sys\/.*)\.h$/;

/** What exactly one module of js/ may do; `also` are modules whose use of the same words is another thing. */
const ALONE = [
  { file: 'js/core.js', does: /\bWebAssembly\b|\.memory\b/, what: 'touches the memory of the core' },
  {
    file: 'js/clock.js',
    does: /\bperformance\.now\b|\bDate\.now\b|\bnew Date\b|\bset(Timeout|Interval)\b|\brequestIdleCallback\b/,
    what: 'knows time',
  },
  {
    file: 'js/redact.js',
    also: ['js/adapters/ecommerce.js'], // what GA4 calls the worth of a cart
    does: /\.value\b/,
    what: 'reads what people type',
  },
  {
    file: 'js/transport.js',
    also: ['js/load.js', 'js/config.js', 'js/survey/prepare.js'], // fetch files of the tag's and the shop's, send nothing
    does: /\bfetch\(|\bsendBeacon\(|\bXMLHttpRequest\(|\bWebSocket\(/,
    what: 'sends',
  },
];

/** @typedef {{file: string, line: number, why: string}} Violation */

/** @param {string} root @returns {Violation[]} */
export function violations(root) {
  const detectors = detectorNames(root);
  return [
    ...findIn(root, 'src/**/*.{c,h}', (file, line) => climbs(file, line, detectors)),
    ...findIn(root, 'js/**/*.js', outOfPlace),
  ];
}

/**
 * @param {string} root @param {string} files
 * @param {(file: string, line: string) => string} judge what is wrong, or nothing
 */
function findIn(root, files, judge) {
  return globSync(files, { cwd: root }).flatMap(file =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((text, at) => {
        const why = judge(file, text);
        return why ? [{ file, line: at + 1, why }] : [];
      }),
  );
}

/** @param {string} root @returns {Set<string>} from the table of detectors, whose second column has the names */
function detectorNames(root) {
  const table = readFileSync(join(root, 'include/koord_detectors.def'), 'utf8');
  return new Set(
    [...table.matchAll(/^KOORD_DETECTOR\(\s*\d+,\s*(\w+)/gm)].map(([, name]) => name.toLowerCase()),
  );
}

/** @param {string} file @param {string} line @param {Set<string>} detectors */
function climbs(file, line, detectors) {
  const include = line.match(/^\s*#\s*include\s*["<]([^">]+)[">]/)?.[1];
  if (!include) return '';
  const here = file.split('/')[1];
  const there = include.includes('/') ? include.split('/')[0] : '';
  const floor = FLOORS.indexOf(here);
  if (floor >= 0 && OUTSIDE.test(include)) {
    return `<${include}> leads out of the core: let the caller pass in what it would give`;
  }
  if (there === here) return knowsAnother(file, include, detectors);
  if (DOORS.includes(there)) return `"${include}" is a door; nothing stands above it`;
  if (floor >= 0 && FLOORS.indexOf(there) > floor) {
    return `"${include}" is on a higher floor than src/${here}: move what both need down to src/${here} or lower`;
  }
  return '';
}

/** @param {string} file @param {string} include @param {Set<string>} detectors */
function knowsAnother(file, include, detectors) {
  const other = basename(include, '.h');
  if (include.startsWith('detect/') && detectors.has(other) && basename(file).replace(/\..$/, '') !== other) {
    return `"${include}" is another detector's: what it finds reaches others as an event, from the registry`;
  }
  return '';
}

/** @param {string} file @param {string} line */
function outOfPlace(file, line) {
  if (file.endsWith('.gen.js') || /^\s*(\*|\/\*|\/\/)/.test(line)) return '';
  const code = line.replace(/\/\/ .*$/, '');
  const rule = ALONE.find(one => file !== one.file && !one.also?.includes(file) && one.does.test(code));
  return rule ? `${code.match(rule.does)?.[0]}: only ${rule.file} ${rule.what}, ask it to` : '';
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = violations(process.argv[2] ?? '.');
  for (const { file, line, why } of found) console.log(`${file}:${line}: ${why}`);
  console.log(found.length ? `${found.length} reach above their floor` : 'Every file stays on its floor');
  process.exitCode = found.length ? 1 : 0;
}
