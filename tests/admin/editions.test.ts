import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { signIn, startServer, temporaryFolder, type ApiClient, type RunningServer } from '../support/server.ts';

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let admin: ApiClient;

const PASSWORD = 'thursday-evening';

/** Who works on the edition: user name, shown name, role. */
const PEOPLE = [
  ['bianji', '陈例', 'editor'],
  ['shenhe', '周试', 'reviewer'],
  ['qianfa', '吴例', 'signer'],
] as const;

const signedIn = async (username: string, viewport: { width: number; height: number }): Promise<Page> => {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(`${server.origin}/admin/#/editions`);
  await page.fill('input[name=username]', username);
  await page.fill('input[name=password]', PASSWORD);
  await page.press('input[name=password]', 'Enter');
  await page.locator('pb-editions').waitFor();
  return page;
};

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

const big = (page: Page) => page.locator('pb-edition-next button.big');

/** What the screens of the demo's group would show now: the ids of its slides. */
async function shownSlides(): Promise<readonly string[]> {
  const groups = (await (await admin.call('GET', '/api/registers/groups')).json()) as { records: { id: string }[] };
  const id = groups.records[0]?.id ?? '';
  const answer = await (await admin.call('GET', `/api/groups/${id}/programme`)).json();
  return Object.keys((answer as { programme: { slides: object } }).programme.slides);
}

/** A project that has completed something and has no plan: the checks warn of it. */
async function dropPlan(project: string): Promise<void> {
  const plans = (await (await admin.call('GET', `/api/registers/plans?project=${project}`)).json()) as {
    records: { id: string; revision: number }[];
  };
  const [plan] = plans.records;
  await admin.call('DELETE', `/api/registers/plans/${plan?.id}`, undefined, { 'if-match': `"${plan?.revision}"` });
}

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  [browser, admin] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  for (const [username, displayName, role] of PEOPLE) {
    await admin.call('POST', '/api/registers/users', {
      username,
      displayName,
      role,
      password: PASSWORD,
      disabled: false,
    });
  }
  await dropPlan('KP2017-001');
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('the edition desk', () => {
  let editor: Page;
  let reviewer: Page;
  let signer: Page;

  it('gives the screens their figures from signed editions once a group says so', async () => {
    const groups = (await (await admin.call('GET', '/api/registers/groups')).json()) as {
      records: { id: string; revision: number }[];
    };
    const [group] = groups.records;
    const answer = await admin.call(
      'PATCH',
      `/api/registers/groups/${group?.id}`,
      { source: 'edition' },
      {
        'if-match': `"${group?.revision}"`,
      },
    );
    expect(answer.status).toBe(200);
    expect(await shownSlides()).toEqual(['being-updated']);
  });

  it('lets the clerk draw an edition up and freeze it', async () => {
    editor = await signedIn('bianji', LAPTOP);
    await editor.getByRole('button', { name: '新建期次' }).click();
    const date = editor.locator('pb-new-edition #asOf');
    await expect.poll(() => date.inputValue()).toBe('2017-12-31');
    await date.fill('2017-11-30');
    await editor.getByRole('button', { name: '建立' }).click();
    await editor.getByRole('heading', { name: '2017 第 1 期' }).waitFor();
    await editor.getByText('这是第一期').waitFor();
    await big(editor).click();
    await editor.getByText('数据已冻结，等待审核').waitFor();
    expect(await big(editor).innerText()).toBe('一审');
  });

  it('shows the pages as screens draw them, one after the other', async () => {
    const stepper = editor.locator('pb-edition-pages .stepper');
    await stepper.getByText('第 1 页').waitFor();
    await stepper.getByRole('button', { name: '下一页' }).click();
    await stepper.getByText('总体进展').waitFor();
    const frame = editor.frameLocator('pb-preview iframe');
    await frame.locator('pb-slide-summary').waitFor();
    expect(await stepper.locator('span').innerText()).toContain('总体进展');
  });

  it('takes the clerk’s own first reading, and no second one', async () => {
    await big(editor).click();
    await editor.locator('pb-review-dialog').getByRole('button', { name: '通过' }).click();
    await editor.getByText('审核意见已记录').waitFor();
    expect(await big(editor).innerText()).toBe('二审');
    expect(await big(editor).isDisabled()).toBe(true);
    await editor.locator('pb-edition-next #why').getByText('由审核角色办理').waitFor();
  });

  it('lets nobody pass what was frozen anew under their eyes', async () => {
    reviewer = await signedIn('shenhe', LAPTOP);
    await reviewer.getByRole('link', { name: '2017 第 1 期' }).click();
    await big(reviewer).click();
    const list = (await (await admin.call('GET', '/api/editions')).json()) as { editions: { id: string }[] };
    const path = `/api/editions/${list.editions[0]?.id}`;
    expect((await admin.call('PATCH', '/api/settings', { source: '月报数据' })).status).toBe(200);
    expect((await admin.call('POST', `${path}/reopen`, {})).status).toBe(200);
    expect((await admin.call('POST', `${path}/freeze`, {})).status).toBe(200);
    const dialog = reviewer.locator('pb-review-dialog');
    await dialog.getByRole('button', { name: '通过' }).click();
    await dialog.getByText('内容已重新冻结').waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => big(reviewer).isDisabled()).toBe(true);
    await reviewer.getByRole('button', { name: '已核对新内容' }).click();
    await expect.poll(() => big(reviewer).isDisabled()).toBe(false);
    await editor.reload();
    await big(editor).click();
    await editor.locator('pb-review-dialog').getByRole('button', { name: '通过' }).click();
    await editor.getByText('审核意见已记录').waitFor();
  });

  it('asks for a comment when a review returns it, and passes', async () => {
    await reviewer.reload();
    await expect.poll(() => big(reviewer).innerText()).toBe('二审');
    await big(reviewer).click();
    const dialog = reviewer.locator('pb-review-dialog');
    await dialog.getByRole('button', { name: '退回' }).click();
    await dialog.getByText('必填').waitFor();
    await dialog.locator('textarea').fill('数字已逐项核对');
    await dialog.getByRole('button', { name: '通过' }).click();
    await reviewer.getByText('审核意见已记录').waitFor();
    await reviewer.getByText('数字已逐项核对').waitFor();
    expect(await seriousViolations(reviewer)).toEqual([]);
  });

  it('lets the leader sign on the phone, after the warnings', async () => {
    signer = await signedIn('qianfa', PHONE);
    await signer.getByText('待签发').waitFor();
    await signer.getByRole('link', { name: '2017 第 1 期' }).click();
    await big(signer).click();
    const dialog = signer.locator('pb-sign-dialog');
    const sign = dialog.getByRole('button', { name: '签发' });
    await sign.click();
    await dialog.getByText('请逐条勾选').waitFor();
    for (const tick of await dialog.locator('input[type=checkbox]').all()) await tick.check();
    await dialog.locator('textarea').fill('计划年底前补下达');
    await sign.click();
    await signer.locator('.message.good', { hasText: '已签发' }).waitFor();
    await expect.poll(() => big(signer).innerText()).toBe('播出');
    expect(await seriousViolations(signer)).toEqual([]);
    const wide = await signer.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(PHONE.width);
  });

  it('puts it on air, and the screens show it', async () => {
    await big(signer).click();
    await signer.locator('pb-air-dialog').getByRole('button', { name: '播出', exact: true }).click();
    await signer.getByText('已播出').waitFor();
    expect(await shownSlides()).toContain('summary');
    await reviewer.goto(`${server.origin}/admin/#/screens`);
    const group = reviewer.locator('pb-groups tr', { hasText: '已签发期次' });
    expect(await group.getByRole('link').innerText()).toBe('第 1 期，数据截至 2017-11-30');
  });

  it('takes one page down with two presses, and only that one', async () => {
    await signer.getByRole('button', { name: '撤下 每日循环 · 总体进展' }).click();
    await signer.getByRole('button', { name: '数据有误' }).click();
    await signer.getByText('页面已撤下').waitFor();
    const shown = await shownSlides();
    expect(shown).not.toContain('summary');
    expect(shown).toContain('townships');
    await signer.getByRole('button', { name: '恢复 每日循环 · 总体进展' }).waitFor();
  });

  it('says on the public page which part was taken down, and shows the others', async () => {
    expect((await admin.call('PATCH', '/api/settings', { publicSource: 'edition' })).status).toBe(200);
    const page = await (await browser.newContext({ viewport: PHONE })).newPage();
    await page.goto(`${server.origin}/board/`);
    const part = (name: string) => page.getByRole('region', { name });
    await part('园区').getByRole('listitem').first().waitFor();
    await part('年内累计完成投资').getByText('这一页已撤下').waitFor();
    expect(await page.locator('pb-board .edition').innerText()).toBe('第1期');
    await page.context().close();
  });

  it('tells in words that somebody else was faster', async () => {
    const list = (await (await admin.call('GET', '/api/editions')).json()) as { editions: { id: string }[] };
    await signer.getByRole('button', { name: '撤下整期' }).click();
    const dialog = signer.locator('pb-reason-dialog');
    await dialog.locator('textarea').fill('单位名称有误');
    const answer = await admin.call('POST', `/api/editions/${list.editions[0]?.id}/withdraw`, { reason: '名称有误' });
    expect(answer.status).toBe(200);
    await dialog.getByRole('button', { name: '撤下整期' }).click();
    await dialog.getByText('期次的状态已经变了').waitFor();
    expect(await shownSlides()).toEqual(['being-updated']);
  });

  it('draws a correction up with the number of what it corrects', async () => {
    await editor.goto(`${server.origin}/admin/#/editions`);
    await editor.getByRole('link', { name: '2017 第 1 期' }).click();
    await editor.locator('pb-edition-next').getByRole('button', { name: '更正' }).click();
    const dialog = editor.locator('pb-reason-dialog');
    await dialog.locator('textarea').fill('更正单位名称');
    await dialog.getByRole('button', { name: '更正', exact: true }).click();
    await editor.getByRole('heading', { name: '2017 第 1 期更正' }).waitFor();
    expect(await seriousViolations(editor)).toEqual([]);
  });
});
