/** What the terminal says, Chinese first, then English. */
interface Line {
  readonly zh: string;
  readonly en: string;
}

const line = (zh: string, en: string): Line => ({ zh, en });

export const words = {
  failed: (why: string): Line => line(`启动失败:${why}`, `Cannot go on: ${why}`),
  unknownCommand: (name: string): Line =>
    line(
      `没有命令 ${name}。可用:serve、import、export、verify、user。`,
      `There is no command ${name}. There are: serve, import, export, verify, user.`,
    ),
  notYet: (name: string): Line => line(`命令 ${name} 尚未提供。`, `The command ${name} is not there yet.`),
  demoLoaded: (count: number): Line =>
    line(`已载入演示台账(${count} 条变更)。`, `Loaded the demo ledger (${count} changes).`),
  demoScreen: line('演示屏幕', 'Demo screen'),
  setUpLink: line('管理页首次设置链接(仅一次有效)', 'Admin page, one-time set-up link'),
  adminPage: line('管理页', 'Admin page'),
  publicPage: line('公众页面', 'Public address'),
  stopping: line('正在停止…', 'Stopping…'),
  portTaken: (port: number): Line =>
    line(`端口 ${port} 已被占用。请用 PORT 指定其他端口。`, `Port ${port} is taken. Choose another one with PORT.`),
  verified: (changes: number, events: number, editions: number): Line =>
    line(
      `审计链完整:${changes} 条变更、${events} 条事件、${editions} 期签发内容,数据库一致。`,
      `The audit chain verifies: ${changes} changes, ${events} events, ${editions} signed editions, the database agrees.`,
    ),
  noticed: (what: string): Line => line(`请注意:${what}`, `Note: ${what}`),
  damaged: (finding: string): Line => line(`发现问题:${finding}`, `Found: ${finding}`),
  inUse: (folder: string): Line =>
    line(
      `${folder} 正在被另一个 Paceboard 进程使用,请先停止它。`,
      `${folder} is in use by another Paceboard; stop that one first.`,
    ),
  noSuchUser: (name: string): Line => line(`没有账号 ${name}。`, `There is no account ${name}.`),
  userHelp: line(
    '用法:user list | user password 账号(新密码从标准输入读取)',
    'Usage: user list | user password NAME (the new password is read from standard input)',
  ),
  exportHelp: line(
    '用法:export [登记表|ledger|all] [--format xlsx|csv] [--output 文件](ledger 和 all 只有 xlsx)',
    'Usage: export [REGISTER|ledger|all] [--format xlsx|csv] [--output FILE] (ledger and all: xlsx only)',
  ),
  exported: (file: string, bytes: number): Line =>
    line(`已导出 ${file}(${bytes} 字节)。`, `Exported ${file} (${bytes} bytes).`),
  noSettings: line('台账尚无系统设置。', 'The ledger has no settings yet.'),
  passwordTooShort: (least: number): Line =>
    line(`密码至少 ${least} 个字符。`, `A password has at least ${least} characters.`),
  passwordSet: (name: string): Line => line(`已为 ${name} 设置新密码。`, `The new password of ${name} is set.`),
};

export const bothLanguages = ({ zh, en }: Line): string => `${zh} / ${en}`;

/** A line for the person at the terminal; logs go elsewhere. */
export const say = (what: Line): void => {
  process.stdout.write(`${bothLanguages(what)}\n`);
};

/** An address with its name, aligned for reading. */
export const sayAddress = (what: Line, address: string): void => {
  process.stdout.write(`  ${bothLanguages(what)}\n    ${address}\n`);
};
