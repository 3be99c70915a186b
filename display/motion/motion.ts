/** Whether things move on this screen or are cut: weak players and still pictures ask for cuts. */
export type Motion = 'full' | 'none';

export function motionOf(search: string, prefersReduced: boolean): Motion {
  const asked = new URLSearchParams(search).get('motion');
  if (asked === 'none' || asked === 'full') return asked;
  return prefersReduced ? 'none' : 'full';
}
