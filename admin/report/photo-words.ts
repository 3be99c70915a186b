import { msg } from '@lit/localize';
import type { ApiProblem } from '../api/problem.ts';
import { problemText } from '../common/problem-text.ts';

/** Why a picture was not taken. */
export function photoProblemText(problem: ApiProblem): string {
  if (problem.code === 'duplicate-photo') return msg('这张照片（或很像的一张）已经交过', { id: 'photo.duplicate' });
  if (problem.status === 413) return msg('照片太大，最多 20 MB', { id: 'photo.too-large' });
  const [error] = problem.errors;
  switch (error?.code) {
    case 'not-a-picture':
      return msg('这不是照片（只收 JPEG、PNG、WebP）', { id: 'photo.not-a-picture' });
    case 'heic':
      return msg('收不了 HEIC 照片：请在手机设置里把相机格式改为“兼容性最佳”，或截图后上传', { id: 'photo.heic' });
    case 'too-many-pixels':
      return msg('照片的像素太多，请缩小后上传', { id: 'photo.too-many-pixels' });
    case 'damaged':
      return msg('照片损坏或没有传完整，请换一张', { id: 'photo.damaged' });
    case 'private-number':
      return msg('说明里不能写手机号或身份证号', { id: 'photo.private-number' });
    default:
      return problemText(problem);
  }
}
