import { declareRegister } from '../register/declare.ts';
import { choice, date, integer, month, optional, reference, sha256, text } from '../register/field.ts';
import { EVERYBODY, type Role } from '../register/role.ts';

export const PHOTO_STATES = {
  submitted: { zh: '待审', en: 'Submitted' },
  accepted: { zh: '已采用', en: 'Accepted' },
  returned: { zh: '退回', en: 'Returned' },
} as const;

const OFFICE: readonly Role[] = ['admin', 'editor', 'verifier'];

/** Photo library (项目图片库): monthly pictures as evidence. `file` is the SHA-256 of the picture without its EXIF data. */
export const photos = declareRegister({
  name: 'photos',
  label: { zh: '项目图片库', en: 'Photos' },
  title: 'month',
  area: 'documents',
  read: EVERYBODY,
  write: ['admin', 'editor', 'verifier', 'reporter'],
  unitBy: 'project',
  reporterFields: ['project', 'month', 'takenOn', 'viewpoint', 'caption'],
  fields: {
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects', public: true }),
    month: month({ label: { zh: '月份', en: 'Month' }, public: true }),
    takenOn: optional(date({ label: { zh: '拍摄日期', en: 'Taken on' }, public: true })),
    viewpoint: optional(text({ label: { zh: '机位', en: 'Viewpoint' }, max: 40 })),
    caption: optional(text({ label: { zh: '说明', en: 'Caption' }, max: 120, public: true })),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: PHOTO_STATES,
      flow: {
        starts: { submitted: [...OFFICE, 'reporter'], accepted: OFFICE },
        moves: {
          submitted: { accepted: OFFICE, returned: OFFICE },
          accepted: { returned: OFFICE },
          returned: { accepted: OFFICE },
        },
      },
    }),
    returnReason: optional(text({ label: { zh: '退回原因', en: 'Reason for the return' }, max: 200 })),
    /** Written by nobody but the server: who could name any file would be shown it, a workbook with telephone numbers too. */
    file: sha256({ label: { zh: '文件', en: 'File' }, public: true, writers: [] }),
    /** 64 bits in hexadecimal; near pictures have near values. */
    likeness: text({ label: { zh: '图像特征', en: 'Likeness' }, min: 16, max: 16, writers: [] }),
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
    submittedOn: optional(date({ label: { zh: '上传日期', en: 'Uploaded on' } })),
  },
  consistent: ({ state, returnReason }) =>
    state === 'returned' && returnReason === undefined
      ? [{ path: 'returnReason', code: 'required', message: 'say why the photo is returned' }]
      : [],
});
