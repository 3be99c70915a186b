/** Editions and their steps in words. */
import { msg, str } from '@lit/localize';
import type { StepName } from '../../core/editions/desk.ts';
import { DRAFTERS } from '../../core/editions/create.ts';
import { AIR_ROLES } from '../../core/editions/air.ts';
import { rolesOfStage, SIGNATURE_ROLES } from '../../core/editions/people.ts';
import type { StepProblem } from '../../core/editions/step.ts';
import { ROLES, type Role } from '../../core/register/role.ts';
import { EDITION_STATES } from '../../core/registers/editions.ts';
import type { Edition } from '../../core/registers/index.ts';
import type { ApiProblem } from '../api/problem.ts';
import { labelText } from '../common/locale.ts';
import { problemText } from '../common/problem-text.ts';

/** Its number, marked where it is a correction. */
export function editionName({ number, correction }: Pick<Edition, 'number' | 'correction'>): string {
  if (correction === 0) return msg(str`第 ${number} 期`, { id: 'editions.number' });
  return correction === 1
    ? msg(str`第 ${number} 期更正`, { id: 'editions.corrected' })
    : msg(str`第 ${number} 期更正 ${correction}`, { id: 'editions.corrected-again' });
}

/** How many figures were corrected since an edition was frozen. */
export const staleText = (count: number): string =>
  msg(str`冻结后有 ${count} 项数据被更正`, { id: 'editions.stale-count' });

/** The cut-off date of its figures. */
export const asOfText = (asOf: string): string => msg(str`数据截至 ${asOf}`, { id: 'editions.as-of' });

export const stateText = ({ state }: Pick<Edition, 'state'>): string => labelText(EDITION_STATES[state]);

/** The review of a stage, from 1. */
export function stageText(stage: number): string {
  switch (stage) {
    case 1:
      return msg('一审', { id: 'editions.stage-1' });
    case 2:
      return msg('二审', { id: 'editions.stage-2' });
    default:
      return msg('三审', { id: 'editions.stage-3' });
  }
}

/** What a step is called. */
export function stepText(step: StepName, stage = 1): string {
  switch (step) {
    case 'freeze':
      return msg('冻结数据', { id: 'editions.step.freeze' });
    case 'reopen':
      return msg('退回采集', { id: 'editions.step.reopen' });
    case 'review':
      return stageText(stage);
    case 'sign':
      return msg('签发', { id: 'editions.step.sign' });
    case 'schedule':
      return msg('定时播出', { id: 'editions.step.schedule' });
    case 'air':
      return msg('播出', { id: 'editions.step.air' });
    case 'withdraw':
      return msg('撤下整期', { id: 'editions.step.withdraw' });
    case 'hide':
      return msg('撤下', { id: 'editions.step.hide' });
    case 'show':
      return msg('恢复', { id: 'editions.step.show' });
    case 'correct':
      return msg('更正', { id: 'editions.step.correct' });
  }
}

/** Taking an edition off the screens, or giving one up that never was on any. */
export const withdrawText = ({ state }: Pick<Edition, 'state'>): string =>
  state === 'onAir' ? stepText('withdraw') : msg('作废本期', { id: 'editions.give-up' });

/** What is said when a step is done. */
export function doneText(step: StepName): string {
  switch (step) {
    case 'freeze':
      return msg('数据已冻结，等待审核', { id: 'editions.done.freeze' });
    case 'reopen':
      return msg('已退回采集，本轮审核作废', { id: 'editions.done.reopen' });
    case 'review':
      return msg('审核意见已记录', { id: 'editions.done.review' });
    case 'sign':
      return msg('已签发', { id: 'editions.done.sign' });
    case 'schedule':
      return msg('已排定播出时间', { id: 'editions.done.schedule' });
    case 'air':
      return msg('已播出', { id: 'editions.done.air' });
    case 'withdraw':
      return msg('整期已撤下', { id: 'editions.done.withdraw' });
    case 'hide':
      return msg('页面已撤下', { id: 'editions.done.hide' });
    case 'show':
      return msg('页面已恢复', { id: 'editions.done.show' });
    case 'correct':
      return msg('更正期已建立，请核对后冻结', { id: 'editions.done.correct' });
  }
}

function rolesOf(step: StepName, { state }: Pick<Edition, 'state'>, stage: number): readonly Role[] {
  switch (step) {
    case 'freeze':
    case 'correct':
      return DRAFTERS;
    case 'reopen':
      return state === 'signed' || state === 'scheduled' ? ['admin', 'signer'] : DRAFTERS;
    case 'review':
      return rolesOfStage(stage);
    case 'sign':
    case 'show':
      return SIGNATURE_ROLES;
    default:
      return AIR_ROLES;
  }
}

const rolesText = (roles: readonly Role[]): string =>
  roles.map((role) => labelText(ROLES[role])).join(msg('、', { id: 'list.separator' }));

const wrongStateText = (step: StepName, edition: Edition): string => {
  if (step === 'sign' && (edition.state === 'frozen' || edition.state === 'inReview'))
    return msg('审核还没有全部通过', { id: 'editions.why.not-reviewed' });
  if (step === 'correct')
    return edition.onAirAt === undefined
      ? msg('没有播出过，不用更正', { id: 'editions.why.never-on-air' })
      : msg('已有一份更正在办理', { id: 'editions.why.correcting' });
  return msg(str`“${stateText(edition)}”时不能办理`, { id: 'editions.why.state' });
};

/** Refusals of steps that say more than their status. */
function refusalText(code: string): string | null {
  switch (code) {
    case 'same-person':
      return msg('您已参与本轮的冻结、审核或签发，须由他人办理', { id: 'editions.why.same-person' });
    case 'no-delegation':
      return msg('今天没有生效的委托', { id: 'editions.why.no-delegation' });
    case 'changed':
      return msg('内容已重新冻结，与您看到的不同，请重新核对', { id: 'editions.why.changed' });
    case 'content-lost':
      return msg('冻结的内容找不到了，请联系管理员查看日志', { id: 'editions.why.content-lost' });
    case 'empty':
    case 'nothing-to-show':
      return msg('节目单里没有可播的页面', { id: 'editions.why.empty' });
    case 'checks-failed':
      return msg('数字互相矛盾（见“核对”），改正并重新冻结后才能签发', { id: 'editions.why.checks-failed' });
    case 'unacknowledged':
      return msg('还有提醒没有知悉，请重新核对', { id: 'editions.why.unacknowledged' });
    case 'wrong-state':
      return msg('期次的状态已经变了，请看最新状态', { id: 'editions.why.moved-on' });
    case 'stale':
      return msg('别人刚办理过这一期，请看最新状态后再办', { id: 'editions.why.stale' });
    default:
      return null;
  }
}

/** Why a person may not take a step now. */
export function whyText(step: StepName, { code }: StepProblem, edition: Edition, stage = 1): string {
  if (code === 'wrong-state') return wrongStateText(step, edition);
  if (code === 'forbidden')
    return msg(str`由${rolesText(rolesOf(step, edition, stage))}角色办理`, { id: 'editions.why.roles' });
  return refusalText(code) ?? msg('现在不能办理', { id: 'editions.why.other' });
}

/** A refused step in words that say what to do next. */
export const stepProblemText = (problem: ApiProblem): string => refusalText(problem.code) ?? problemText(problem);

/** Somebody who acted, if need be in another's place. */
export const actingText = (name: string, onBehalfOf: string | undefined): string =>
  onBehalfOf === undefined ? name : msg(str`${name}（受托于${onBehalfOf}）`, { id: 'editions.on-behalf' });
