import { msg, str } from '@lit/localize';
import { MEDIUM_TYPES } from '../../core/registers/media.ts';
import type { Medium } from '../../core/registers/index.ts';
import { knownMedium } from '../api/media.ts';
import type { ApiProblem } from '../api/problem.ts';
import { labelText } from '../common/locale.ts';
import { problemText } from '../common/problem-text.ts';

const MEGABYTE = 2 ** 20;

/** A file's size, to the first digit that matters. */
export const sizeText = (bytes: number): string =>
  bytes < MEGABYTE
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0)} MB`;

/** A length as players show it. */
export function lengthText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What a medium is, in one line. */
export const mediumFacts = ({ type, width, height, bytes, durationMs }: Medium): string =>
  [
    labelText(MEDIUM_TYPES[type]),
    `${width}×${height}`,
    ...(durationMs === undefined ? [] : [lengthText(durationMs)]),
    sizeText(bytes),
  ].join(' · ');

/** Why a file was not taken, and what to do. */
export function mediumProblemText(problem: ApiProblem): string {
  const known = knownMedium(problem);
  if (problem.code === 'medium-there') return msg(str`这个文件已经在素材里：${known}`, { id: 'media.there' });
  if (problem.status === 413) return msg('文件太大：视频最多 300 MB', { id: 'media.too-large' });
  switch (problem.errors[0]?.code) {
    case 'not-a-medium':
    case 'not-a-video':
      return msg('只收 JPEG、PNG、WebP 图片和 MP4、WebM 视频', { id: 'media.not-a-medium' });
    case 'heic':
      return msg('收不了 HEIC 图片，请另存为 JPEG 再上传', { id: 'media.heic' });
    case 'image-too-large':
      return msg('图片太大：最多 20 MB', { id: 'media.image-too-large' });
    case 'too-many-pixels':
      return msg('图片的像素太多：最多五千万，请缩小后上传', { id: 'media.too-many-pixels' });
    case 'codec':
      return msg('这种视频编码有的屏幕放不了：请用 H.264 重新导出为 MP4', { id: 'media.codec' });
    case 'too-large-picture':
      return msg('视频画面太大：每边最多 4096 像素', { id: 'media.too-large-picture' });
    case 'too-long':
      return msg('视频太长：最多一小时', { id: 'media.too-long' });
    case 'damaged':
      return msg('文件损坏或不完整，请换一个', { id: 'media.damaged' });
    case 'taken':
      return msg('已有同名的素材，请改名后再传', { id: 'media.name-taken' });
    default:
      return problemText(problem);
  }
}
