/** What the terminal says before anything is installed: Chinese first, then English. */
export const words = {
  installing: '正在安装依赖(仅首次或依赖变化时)… / Installing dependencies (first run or when they changed)…',
  installFailed:
    '依赖安装失败,请检查网络或 npm 镜像设置。/ Installing dependencies failed: check the network or the npm registry setting.',
  building: '正在构建页面… / Building the pages…',
  buildFailed: '页面构建失败,见上方输出。/ Building the pages failed, see the output above.',
  nodeTooOld: (version) =>
    `需要 Node 24 以上,当前为 ${version},且本平台没有随附版本。/ Node 24 or later is needed, this is ${version}, and none is bundled for this platform.`,
  chromiumInstalling:
    '未找到 Chromium,正在用 apt-get 安装(浏览器测试需要)… / No Chromium found: installing it with apt-get (the browser tests need it)…',
  oldChromiumInstalling:
    '正在取得 Chromium 80(用来检查旧播放器,约 43 MB)… / Fetching Chromium 80 (checks old players, about 43 MB)…',
  chromiumMissing:
    '浏览器测试需要 Chromium。请运行 apt-get install chromium,或用 PACEBOARD_CHROMIUM 指定其路径。/ The browser tests need Chromium: run apt-get install chromium, or name one with PACEBOARD_CHROMIUM.',
};
