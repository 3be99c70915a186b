import { resolveObjectURL } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { ObjectUrls } from '../../../display/media/object-urls.ts';

const isAlive = (url: string | null): boolean => url !== null && resolveObjectURL(url) !== undefined;

const nothing = (): void => undefined;
const files = (): ObjectUrls => new ObjectUrls(async () => new Blob(['x'], { type: 'video/mp4' }));

async function shown(urls: ObjectUrls, address: string): Promise<string | null> {
  urls.hold(address, nothing);
  await urls.settled();
  const url = urls.urlOf(address);
  urls.release(address, nothing);
  return url;
}

describe('addresses of files', () => {
  it('are the same when a file comes on again: the browser need not decode it anew', async () => {
    const urls = files();
    const first = await shown(urls, 'a');
    await shown(urls, 'b');
    expect(isAlive(first)).toBe(true);
    expect(await shown(urls, 'a')).toBe(first);
  });

  it('are given back for what was not shown for longest, so that they do not grow for months', async () => {
    const urls = files();
    const first = await shown(urls, 'a');
    const others: (string | null)[] = [];
    for (let file = 0; file < 500; file += 1) others.push(await shown(urls, `other ${file}`));
    expect(isAlive(first)).toBe(false);
    expect(others.filter(isAlive)).toEqual(others.slice(-60));
    expect(await shown(urls, 'a')).not.toBe(first);
  });

  it('are never given back while somebody shows the file', async () => {
    const urls = files();
    urls.hold('a', nothing);
    await urls.settled();
    for (let file = 0; file < 100; file += 1) await shown(urls, `other ${file}`);
    expect(isAlive(urls.urlOf('a'))).toBe(true);
  });

  it('are not those of a file that was spoilt while nobody showed it', async () => {
    const urls = files();
    const first = await shown(urls, 'a');
    urls.forget('a');
    expect(isAlive(first)).toBe(false);
    expect(await shown(urls, 'a')).not.toBe(first);
  });
});
