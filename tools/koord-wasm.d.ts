// The one import that exists only while bundling: tools/bundle.mjs puts dist/koord.wasm here, as the text that js/module.js reads.
declare module 'koord:wasm' {
  export const wasmText: string;
}
