import type { Page } from 'playwright-core';

/** Runs in the page. */
async function record(seconds: number): Promise<string> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 180];
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: 'video/webm;codecs=vp8' });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stopped = new Promise((done) => recorder.addEventListener('stop', done));
  recorder.start();
  const until = performance.now() + seconds * 1000;
  for (let frame = 0; performance.now() < until; frame += 1) {
    if (context) {
      context.fillStyle = `hsl(${(frame * 9) % 360}, 80%, 50%)`;
      context.fillRect(0, 0, 320, 180);
    }
    await new Promise((done) => setTimeout(done, 60));
  }
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

/** A WebM that a browser recorded: moving colours, as long as asked for. */
export const recordedVideo = async (page: Page, seconds: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(Buffer.from(await page.evaluate(record, seconds), 'base64'));
