import { declareRegister } from '../register/declare.ts';
import { choice, document, flag, optional, reference, text } from '../register/field.ts';
import { SCREEN_MOTIONS } from '../stage/motion.ts';
import { checkStage } from '../stage/stage.ts';

/** Screens (屏): paired browsers, each with its stage. */
export const screens = declareRegister({
  name: 'screens',
  label: { zh: '屏幕', en: 'Screens' },
  title: 'name',
  unique: ['name'],
  system: true,
  area: 'system',
  write: ['admin', 'operator'],
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 40, public: true }),
    group: reference({ label: { zh: '屏幕组', en: 'Group' }, target: 'groups', public: true }),
    stage: document({ label: { zh: '画面窗口', en: 'Stage' }, public: true, check: checkStage }),
    location: optional(text({ label: { zh: '安装位置', en: 'Location' }, max: 80 })),
    motion: optional(choice({ label: { zh: '动效', en: 'Motion' }, choices: SCREEN_MOTIONS, public: true })),
    testCard: optional(flag({ label: { zh: '显示测试卡', en: 'Show the test card' }, public: true })),
    revoked: flag({ label: { zh: '已停用', en: 'Revoked' } }),
  },
});
