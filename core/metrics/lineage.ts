import type { Project } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';

/**
 * Projects without the bundles (打包项目) whose sites are among them: sites are counted or their entry, never both, and
 * the money is the sites'. A bundle is one step deep: what names a parent itself is a site.
 * @param projects those on the list at a date.
 */
export function withoutBundles(projects: readonly Project[]): readonly Project[] {
  const named = new Set(projects.flatMap(({ parent }) => parent ?? []));
  return named.size === 0 ? projects : projects.filter(({ id, parent }) => parent !== undefined || !named.has(id));
}

/**
 * A project with its total and what was invested before the year as they stood at `asOf`, in 元: what was merged into it
 * later was not yet its own. As it is where the totals are less than what was merged, because nobody raised them.
 * @param merged the projects that name it as their successor.
 */
export function asItStood(project: Project, merged: readonly Project[], asOf: IsoDate): Project {
  const later = merged.filter(({ delistedOn }) => delistedOn !== undefined && delistedOn > asOf);
  if (later.length === 0) return project;
  const totalInvestmentYuan = later.reduce(
    (left, each) => left - each.totalInvestmentYuan,
    project.totalInvestmentYuan,
  );
  const investedBeforeYuan = later.reduce((left, each) => left - each.investedBeforeYuan, project.investedBeforeYuan);
  return totalInvestmentYuan < 0 || investedBeforeYuan < 0
    ? project
    : { ...project, totalInvestmentYuan, investedBeforeYuan };
}
