/** How a screen is, in words. */
import { msg, str } from '@lit/localize';
import type { ScreenHealth } from '../../core/protocol/health.ts';
import type { Concern, ScreenState } from '../../core/protocol/verdict.ts';
import { agoText, durationText } from '../common/format.ts';

/** Sign and word: never colour alone. */
export function stateText(state: ScreenState): string {
  switch (state) {
    case 'good':
      return msg('✓ 正常', { id: 'health.good' });
    case 'watch':
      return msg('! 注意', { id: 'health.watch' });
    case 'fault':
      return msg('✕ 故障', { id: 'health.fault' });
    case 'unknown':
      return msg('未连接', { id: 'screens.never' });
  }
}

/** One reason; `titleOf` names a slide by its id. */
export function concernText(concern: Concern, titleOf: (slide: string) => string, now: number): string {
  switch (concern.kind) {
    case 'away':
      return msg(str`连接中断，最后在线 ${agoText(now - concern.since)}`, { id: 'health.away' });
    case 'silent':
      return msg('三分钟没有健康报告', { id: 'health.silent' });
    case 'slide':
      return msg(str`“${titleOf(concern.fault.slide)}”画不出来，已跳过`, { id: 'health.slide' });
    case 'page':
      return msg(str`页面出错 ${concern.fault.count} 次`, { id: 'health.page' });
    case 'media':
      return msg(str`还缺 ${concern.missing} 个素材`, { id: 'health.media-missing' });
    case 'flips':
      return msg(str`翻页偏晚，P95 ${durationText(concern.p95)}`, { id: 'health.flips-late' });
    case 'clock':
      return msg(str`时钟不确定，±${durationText(concern.uncertainty)}`, { id: 'health.clock-vague' });
    case 'frames':
      return msg(str`动画不流畅，每秒 ${Math.round(concern.fps)} 帧`, { id: 'health.frames-few' });
    case 'heap':
      return msg(str`内存偏高，${Math.round(concern.megabytes)} MB`, { id: 'health.heap-much' });
    case 'nodes':
      return msg(str`页面元素偏多，${concern.nodes} 个`, { id: 'health.nodes-many' });
    case 'rescues':
      return msg(str`24 小时内自救重载 ${concern.count} 次`, { id: 'health.rescued' });
    case 'cut':
      return msg(str`浏览器窗口只有 ${concern.width}×${concern.height}，画面没有全部显示`, { id: 'health.cut' });
    case 'scaled':
      return msg(str`系统缩放为 ${Math.round(concern.ratio * 100)}%，像素不是一比一`, { id: 'health.scaled' });
  }
}

/** How long a page has been up. */
export function upText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return msg(str`${minutes} 分钟`, { id: 'health.minutes' });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return msg(str`${hours} 小时 ${minutes % 60} 分钟`, { id: 'health.hours' });
  return msg(str`${Math.floor(hours / 24)} 天 ${hours % 24} 小时`, { id: 'health.days' });
}

const flipText = ({ flips }: ScreenHealth): string =>
  flips
    ? msg(str`P50 ${durationText(flips.p50)} · P95 ${durationText(flips.p95)} · 最大 ${durationText(flips.max)}`, {
        id: 'health.flip-times',
      })
    : '—';

function clockText({ clock }: ScreenHealth): string {
  if (!clock) return '—';
  const known = msg(str`±${durationText(clock.uncertainty)}，${agoText(clock.age * 1000)}校准`, {
    id: 'health.clock-known',
  });
  if (clock.rate === undefined) return known;
  return `${known} · ${clock.rate >= 0 ? '+' : '−'}${Math.abs(clock.rate).toFixed(1)} ppm`;
}

function frameText({ fps, longFrames }: ScreenHealth): string {
  if (fps === undefined) return '—';
  return msg(str`每秒 ${Math.round(fps)} 帧，长帧 ${longFrames} 个`, { id: 'health.frame-rate' });
}

/** Names and values of all that a screen measures. */
export const measuresOf = (health: ScreenHealth): readonly (readonly [name: string, value: string])[] => [
  [msg('翻页误差', { id: 'health.flips' }), flipText(health)],
  [msg('时钟误差', { id: 'health.clock' }), clockText(health)],
  [msg('内存', { id: 'health.heap' }), health.heap === undefined ? '—' : `${health.heap.toFixed(1)} MB`],
  [msg('页面元素', { id: 'health.nodes' }), String(health.nodes)],
  [msg('动画帧率', { id: 'health.frames' }), frameText(health)],
  [msg('素材', { id: 'health.media' }), `${health.media.ready} / ${health.media.wanted}`],
  [
    msg('断网冷启动', { id: 'health.cold-start' }),
    health.coldStart
      ? msg('可以', { id: 'health.cold-start-yes' })
      : msg('不可以（需 https 或本机）', { id: 'health.cold-start-no' }),
  ],
  [msg('页面已运行', { id: 'health.up' }), upText(health.up)],
];
