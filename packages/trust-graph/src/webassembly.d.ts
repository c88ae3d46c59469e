// The part of WebAssembly that the engine uses: it runs on the server, without the types of a browser.
declare namespace WebAssembly {
  type Exports = Record<string, unknown>

  class Memory {
    readonly buffer: ArrayBuffer
    constructor(limits: { initial: number; maximum: number })
    /** By so many pages of 64 KiB; detaches `buffer`. */
    grow(pages: number): number
  }

  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>)
  }

  class Instance {
    readonly exports: Exports
    constructor(module: Module, imports: { env: { memory: Memory } })
  }
}
