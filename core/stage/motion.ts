/** How much moves on a screen: weak players cross-fade only, or cut. */
export const SCREEN_MOTIONS = {
  full: { zh: '全部', en: 'All' },
  calm: { zh: '仅淡入淡出', en: 'Cross-fades only' },
  none: { zh: '直接切换', en: 'Cuts only' },
} as const;

export type ScreenMotion = keyof typeof SCREEN_MOTIONS;
