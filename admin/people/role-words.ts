import { msg } from '@lit/localize';
import type { Role } from '../../core/register/role.ts';

export interface RoleWords {
  readonly may: string;
  readonly mayNot: string;
}

/** What an account of a role may do and what it may not, as people say it. */
export function roleWords(role: Role): RoleWords {
  switch (role) {
    case 'admin':
      return {
        may: msg('管理账号、令牌、设置和屏幕，也能改所有台账', { id: 'role.admin.may' }),
        mayNot: msg('不能删除变更记录和操作记录', { id: 'role.admin.not' }),
      };
    case 'editor':
      return {
        may: msg('维护台账、填报数据、导入表格、编排节目单、建立和冻结期次、办一审', { id: 'role.editor.may' }),
        mayNot: msg('不能审核、签发，不能管理账号和屏幕', { id: 'role.editor.not' }),
      };
    case 'verifier':
      return {
        may: msg('对照现场和佐证核实数据，登记核查，可退回填报，办期次一审', { id: 'role.verifier.may' }),
        mayNot: msg('不能改项目和计划，不能签发', { id: 'role.verifier.not' }),
      };
    case 'reviewer':
      return {
        may: msg('审核期次、通报、督办和批评，批准考核方案，同意调整时间节点', { id: 'role.reviewer.may' }),
        mayNot: msg('不能改数据，不能签发', { id: 'role.reviewer.not' }),
      };
    case 'signer':
      return {
        may: msg('签发期次、通报和督办单，签批红黑榜，决定公开批评', { id: 'role.signer.may' }),
        mayNot: msg('不能改数据', { id: 'role.signer.not' }),
      };
    case 'operator':
      return {
        may: msg('配对和停用屏幕、管理屏幕组、编排节目单，播出和撤下期次', { id: 'role.operator.may' }),
        mayNot: msg('不能改台账和数据', { id: 'role.operator.not' }),
      };
    case 'reporter':
      return {
        may: msg('填报本单位项目的数据、问题和照片，必须指定所属单位', { id: 'role.reporter.may' }),
        mayNot: msg('看不到其他单位的填报，不能核实', { id: 'role.reporter.not' }),
      };
    case 'auditor':
      return {
        may: msg('查看台账、变更记录、账号和操作记录', { id: 'role.auditor.may' }),
        mayNot: msg('不能改任何内容', { id: 'role.auditor.not' }),
      };
  }
}
