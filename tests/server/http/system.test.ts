import { beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../../server/http/routes/index.ts';
import { openOffice, type Office } from '../../support/http-client.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

describe('healthz', () => {
  it('says that the server works, since when and on what', async () => {
    office.pass(90_500);
    const { status, body } = await office.stranger().get('/healthz');
    const { epoch, ledger } = office.parts.changes;
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'ok', revision: ledger().revision, epoch, build: 'test', uptimeSeconds: 90 });
  });
});

describe('metrics', () => {
  it('count requests by route pattern, not by path', async () => {
    const client = office.stranger();
    await client.get('/api/screens/some-id/history');
    await client.get('/api/no-such-thing');
    const { text } = await client.get('/metrics', { address: '127.0.0.1' });
    expect(text).toContain(
      'paceboard_http_requests_total{method="GET",route="/api/screens/:id/history",status="401"} 1',
    );
    expect(text).toContain('paceboard_http_requests_total{method="GET",route="none",status="404"} 1');
    expect(text).toContain('paceboard_http_request_seconds_bucket');
    expect(text).not.toContain('some-id');
  });

  it('are for this machine, administrators and auditors', async () => {
    const from = (address: string, headers: Record<string, string> = {}) =>
      office.stranger().get('/metrics', { address, headers });
    for (const local of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect((await from(local)).status).toBe(200);
    expect((await from('192.0.2.1')).status).toBe(401);
    expect((await from('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(401);
    expect((await from('192.0.2.1', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(401);
    expect((await (await office.as('auditor')).get('/metrics')).status).toBe(200);
    expect((await (await office.as('editor')).get('/metrics')).status).toBe(403);
  });

  it('believe the address that a trusted proxy names, and nothing that the client put before it', async () => {
    const { stranger } = await openOffice({ config: { trustProxy: true } });
    const from = (forwardedFor: string) =>
      stranger().get('/metrics', { address: '127.0.0.1', headers: { 'x-forwarded-for': forwardedFor } });
    expect((await from('127.0.0.1, 192.0.2.1')).status).toBe(401);
    expect((await from('127.0.0.1')).status).toBe(200);
  });
});

describe('the description', () => {
  it('holds every route with its access, parameters and body', async () => {
    const { body } = await office.stranger().get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    for (const { method, path, access, body: takes, upload } of allRoutes(office.parts)) {
      const operation = body.paths?.[path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{file}')]?.[method.toLowerCase()];
      expect(operation, `${method} ${path}`).toBeDefined();
      expect(operation?.summary).toMatch(/\S/);
      expect(Boolean(operation?.requestBody)).toBe(takes !== undefined || upload !== undefined);
      expect([...(operation?.security ?? [])].length > 0).toBe(access.kind !== 'public');
      for (const [name] of path.matchAll(/(?<=:)\w+/g)) {
        expect([...(operation?.parameters ?? [])]).toContainEqual(
          expect.objectContaining({ name, in: 'path', required: true }),
        );
      }
    }
  });

  it('points only at schemas that it has', async () => {
    const { body, text } = await office.stranger().get('/api/openapi.json');
    const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(50);
    const missing = references.filter(([, kind = '', name = '']) => body.components?.[kind]?.[name] === undefined);
    expect(missing).toEqual([]);
    expect(text).not.toContain('passwordHash');
    expect(body.components?.schemas?.Leaders?.properties).not.toHaveProperty('phone');
    expect(body.components?.schemas?.LeadersCreate?.properties).toHaveProperty('phone');
  });

  it('reads as a page that needs no script and nothing from elsewhere', async () => {
    const client = office.stranger();
    const page = await client.get('/api/docs');
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.text).toContain('/api/registers/projects/{id}/history');
    expect(page.text).toContain('last-admin');
    expect(page.text).not.toMatch(/<script|<style|style=|https?:\/\//);
    expect((await client.get('/api/docs.css')).headers.get('content-type')).toMatch(/^text\/css/);
  });
});
