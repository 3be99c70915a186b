import { declareRegister } from '../register/declare.ts';
import { date, integer, optional, text } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';

/** Sponsoring leaders (分包领导); lists of them keep the protocol order. Who left the post ends and is replaced. */
export const leaders = declareRegister({
  name: 'leaders',
  label: { zh: '责任领导', en: 'Sponsor leaders' },
  title: 'name',
  area: 'leaders',
  read: EVERYBODY,
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, max: 30, public: true, aliases: ['责任领导', '分包领导'] }),
    title: optional(text({ label: { zh: '职务', en: 'Title' }, max: 60, public: true })),
    protocolOrder: integer({ label: { zh: '排序', en: 'Protocol order' }, public: true }),
    phone: optional(
      text({ label: { zh: '联系电话', en: 'Phone' }, max: 30, secret: true, readers: ['admin', 'editor'] }),
    ),
    activeFrom: optional(date({ label: { zh: '任职日期', en: 'In post from' } })),
    activeTo: optional(date({ label: { zh: '离任日期', en: 'In post to' } })),
  },
});
