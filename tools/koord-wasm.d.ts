// The one import that exists only while bundling: tools/bundle.mjs puts dist/koord.wasm here, as lowercase ASCII hex.
declare module 'koord:wasm' {
  export const wasmHex: string;
}
