/** The API's description as a page: no script, one style sheet, nothing from elsewhere. */
import { html } from 'hono/html';
import { PROBLEMS } from './problem.ts';
import type { OpenApi } from './openapi.ts';

type Operation = OpenApi['paths'][string][string];

const code = (value: unknown) => html`<pre>${JSON.stringify(value, null, 2)}</pre>`;

const parameters = (operation: Operation) => {
  const names = operation.parameters.map(
    ({ name, in: where, required }) => `${name} (${where}${required ? '' : ', optional'})`,
  );
  return names.length === 0 ? '' : html`<p>Parameters: ${names.join(', ')}</p>`;
};

const details = (operation: Operation) =>
  html` <p>For: ${operation['x-access']}</p>
    ${parameters(operation)}
    ${
      operation.requestBody
        ? html`<h3>Body</h3>
            ${Object.values(operation.requestBody.content).map(({ schema }) => code(schema))}`
        : ''
    }
    <h3>Answers</h3>
    ${code(operation.responses)}`;

const entry = (method: string, path: string, operation: Operation) =>
  html`<details>
    <summary><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code> ${operation.summary}</summary>
    ${details(operation)}
  </details>`;

const byTag = ({ paths }: OpenApi): ReadonlyMap<string, readonly (readonly [string, string, Operation])[]> => {
  const groups = new Map<string, (readonly [string, string, Operation])[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags[0] ?? 'server';
      groups.set(tag, [...(groups.get(tag) ?? []), [method, path, operation]]);
    }
  }
  return groups;
};

const HEAD = `<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>接口说明 · Paceboard API</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/api/docs.css">
</head>`;

const problemRows = () =>
  Object.entries(PROBLEMS).map(
    ([name, [status, title]]) =>
      html`<tr>
        <td>${status}</td>
        <td><code>${name}</code></td>
        <td>${title}</td>
      </tr>`,
  );

/** The page at /api/docs. */
export async function docsPage(api: OpenApi): Promise<string> {
  const groups = [...byTag(api)].map(
    ([tag, entries]) =>
      html`<section>
        <h2>${tag}</h2>
        ${entries.map((each) => entry(...each))}
      </section>`,
  );
  const main = await html`<main>
    <h1>接口说明 <span lang="en">Paceboard API</span></h1>
    <p lang="en">${api.info.description} <a href="/api/openapi.json">openapi.json</a></p>
    ${groups}
    <section>
      <h2>problems</h2>
      <table>
        <thead>
          <tr>
            <th>Status</th>
            <th>Code</th>
            <th>Meaning</th>
          </tr>
        </thead>
        <tbody>
          ${problemRows()}
        </tbody>
      </table>
    </section>
  </main>`;
  return `${HEAD}\n<body>${String(main)}</body>\n</html>\n`;
}

/** The style sheet at /api/docs.css. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, 'Noto Sans SC', sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 span { font-size: 0.6em; opacity: 0.7; }
h2 { margin: 2rem 0 0.5rem; border-bottom: 1px solid #8886; text-transform: capitalize; }
h3 { margin: 0.75rem 0 0.25rem; font-size: 1rem; }
details { padding: 0.35rem 0; border-bottom: 1px solid #8883; }
summary { cursor: pointer; }
summary b { display: inline-block; min-width: 4.5rem; font-size: 0.8rem; }
.get { color: #1a7f37; } .post { color: #0a58ca; } .patch { color: #9a5b00; } .delete { color: #c0232c; }
pre { overflow: auto; padding: 0.75rem; background: #8882; border-radius: 6px; font-size: 0.85rem; }
table { border-collapse: collapse; } td, th { text-align: left; padding: 0.25rem 1rem 0.25rem 0; }
`;
