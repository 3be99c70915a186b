import { declareRegister } from '../register/declare.ts';
import { choice, integer, optional, sha256, text } from '../register/field.ts';

export const MEDIUM_KINDS = { image: { zh: '图片', en: 'Image' }, video: { zh: '视频', en: 'Video' } } as const;

/** What a screen is sent; other formats are turned into one of these or refused. */
export const MEDIUM_TYPES = {
  'image/jpeg': { zh: 'JPEG', en: 'JPEG' },
  'image/png': { zh: 'PNG', en: 'PNG' },
  'video/mp4': { zh: 'MP4', en: 'MP4' },
  'video/webm': { zh: 'WebM', en: 'WebM' },
} as const;

export type MediumType = keyof typeof MEDIUM_TYPES;

/** Pictures and videos for screens (媒体素材). Only the server writes what it measured of a file. */
export const media = declareRegister({
  name: 'media',
  label: { zh: '媒体素材', en: 'Media' },
  title: 'name',
  unique: ['name'],
  system: true,
  area: 'system',
  write: ['admin', 'editor', 'operator'],
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 60, public: true }),
    kind: choice({ label: { zh: '类别', en: 'Kind' }, choices: MEDIUM_KINDS, public: true, writers: [] }),
    type: choice({ label: { zh: '格式', en: 'Format' }, choices: MEDIUM_TYPES, public: true, writers: [] }),
    file: sha256({ label: { zh: '文件', en: 'File' }, public: true, writers: [] }),
    bytes: integer({ label: { zh: '大小（字节）', en: 'Bytes' }, min: 1, public: true, writers: [] }),
    width: integer({
      label: { zh: '宽（像素）', en: 'Width in pixels' },
      min: 1,
      max: 20_000,
      public: true,
      writers: [],
    }),
    height: integer({
      label: { zh: '高（像素）', en: 'Height in pixels' },
      min: 1,
      max: 20_000,
      public: true,
      writers: [],
    }),
    durationMs: optional(
      integer({ label: { zh: '时长（毫秒）', en: 'Duration in milliseconds' }, min: 1, public: true, writers: [] }),
    ),
  },
});
