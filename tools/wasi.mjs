// Runs a WASI program: node tools/wasi.mjs PROGRAM.wasm ARGUMENTS. It sees the present folder, stdin, stdout and stderr.
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { WASI } from 'node:wasi';

const [file, ...rest] = process.argv.slice(2);
const wasi = new WASI({
  version: 'preview1',
  args: [file, ...rest],
  preopens: { '.': '.', '/': '/' },
  returnOnExit: true,
});
const imports = /** @type {WebAssembly.Imports} */ (wasi.getImportObject());
const { instance } = await WebAssembly.instantiate(await readFile(file), imports);
process.exitCode = wasi.start(instance);
