export interface VideoOptions {
  readonly container?: 'mp4' | 'webm' | 'mov' | 'mkv';
  readonly codec?: 'avc' | 'hevc' | 'vp8' | 'vp9';
  readonly seconds?: number;
  readonly width?: number;
  readonly height?: number;
  /** Another number, another file. */
  readonly seed?: number;
}

export declare function videoFile(options?: VideoOptions): Promise<Uint8Array<ArrayBuffer>>;
